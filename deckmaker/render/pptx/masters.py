"""What slides are made on: masters and layouts that are generated, or those of a template, which are copied.

The seam between slides and what they inherit from. Knows of both ways what a slide needs, and neither of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from deckmaker.layout import Page, Placed, TextItem
from deckmaker.model.geometry import Rect
from deckmaker.render.pptx.levels import Level
from deckmaker.render.pptx.parts import Part, Relationships
from deckmaker.render.pptx.xml import Xml

if TYPE_CHECKING:
    from deckmaker.render.pptx.layouts import Place
    from deckmaker.render.pptx.slide import SlideWriter
    from deckmaker.render.pptx.table_styles import TableStyles

SAME = 0.01
"""Points within which a frame is its placeholder's."""

MASTERS_COLORS = Xml("<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>")
"""The colour map of a slide whose layout has that of its master (ECMA-376 Part 1, 20.1.6.6)."""


class SlideBase(Protocol):
    """The layout of a slide, as the slide needs to know it."""

    @property
    def part(self) -> str:
        """The name of its part."""
        ...

    @property
    def places(self) -> Mapping[str, Place]:
        """The placeholders that the slide fills, by the names of what stands in them."""
        ...

    @property
    def color_map(self) -> Xml:
        """The slide's `p:clrMapOvr`."""
        ...

    def is_box(self, placed: Placed, place: Place) -> bool:
        """Tell whether a text is written as a text box, though the layout has a place for it."""
        ...

    def draws(self, placed: Placed) -> bool:
        """Tell whether the layout, or its master, draws something of the page, so that the slide does not."""
        ...


class Frame(NamedTuple):
    """The frame of a text in its placeholder: None where it inherits that; and its `a:bodyPr`."""

    rect: Rect | None
    body: Xml


class Inheritance(Protocol):
    """What the texts of slides take over, so that they write only what differs."""

    @property
    def free_turned(self) -> bool:
        """Whether texts without placeholder may run from right to left where they do not say how they run."""
        ...

    def levels(self, place: Place) -> tuple[Level, ...]:
        """Return the levels that a placeholder has."""
        ...

    def text_levels(self, place: Place, item: TextItem) -> tuple[Level, ...]:
        """Return the levels that a text in a placeholder is to have."""
        ...

    def free_levels(self, item: TextItem) -> tuple[Level, ...]:
        """Return the levels of a text without placeholder, which inherits nothing."""
        ...

    def frame(self, place: Place, placed: Placed, item: TextItem) -> Frame:
        """Return the frame of a text in a placeholder."""
        ...


class NotesMaster(NamedTuple):
    """The master of notes: its part's name, and the indexes of its placeholders by their types."""

    part: str
    indexes: Mapping[str, int]


class Masters(Protocol):
    """The masters, layouts and themes of one presentation, and all that belongs to it whatever its slides are."""

    @property
    def package(self) -> Relationships:
        """The relationships of the package."""
        ...

    @property
    def presentation(self) -> Part:
        """The part that lists masters and slides. Its relationships with slides are for others to add."""
        ...

    @property
    def parts(self) -> Sequence[Part]:
        """All parts that are no slide's, that of the presentation among them."""
        ...

    def excuses(self, fault: str) -> bool:
        """Tell whether something that is unsound was copied so, and is no fault of ours."""
        ...

    def base(self, page: Page) -> SlideBase:
        """Return what a page's slide is made on."""
        ...

    def writer(self, page: Page) -> SlideWriter:
        """Return what writes a page's slide."""
        ...

    def notes_master(self) -> NotesMaster:
        """Return the master of notes, which is made for the first slide that asks."""
        ...

    def finish(self, slides: Sequence[str], extensions: Xml, styles: Sequence[TableStyles]) -> None:
        """Write the presentation's part and the table styles, when all slides are there.

        `slides` are the ids of its relationships with slides; `extensions` are `p:ext` elements.
        """
        ...


def inset_of(placed: Placed, item: TextItem) -> tuple[str, float]:
    """Return the inset that brings a text onto the baseline grid: which one, and how much in points."""
    if item.style.anchor == "bottom":
        return "bIns", placed.rect.height - item.offset - item.setting.height
    return "tIns", item.offset


def is_same(one: Rect, other: Rect) -> bool:
    """Tell whether two frames are the same in every program."""
    return all(
        abs(a - b) < SAME
        for a, b in zip(
            (one.x, one.y, one.width, one.height), (other.x, other.y, other.width, other.height), strict=True
        )
    )
