"""What the reader will see: pages of placed items, in reading order, each with what layout decided of it.

Every renderer draws from this alone. Decisions are for `deckmaker show`: renderers draw without them.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from deckmaker.credits.shortening import StripEntry
from deckmaker.dataclasses import dataclass, field
from deckmaker.diagnostics import SourceFile, Span
from deckmaker.layout.choice import Choice
from deckmaker.layout.roles import COMPOSITIONS, Role
from deckmaker.model import Credit, Logo, PaperSettings, Paragraph, PictureFile, Slide
from deckmaker.model.geometry import Rect
from deckmaker.text import SizeReason, TextLayout
from deckmaker.theme import SlideLayout, TextStyle, Theme

if TYPE_CHECKING:
    from deckmaker.formulas.outlines import Drawn
    from deckmaker.layout.connectors import Connector
    from deckmaker.layout.item import Item  # which names charts, too, and few decks have some
    from deckmaker.model.formula import Formula


class Change(Enum):
    """Why the room that an item was given is not its slot's own place."""

    STRIP = "strip"
    STRIP_GROWN = "grown"
    FOOTNOTES = "footnotes"
    MARGINS = "margins"
    LOWERED = "lowered"
    COLUMNS = "columns"
    SIDE = "side"
    SHARED = "shared"


NOT_ALONE = (Change.SHARED,)
"""Why the room of what stands beside others in a region, or in a group, is not its slot's place."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How a picture fills its room, cover or contain; `asked` says that the author chose, not the layout."""

    name: str
    asked: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """The `room` that an item had, how that came to differ from its slot's place, and what else was decided of it.

    `size` is why a text is of its size, `lacking` what a strip goes without, `least` the opacity that the theme gives a
    scrim, which is what it has at least.
    """

    room: Rect
    changes: tuple[Change, ...] = ()
    size: SizeReason | None = None
    fit: Fit | None = None
    lacking: tuple[str, ...] = ()
    least: float | None = None


def changes(own: Rect, after_credits: Rect, after_footnotes: Rect) -> Iterator[Change]:
    """Yield what changed a slot's own place.

    The strip of credits takes what it needs first, then footnotes do: `after_credits` and `after_footnotes` are what
    is left of the place.
    """
    if after_credits != own:
        yield Change.STRIP
    if after_footnotes != after_credits:
        yield Change.FOOTNOTES


HAIR = 0.01
"""The part of a picture's width or height below which nobody would say that it is cropped."""


@dataclass(frozen=True, slots=True)
class TextItem:
    """A text as set: its meaning and its lines, `offset` points below the frame's top edge.

    `entries` are what a strip of credits consists of; of other texts there are none. `steps` say when each paragraph
    appears, as an item's `step` does; there are none where all stand from the beginning.
    """

    style: TextStyle
    setting: TextLayout
    offset: float
    entries: tuple[StripEntry, ...] = ()
    steps: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The words, a line for each paragraph."""
        return "\n".join(one.paragraph.text for one in self.setting.paragraphs)


@dataclass(frozen=True, slots=True)
class Edge:
    """The edge of a picture: the radius of its `corner`, and a line of a palette colour, None for no line.

    Lengths are in points; the radius is at most half of the shorter side. The middle of the line, which is `width`
    thick, is the frame of the picture.
    """

    corner: float = 0.0
    color: str | None = None
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class PictureItem:
    """A picture that fills its frame after `crop`: what is cut off, as fractions (left, top, right, bottom).

    `credit` also stands among its page's; a logo has none. `edge` is what is around it, None where nothing is.
    `in_modes` are files that stand in its place in some of the theme's modes, by their names: a logo's. `alt` is empty
    where the picture is `decorative`, which readers pass over, and where nobody has said what it shows. One is `turned`
    while its page is laid out that will be seen in a mirror: only places are mirrored, and no picture is.
    """

    file: PictureFile
    alt: str
    crop: tuple[float, float, float, float]
    credit: Credit | None = None
    edge: Edge | None = None
    in_modes: tuple[tuple[str, PictureFile], ...] = ()
    decorative: bool = False
    turned: bool = False

    @property
    def is_cropped(self) -> bool:
        """Whether more is cut off than rounding explains."""
        return sum(self.crop) > HAIR


class Outline(Enum):
    """The forms that shapes have. A chevron points to the right; one that is `first` begins straight."""

    RECTANGLE = "rectangle"
    ROUNDED = "rounded"
    ELLIPSE = "ellipse"
    FIRST_CHEVRON = "first chevron"
    CHEVRON = "chevron"
    DIAMOND = "diamond"


@dataclass(frozen=True, slots=True)
class ShapeItem:
    """A shape filled with a palette colour; a rectangle may fade out over the last `fade` points on its right.

    One that is `turned` does so on its left, and points there if it is a chevron. `corner`, in points, is the radius of
    rounded corners and the depth of a chevron's point, at most half of the shorter side.
    """

    color: str
    opacity: float
    fade: float = 0.0
    outline: Outline = Outline.RECTANGLE
    corner: float = 0.0
    turned: bool = False


class CellRole(Enum):
    """The role of a cell in its table; a stub names its row."""

    HEADER = "header"
    STUB = "stub"
    BODY = "body"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class CellItem:
    """A table's cell: where it begins in the grid, from 0, and how far it reaches; its box and its text, on the page.

    `frame` is the text's own, as narrow as its breaks are safe in: the rest of the box is the cell's margins.
    """

    row: int
    column: int
    rows: int
    columns: int
    rect: Rect
    frame: Rect
    text: TextItem
    role: CellRole
    strong: bool
    span: Span | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Fill:
    """A rectangle on the page, filled with a palette colour: a background behind cells, or a rule between them."""

    rect: Rect
    color: str
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class TableItem:
    """A table as set: the widths of its columns and the heights of its rows, its cells, and what is drawn under them.

    The first `header_rows` are its header, the last `footer_rows` its footer, the first `stub_columns` its stub. A
    `caption` also stands on the page as a text of its own, a `credit` among its page's.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[CellItem, ...]
    header_rows: int
    footer_rows: int
    stub_columns: int
    backgrounds: tuple[Fill, ...]
    rules: tuple[Fill, ...]
    caption: str
    credit: Credit | None = None


@dataclass(frozen=True, slots=True)
class EquationItem:
    """A formula as set: its meaning, and its outline, whose ems have `size` points, in a palette colour.

    The outline begins at the left edge of the frame; its baseline is `drawn.ascent` ems below the upper one. `alt` is
    what it says in words, empty where nobody has said so.
    """

    formula: Formula
    alt: str
    drawn: Drawn
    size: int
    color: str

    @property
    def said(self) -> str:
        """What it says, for readers who hear it: in words, else its LaTeX in one line."""
        return self.alt or " ".join(self.formula.tex.split())


@dataclass(frozen=True, slots=True)
class ConnectorsItem:
    """The lines of a diagram, in a palette colour, and what the diagram says, for readers who hear it."""

    lines: tuple[Connector, ...]
    said: str
    color: str


@dataclass(frozen=True, slots=True)
class GroupItem:
    """Items that are one thing together, in reading order: a figure's picture and caption, a quotation and its author.

    A group draws nothing itself. That of a quotation has its `credit`, which also stands among its page's.
    """

    children: tuple[Placed, ...]
    credit: Credit | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """An item in its place, and what it is there.

    `slot` is the place's name, of its own on the page: that of a layout's slot, or in a region one such as `table` or
    `column 2 heading`; None for shapes. `region` is the slot in which it stands. `step` says when it appears, from 1;
    0 stands from the beginning. `printed` stands in for it in files that are made for paper, where that reads
    otherwise. `decision` says why it stands here.
    """

    rect: Rect
    item: Item
    role: Role
    slot: str | None
    span: Span | None = field(repr=False, compare=False)
    printed: Placed | None = None
    decision: Decision | None = field(default=None, repr=False, compare=False)
    region: str | None = None
    step: int = 0

    @property
    def credit(self) -> Credit | None:
        """The credit of the picture, chart, table or quotation that it is, if that has one of its own."""
        match self.item:
            case PictureItem(credit=credit) | TableItem(credit=credit) | GroupItem(credit=credit):
                return credit
            case TextItem() | ShapeItem() | EquationItem() | ConnectorsItem():
                return None
            case item:
                return item.chart.credit

    @property
    def own_slot(self) -> str | None:
        """The slot of the layout that it fills; None for shapes, and for what has a place of its own in a region."""
        return self.slot if self.region in (None, self.slot) else None

    @property
    def leaves(self) -> Iterator[Placed]:
        """The items that are drawn of it, in their order: itself, or all that a group holds."""
        if isinstance(self.item, GroupItem):
            for child in self.item.children:
                yield from child.leaves
        else:
            yield self

    @property
    def on_paper(self) -> Placed:
        """The item that paper shows in its stead: as a rule itself."""
        return self.printed or self

    @property
    def objects(self) -> Iterator[Placed]:
        """The items that move one by one where slides are edited: compositions whole, of other groups their items."""
        if isinstance(self.item, GroupItem) and self.role not in COMPOSITIONS:
            for child in self.item.children:
                yield from child.objects
        else:
            yield self

    @property
    def texts(self) -> Iterator[Placed]:
        """All that is to be read in it: itself, or its cells in reading order, or the labels of a chart."""
        match self.item:
            case TextItem():
                yield self
            case TableItem(cells=cells):
                for cell in cells:
                    yield Placed(
                        cell.frame, cell.text, Role.TABLE, self.slot, cell.span or self.span, region=self.region
                    )
            case GroupItem(children=children):
                for child in children:
                    yield from child.texts
            case PictureItem() | ShapeItem() | EquationItem() | ConnectorsItem():
                pass
            case item:
                yield from (label.placed for label in item.labels)


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `number` is 1-based; `section` is the name of a section that starts here; `notes` are paragraphs and
    items of lists, each a run without marks.

    `credits` are the slide's records, in reading order: what of them the page shows is set among `placed`. `unsaid` are
    those that have no room there, or not all of it, as paragraphs for the notes. Of a split slide, `part` says which it
    is, from 1, and of how many. `choice` is the layout that was chosen, which a slide without picture may not have;
    `span` is the slide's place in the deck. `minutes` are those that it is planned to take, the parts of a split slide
    equally long; None where nobody says. One that is `hidden` is no part of the talk, nor are those of the `appendix`.
    The first page of a slide has that slide's `id`. `marking` says how far the page may be passed on.
    """

    number: int
    title: str
    section: str | None
    layout: SlideLayout
    placed: tuple[Placed, ...]
    notes: tuple[Paragraph, ...]
    credits: tuple[Credit, ...] = ()
    unsaid: tuple[str, ...] = ()
    part: tuple[int, int] | None = None
    choice: Choice | None = field(default=None, repr=False, compare=False)
    span: Span | None = field(default=None, repr=False, compare=False)
    minutes: float | None = None
    hidden: bool = False
    appendix: bool = False
    id: str | None = None
    marking: str | None = None

    @property
    def leaves(self) -> Iterator[Placed]:
        """All that is drawn, in reading order, groups taken apart."""
        for placed in self.placed:
            yield from placed.leaves

    @property
    def objects(self) -> Iterator[Placed]:
        """All that is moved as one thing where the page is edited, in reading order."""
        for placed in self.placed:
            yield from placed.objects

    def slot(self, name: str) -> Placed | None:
        """Return what stands in the place of that name."""
        return next((one for one in self.leaves if one.slot == name), None)


@dataclass(frozen=True, slots=True)
class Document:
    """A deck laid out: what the files need to know of the deck, its theme, and its pages.

    `license` is the deck's own, written as that of a credit is, `date` its day as it says it. `slides` are the deck's
    as the pages show them, one for each of the first pages: a slide that was split is there in its parts. `paper` is
    what the deck wants of its PDF files; on paper, `prints_addresses` has addresses stand behind the names of links.
    `minutes` are those that it is planned to take; None where nobody says.
    `picture_width` is how many pixels pictures of its pages have across.
    `files` are the names of the files that are made of it together, beside each other, and `folder` is where they will
    lie, from the root of the file system on, without links; both are known once it is built.
    `source` is the deck as it was written, None where it says what not all readers of the document are to see, and
    `attached` the same where it goes with PDF files. `row` is what the files are called of the row that it was made of,
    None where it was made of none. `marking` says how far the whole may be passed on.
    """

    title: str
    author: str | None
    language: str
    theme: Theme
    logo: Logo | None
    pages: tuple[Page, ...]
    license: str | None = None
    slides: tuple[Slide, ...] = field(default=(), repr=False, compare=False)
    date: str | None = None
    paper: PaperSettings = field(default_factory=PaperSettings)
    prints_addresses: bool = False
    minutes: float | None = None
    files: tuple[str, ...] = field(default=(), compare=False)
    folder: Path | None = field(default=None, compare=False)
    source: SourceFile | None = field(default=None, repr=False, compare=False)
    attached: SourceFile | None = field(default=None, repr=False, compare=False)
    picture_width: int = 1920
    row: str | None = field(default=None, compare=False)
    marking: str | None = None

    @property
    def cropped(self) -> frozenset[Span]:
        """The places of pictures that are cropped."""
        placed = (one for page in self.pages for one in page.leaves if one.span)
        return frozenset(
            one.span for one in placed if one.span and isinstance(one.item, PictureItem) and one.item.is_cropped
        )
