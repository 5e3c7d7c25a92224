"""Where blocks are set: a region of a slide, or a cell in one; and a block as set there."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple

from deckmaker.dataclasses import dataclass, replace
from deckmaker.layout.document import Placed
from deckmaker.layout.findings import Finding
from deckmaker.model import Overflow, OverflowPolicy, Table
from deckmaker.model.geometry import Rect
from deckmaker.theme import TextStyle
from deckmaker.theme.flow_styles import FlowStyles

if TYPE_CHECKING:
    from deckmaker.diagnostics import Span
    from deckmaker.layout.context import Context

LEAST_SHARE = 0.3
"""Of the height that it would have on a slide of its own: with less, a picture waits for the next slide, where it may
go there."""

CROWDED_SHARE = 0.15
"""Of that height: what a picture makes do with before texts beside it are set smaller."""

REGION = "body"
"""The slot whose place blocks share."""


class TableSizes(NamedTuple):
    """How a part of a table that goes on over several slides is set: points smaller, and its columns' widths."""

    smaller: int
    columns: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a split slide it is, from 1, and of how many.

    Its texts are `smaller` than their styles, in points. `tables` says how its tables are set. Titles of all parts have
    one `title_size`. Texts are set as on the whole slide: `alone`, or beside what is as `wide` as the page, or with
    `columns`.
    """

    number: int
    count: int
    alone: bool = True
    wide: bool = False
    columns: bool = False
    smaller: int = 0
    tables: tuple[tuple[Table, TableSizes], ...] = ()
    title_size: int | None = None

    @property
    def is_split(self) -> bool:
        """Whether a slide is split into such parts; `OWN_SIZES` is of a whole one."""
        return self.number > 0


OWN_SIZES = Part(0, 0)
"""What a slide that is not split has where its texts are to keep their own sizes, as on parts of one that is."""


class PlotLevel(NamedTuple):
    """Heights on the page, in points, between which the plots of neighbouring charts stand."""

    top: float
    bottom: float


class PieLevel(NamedTuple):
    """What neighbouring pies have in common: their radius in points at most, and whether all labels are `outside`."""

    radius: float
    outside: bool


class TooManyParts(Exception):
    """A slide would go on over more pages than one may (`budget.PARTS`)."""


@dataclass(frozen=True)
class Place:
    """A place for blocks. Lines of text stand in `rect`, tables and columns in `wide`, which may be wider.

    `top` is what the theme gives, before texts moved it to the grid. `text` is the style of its texts; cells of tables
    have `largest_cells` points at most, where that is said. `name` begins the names of what stands in it. What stands
    on a part of a slide has the part's sizes. Pictures need at least a `picture_share` of the height that they would
    have on a slide of their own, and are at most as high as the `tallest_picture`, in points. Plots of charts stand at
    a `plot_level` where others stand beside them, pies have a `pie_level`. It `holds_one` where one block has all of a
    region.
    """

    rect: Rect
    wide: Rect
    top: float
    name: str
    text: TextStyle
    styles: FlowStyles
    overflow: Overflow
    context: Context
    part: Part | None = None
    may_shrink: bool = True
    largest_cells: int | None = None
    picture_share: float = LEAST_SHARE
    tallest_picture: float = inf
    plot_level: PlotLevel | None = None
    pie_level: PieLevel | None = None
    holds_one: bool = False

    @property
    def bottom(self) -> float:
        """The height on the page below which nothing reaches."""
        return self.rect.bottom

    def within(self, top: float, bottom: float) -> Place:
        """Return the place between two heights on the page."""
        return replace(
            self,
            rect=replace(self.rect, y=top, height=bottom - top),
            wide=replace(self.wide, y=top, height=bottom - top),
            top=top,
        )

    def named(self, kind: str) -> str:
        """Return the name of an item of a kind in it: `table` in the region itself, `column 2 table` in a cell."""
        return kind if self.name == REGION else f"{self.name} {kind}"

    def style(self, name: str) -> TextStyle:
        """Return the theme's style of that name, at the sizes that may be used here."""
        return self.fitting(self.styles.named(name))

    @property
    def text_style(self) -> TextStyle:
        """The style of its texts, at the sizes that may be used here."""
        return self.fitting(self.text)

    def whole_style(self, style: TextStyle) -> TextStyle:
        """Return a style of this place as it is on slides that are not split."""
        return self.text if style.name == self.text.name else self.styles.named(style.name)

    def fitting(self, style: TextStyle) -> TextStyle:
        """Return a style with the sizes that may be used: on a part its own, where texts may not shrink the usual."""
        if self.part:
            return style.only(max(style.minimum, style.size - self.part.smaller))
        return style if self.may_shrink else style.no_smaller_than(style.size)


@dataclass(frozen=True, slots=True)
class OverflowFinding:
    """That something has no room, found once it was set at its smallest size.

    `size` is the smallest size at which it was tried, in points; `is_too_wide` says that it is too wide even there.
    `overflow` is what its author lets happen to it, `span` where it was written, `block` where the block was that it
    is an item of.
    """

    size: int
    is_too_wide: bool
    overflow: Overflow
    span: Span
    block: Span | None = None

    @property
    def may_be_split(self) -> bool:
        """Whether it may go on on another slide, where it would have room."""
        return not self.is_too_wide and OverflowPolicy.SPLIT in self.overflow.ways


@dataclass(frozen=True, slots=True)
class SetBlock:
    """A block as set: what is placed of it, and how many points it takes from the top of its place.

    `shrunk` is the share of their sizes at which its texts are set, 1 where none is smaller for want of room. `flaws`
    counts texts whose breaks are not safe. `excess` is by how many points it hangs out of its place.
    `findings` are what is wrong with it, besides what is seen of its texts.
    """

    placed: tuple[Placed, ...]
    height: float
    shrunk: float = 1.0
    flaws: int = 0
    excess: float = 0.0
    overfull: tuple[tuple[str, OverflowFinding], ...] = ()
    findings: tuple[Finding, ...] = ()
