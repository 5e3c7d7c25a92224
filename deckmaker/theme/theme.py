"""A theme laid out for one page size. Slots are rectangles here; the grid they came from is left behind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from deckmaker.dataclasses import dataclass, field, replace
from deckmaker.diagnostics import Span
from deckmaker.fonts import FaceKey, Family
from deckmaker.model.geometry import Rect
from deckmaker.theme.baselines import spacing_percent
from deckmaker.theme.losses import Losses
from deckmaker.theme.slots import PLAIN_LAYOUT

if TYPE_CHECKING:
    from deckmaker.template import Template, TemplateLayout, TemplatePlaceholder
    from deckmaker.template.brand import Brand


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set. Sizes and `tracking` in points; `leading` and `gap` in multiples of the size.

    Short texts are set at `short`, long ones down to `minimum`; nested lists down to `least_nested`, None where that is
    the minimum, too. `balance` makes lines about equally long, for titles.
    """

    name: str
    font: str
    size: int
    minimum: int
    short: int | None
    leading: float
    gap: float
    bold: bool
    italic: bool
    color: str
    tracking: float
    balance: bool
    align: str
    anchor: str
    least_nested: int | None = None

    @property
    def percent(self) -> int:
        """The leading in whole percents of single spacing, as presentations say it."""
        return spacing_percent(self.leading)

    @property
    def nested_minimum(self) -> int:
        """The size in points below which no nested list is set for being nested."""
        return self.minimum if self.least_nested is None else self.least_nested

    def no_smaller_than(self, size: int) -> TextStyle:
        """Return the style for texts that are set at `size` points or more. Nested lists are smaller, as ever."""
        return replace(self, minimum=size, least_nested=self.nested_minimum)

    def only(self, size: int) -> TextStyle:
        """Return the style for texts that are set at `size` points, be they short or long."""
        return _only(self, size)


@lru_cache(maxsize=1_024)  # a deck has some 20 styles, and asks at each size at which a text is tried
def _only(style: TextStyle, size: int) -> TextStyle:
    return replace(style.no_smaller_than(size), size=size, short=None)


@dataclass(frozen=True, slots=True)
class ListStyle:
    """How lists are set: `indent` and `nested_gap` in multiples of the size.

    Items below the first level are `shrink` points smaller. Bullets are of the family `bullet_font`, None for their
    text's, and `bullet_size` times as large as that, None for as large as it takes to stand alike in every program.
    Where a list counts `in_letters`, every second level does.
    """

    indent: float
    shrink: int
    nested_gap: float
    bullet: str
    bullet_nested: str
    color: str
    bullet_font: str | None = None
    bullet_size: float | None = None
    in_letters: bool = True


@dataclass(frozen=True, slots=True)
class TableStyle:
    """How tables are set. Colours are palette names, None for the text's own, and for `header_ground` none at all.

    A picked column has a ground of the colour `picked`, and `picked_header` is the colour of its header.

    `rule_width` and `strong_width` in points; `above`, `below` and `gutter`, the space around texts, in multiples of
    the size. Rows of a table that leaves room are up to `air` higher, in multiples of the size too.
    """

    header: str | None = None
    header_ground: str | None = None
    rule: str | None = None
    strong_rule: str | None = None
    zebra: str | None = None
    zebra_opacity: float = 0.06
    picked: str | None = None
    picked_opacity: float = 0.06
    picked_header: str | None = None
    rule_width: float = 0.75
    strong_width: float = 1.5
    above: float = 0.15
    below: float = 0.35
    air: float = 0.5
    gutter: float = 1.6


@dataclass(frozen=True, slots=True)
class ColumnStyle:
    """How columns and grids stand: lengths in points. `rule` is a palette name, None for no rule above columns.

    Columns are `gutter` apart, rows of a grid `row_gap`. A rule is `rule_width` high, `above` below the top; a heading
    begins at `heading_top`, or, without a rule, at the top; it has `heading` points, and the text follows `below` them.
    """

    gutter: float
    rule: str | None = None
    rule_width: float = 1.5
    above: float = 6.0
    heading_top: float = 18.0
    heading: float = 30.0
    below: float = 9.0
    row_gap: float = 18.0


@dataclass(frozen=True, slots=True)
class PanelStyle:
    """The look of the panels behind callouts and cards. Lengths are in points.

    `ground` is a palette name, None for no ground. Texts stand `inset` from its edges; `corner` is the radius of its
    corners. In a callout, `title_gap` is between title and text. It has a bar at its start, `bar` wide, of the colour
    of its title, and so has a quotation, of `quote_bar`; 0 is for none. `quote_mark` is what stands large before
    quotations in place of that: a mark, `language` for the one of the deck's language, None for nothing.
    """

    ground: str | None = None
    opacity: float = 0.4
    corner: float = 0.0
    inset: float = 15.0
    title_gap: float = 6.0
    bar: float = 4.5
    quote_bar: float = 0.0
    quote_mark: str | None = None


@dataclass(frozen=True, slots=True)
class PictureStyle:
    """The look of the edges of pictures. Lengths are in points; `border` is a palette name, None for no line.

    `corner` is the radius of their corners. Without a border, `rim` is the palette name of a line around those that
    lose their edge on a dark page, None for no line; `plate` is that of what lies behind drawings without a ground
    which a dark page would hide, None for nothing. The line's middle is the picture's edge. Pictures beside text
    stand at the right and at the left in turn if they `alternate`.
    """

    border: str | None = None
    border_width: float = 0.75
    corner: float = 0.0
    rim: str | None = None
    plate: str | None = None
    alternate: bool = False


@dataclass(frozen=True, slots=True)
class FlowStyle:
    """How blocks stand below one another: lengths in points.

    Two are `gap` apart, a heading `heading_gap` above what follows it, a caption `caption_gap` below its table or
    picture. `least_text` is what texts have at least, where a table beside them would take all. What has room below the
    height `line` on the page stands there, 0 for none: the optical line on which slides begin that are not full.
    `side` is what of the width headings have at the side of their texts, 0 where they stand above them.
    """

    gap: float = 15.0
    heading_gap: float = 6.0
    caption_gap: float = 9.0
    caption: float = 18.0
    least_text: float = 69.0
    line: float = 0.0
    side: float = 0.0


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """How charts are drawn. Lengths are in points; `grid` and `axis` are palette names.

    Grid lines, the axis on which marks stand, lines of series, reference lines and leaders are as thick as
    `grid_width`, `axis_width`, `line`, `reference` and `leader` say; `dot` is the radius of dots. Columns take
    `bar_share` of the step between categories. Labels are `label_gap` from what they name.
    """

    grid: str
    axis: str
    grid_width: float = 0.75
    axis_width: float = 1.5
    line: float = 3.0
    reference: float = 1.0
    leader: float = 0.75
    dot: float = 4.5
    bar_share: float = 0.68
    band_opacity: float = 0.35
    subtitle_gap: float = 9.0
    label_gap: float = 6.0
    note_gap: float = 9.0


ALIGNED = {"left": 0.0, "center": 0.5, "right": 1.0}
"""How much of the room that something leaves is at its left."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A named place of a layout. `style` is None for pictures; `fit` is cover or contain.

    `rect` is where texts stand, on the grid, `wide` where tables and columns do, which may be wider; `top` is the top
    that the theme gives both. `inner` is the part within the page's margins, where a picture stands that is shown
    whole. `align` says against which side a logo stands. `placeholder` is the one of a company's template whose place
    it has, if it has that of one.
    """

    name: str
    rect: Rect
    inner: Rect
    style: TextStyle | None
    fit: str
    wide: Rect | None = None
    top: float = 0.0
    align: str = "left"
    placeholder: TemplatePlaceholder | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Shape:
    """A rectangle that belongs to a layout; `over_picture` says that it is drawn above the slide's picture.

    It fades out over the last `fade` points on its right, or on its left if it is `turned`. A `scrim`'s opacity is the
    least that it has.
    """

    rect: Rect
    color: str
    opacity: float
    fade: float
    scrim: bool
    over_picture: bool
    turned: bool = False


@dataclass(frozen=True, slots=True)
class SlideLayout:
    """A kind of slide: background colour, slots by name in reading order, shapes in drawing order.

    `without_picture` names the layout that a slide without picture takes instead, if there is one. In a deck,
    `for_titles` has the form of it for titles of so many lines, where not all have as many. `template` is the layout of
    a company's template in which it stands, and `brand` what that draws on every page, behind all else.
    """

    name: str
    background: str
    without_picture: str | None
    slots: Mapping[str, Slot]
    shapes: tuple[Shape, ...]
    for_titles: Mapping[int, SlideLayout] = field(default_factory=dict, repr=False, compare=False)
    template: TemplateLayout | None = field(default=None, repr=False, compare=False)
    brand: Brand | None = field(default=None, repr=False, compare=False)

    def map_slots(self, change: Callable[[Mapping[str, Slot]], Mapping[str, Slot]]) -> SlideLayout:
        """Return the layout and its forms with slots that are changed."""
        forms = {lines: one.map_slots(change) for lines, one in self.for_titles.items()}
        return replace(self, slots=change(self.slots), for_titles=forms)

    @property
    def draws_over_picture(self) -> bool:
        """Whether shapes and texts of this layout lie over its picture."""
        return any(shape.over_picture for shape in self.shapes)


FaintPairs = Mapping[tuple[str, str], frozenset[str]]
"""Colours of text and of ground that stand out too little from each other, and the slots that were named for it."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme for one page size. `families` has heading, body and code; `palette` maps names to #RRGGBB.

    `baseline` is the step of the grid on which lines stand, in points. `modes` has the palettes for light and dark
    screens where the reader's setting is to choose; it is empty where the deck has chosen. `faint` are pairs of colours
    that have been warned of; `color_places` says where the author of a theme, none of ours, wrote a colour. `template`
    is a company's, in whose layouts slides stand; `template_place` is where the theme file names it, and `losses` are
    what outputs leave out of its layouts. One that is `turned` is for pages that run from right to left.
    """

    name: str
    width: float
    height: float
    baseline: float
    families: Mapping[str, Family]
    palette: Mapping[str, str]
    modes: Mapping[str, Mapping[str, str]]
    styles: Mapping[str, TextStyle]
    lists: ListStyle
    link_color: str
    table: TableStyle
    columns: ColumnStyle
    panels: PanelStyle
    pictures: PictureStyle
    flow: FlowStyle
    charts: ChartStyle
    layouts: Mapping[str, SlideLayout]
    faint: FaintPairs = field(default_factory=dict)
    color_places: Mapping[str, Span] = field(default_factory=dict, repr=False, compare=False)
    template: Template | None = field(default=None, repr=False, compare=False)
    template_place: Span | None = field(default=None, repr=False, compare=False)
    losses: Losses = field(default_factory=dict, repr=False, compare=False)
    turned: bool = False

    @property
    def fonts(self) -> dict[str, str]:
        """The names of the families that PowerPoint files say, by what they are for."""
        return {role: family.name for role, family in self.families.items()}

    def face(self, style: TextStyle) -> FaceKey:
        """Return what a text style is drawn in where no run is bold, italic or code."""
        return self.families[style.font].face(style.bold, style.italic)

    @property
    def plain(self) -> SlideLayout:
        """The layout of slides with a text."""
        return self.layouts[PLAIN_LAYOUT]

    def form_of(self, name: str, has_picture: bool) -> SlideLayout:
        """Return the layout of that name, or the one that slides without a picture take in its place.

        Raises KeyError where there is no such layout.
        """
        layout = self.layouts[name]
        return self.layouts[layout.without_picture] if layout.without_picture and not has_picture else layout
