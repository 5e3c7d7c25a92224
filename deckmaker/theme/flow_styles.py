"""The styles of texts in a region: by what they are there, in a colour that can be read on its ground."""

from __future__ import annotations

from deckmaker.dataclasses import dataclass, replace
from deckmaker.theme.theme import SlideLayout, Slot, TextStyle, Theme

LARGEST = 18
"""The size in points of texts beside tables, and of cells, in themes that have no style for them."""

SMALLEST = 12
"""The least size in points of cells, in themes that have no style for them."""

CELL_LEADING = 1.12
"""From baseline to baseline in a cell, in multiples of the size: short lines, and space enough around them."""

MARK_SCALE = 4
"""How much larger than texts the mark before quotations is, in themes that have no style for it."""

_ONLY = 2
"""How much larger a slide's only key figure may be than those that stand side by side."""

_ALONE = 1.5
"""How large a formula that stands alone may be, in multiples of a text's size."""

BESIDE, COLUMN, HEADING, CELL, NOTE = "intro", "column", "heading", "table", "note"
"""Names of styles: texts beside tables and pictures, in columns, headings there, cells, captions."""

QUOTATION, ATTRIBUTION, QUOTE_MARK = "quotation", "attribution", "quotation-mark"
"""Names of styles: somebody's words, who said them, and the large mark before them."""

VALUE, LABEL, CHANGE = "metric", "metric-label", "metric-change"
"""Names of styles: what key figures say first, what they are, and how they have changed."""

ONLY_VALUE = "metric-only"
"""Name of the style of a key figure that is its slide's only one."""

CHANGES = {"good": f"{CHANGE}-good", "bad": f"{CHANGE}-bad", "neutral": CHANGE}
"""The styles of changes by what they mean."""

AGENDA, AGENDA_CURRENT, AGENDA_OTHER = "agenda", "agenda-current", "agenda-other"
"""Names of styles: sections in an agenda; the one that begins, and those beside it."""

CALLOUT, CALLOUT_TITLE = "callout", "callout-title"
"""Names of styles: what is to be noticed, and the title above it."""

CALLOUT_TITLES = {
    "finding": CALLOUT_TITLE,
    **{kind: f"{CALLOUT_TITLE}-{kind}" for kind in ("note", "warning", "question")},
}
"""The styles of titles by what callouts are."""

CODE = "code"
"""Name of the style of code on its panel."""

EQUATION = "equation"
"""Name of the style of formulas: their size and colour; they have a font of their own."""

ITEM_TIME, ITEM_TITLE, ITEM_TEXT = "item-time", "item-title", "item-text"
"""Names of styles: when an event was, what an event or a step is called, and what is said of it."""

CHART_SUBTITLE, CHART_LABEL = "chart-subtitle", "chart-label"
"""Names of styles: what a chart measures; its categories, the numbers of its axes and of its marks."""

CHART_SERIES, CHART_ANNOTATION = "chart-series", "chart-annotation"
"""Names of styles: what series are called; what is said of a point, a line or a band."""

CHART_SIZES = {CHART_SUBTITLE: 18, CHART_LABEL: 15, CHART_SERIES: 15, CHART_ANNOTATION: 15}
"""The styles of charts, with their largest sizes in points in themes that have no style for them."""

CHART_STYLES = tuple(CHART_SIZES)

FLOW_STYLES = (
    *(BESIDE, COLUMN, HEADING, CELL, NOTE, QUOTATION, ATTRIBUTION, QUOTE_MARK),
    *(VALUE, ONLY_VALUE, LABEL, CHANGE, ITEM_TIME, ITEM_TITLE, ITEM_TEXT),
    *(CALLOUT, CALLOUT_TITLE, AGENDA, AGENDA_CURRENT, AGENDA_OTHER, CODE, EQUATION),
    *CHART_STYLES,
)
"""Styles that no slot need name: the texts of blocks have them."""


@dataclass(frozen=True)
class FlowStyles:
    """The styles of a theme in one slot of one layout."""

    theme: Theme
    layout: SlideLayout
    slot: Slot

    @property
    def lowered(self) -> float:
        """How much lower the slot is than on most slides of the layout, for a title of more lines, in points."""
        usual = self.theme.layouts.get(self.layout.name)
        return self.slot.top - usual.slots[self.slot.name].top if usual and self.slot.name in usual.slots else 0.0

    @property
    def text(self) -> TextStyle:
        """The style of a text that has the region to itself."""
        assert self.slot.style is not None, f"slot {self.slot.name} holds text and has no style"
        return self.slot.style

    @property
    def beside(self) -> TextStyle:
        """The style of a text beside a table or a picture in the same region: no larger than `intro`."""
        known = self.theme.styles.get(BESIDE)
        most = known.size if known else LARGEST
        own = replace(self.text, anchor="top")
        if own.size <= most:
            return own
        return replace(own, size=most, minimum=min(own.minimum, most), short=None)

    @property
    def columns(self) -> TextStyle:
        """The style of texts in columns. A region whose own style is that says of what size and colour they are."""
        return self.text if self.text.name == COLUMN else self.named(COLUMN)

    def named(self, name: str) -> TextStyle:
        """Return the theme's style of that name, else one made from the region's own. Its text stands at the top."""
        style = self.theme.styles.get(name) or self._made(name)
        style = replace(style, name=name, align="left", anchor="top", balance=False)
        return style if self.on_plain_ground else replace(style, color=self.text.color)

    def on_tint(self, style: TextStyle) -> TextStyle:
        """Return a style in the colour that it has on plain pages: for words on a ground that is alike on all pages."""
        plain = FlowStyles(self.theme, self.theme.plain, self.theme.plain.slots["body"])
        return replace(style, color=plain.named(style.name).color)

    @property
    def holds_blocks(self) -> bool:
        """Whether all blocks may stand here: on title pages and coloured ones, only texts do."""
        return "meta" not in self.layout.slots and self.layout.background == self.theme.plain.background

    @property
    def on_plain_ground(self) -> bool:
        """Whether the page and its texts have the colours that slides with a text have."""
        return self.layout.background == self.theme.plain.background and self.text.color == self._plain_color

    @property
    def _plain_color(self) -> str:
        style = self.theme.plain.slots["body"].style
        return style.color if style else self.text.color

    def _made(self, name: str) -> TextStyle:
        text = self.text
        if name == NOTE:
            credits = self.layout.slots["credits"].style
            return replace(credits or text, short=None)
        size = min(text.size, LARGEST)
        if name == CELL:
            return replace(text, size=size, minimum=min(SMALLEST, size), short=None, leading=CELL_LEADING, gap=0.0)
        if name == CODE:
            return replace(text, size=size, minimum=min(SMALLEST, size), short=None, gap=0.0)
        if name == EQUATION:
            return replace(text, minimum=min(SMALLEST, text.minimum), short=round(_ALONE * text.size))
        if name == QUOTE_MARK:
            return replace(text, size=MARK_SCALE * size, minimum=size, bold=True, short=None)
        if name == ONLY_VALUE:
            value = self.named(VALUE)
            return replace(value, short=_ONLY * (value.short or value.size))
        if name == VALUE:
            return replace(text, size=2 * size, minimum=size, bold=True, short=None, leading=1.0)
        if name in (LABEL, *CHANGES.values()):
            return replace(text, size=size, minimum=min(SMALLEST, size), bold=name != LABEL, short=None)
        if name in (ITEM_TIME, ITEM_TITLE, ITEM_TEXT):
            return replace(self.named(LABEL), bold=name != ITEM_TEXT)
        if name in CHART_STYLES:
            size = min(text.size, CHART_SIZES[name])
            return replace(text, size=size, minimum=min(SMALLEST, size), short=None, bold=name == CHART_SERIES, gap=0.0)
        if name in (HEADING, AGENDA_CURRENT, *CALLOUT_TITLES.values()):
            return replace(text, bold=True, short=None)
        return replace(text, short=None)
