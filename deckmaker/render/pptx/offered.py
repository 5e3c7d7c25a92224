"""Layouts that no slide of a deck has and a colleague would look for: two columns, a table below a text, a title alone,
and nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Span
from deckmaker.diagnostics.span import SourceFile
from deckmaker.layout import Page, Role
from deckmaker.layout.choice import Choice, Reason
from deckmaker.layout.context import Context
from deckmaker.layout.place import REGION
from deckmaker.layout.slide import layout_slide
from deckmaker.model import Columns, CreditSettings, Deck, Flow, Heading, Marker, Paragraph, Run, Slide, TextBlock
from deckmaker.model.geometry import Rect
from deckmaker.render.pptx.arrangement import Arrangement, Spot
from deckmaker.theme import SlideLayout, TextStyle, Theme
from deckmaker.theme.flow_styles import NOTE, FlowStyles
from deckmaker.theme.slots import COLUMNS_LAYOUT, FOOTNOTES, TABLE_LAYOUT

_NOWHERE = Span(SourceFile("", ""), 1, 1, 1, 1)
_WORDS = (Run("Text"),)

_FILLED = (REGION, "picture", FOOTNOTES)
"""Slots that a page with a title alone goes without."""

_FOOT = ("footer", "number")
"""Slots that are on every page: a blank one has these alone."""


def offers_columns(used: Collection[Arrangement], theme: Theme) -> bool:
    """Tell whether a theme has a layout for columns, and no slide two of texts that are equally wide."""
    alike = (one for one in used if one.is_two_columns and len({column.width for _, column in one.columns}) == 1)
    return COLUMNS_LAYOUT in theme.layouts and not any(one.layout == COLUMNS_LAYOUT for one in alike)


def offers_table(used: Collection[Arrangement], theme: Theme) -> bool:
    """Tell whether a theme has a layout for tables, and no slide a table in it."""
    in_use = (spot for one in used if one.layout == TABLE_LAYOUT for spot in one.spots)
    return TABLE_LAYOUT in theme.layouts and not any(spot.role is Role.TABLE for spot in in_use)


def columns_page(theme: Theme) -> Page:
    """Return a page of two columns with headings, as layout makes it."""
    block = TextBlock((Paragraph(_WORDS, 0, Marker.BULLET),), _NOWHERE)
    flow = Flow((Heading(Paragraph(_WORDS), _NOWHERE), block), _NOWHERE)
    columns = Columns((flow, flow), 2, _NOWHERE)
    slide = Slide(None, None, COLUMNS_LAYOUT, _NOWHERE, (columns,), (), _NOWHERE, (), _NOWHERE)
    deck = Deck(
        title="",
        subtitle=None,
        author=None,
        date=None,
        language="en",
        trail=(),
        footer=None,
        logo=None,
        credits=CreditSettings(),
        use=None,
        license=None,
        reasons={},
        slides=(slide,),
        spans={},
        span=_NOWHERE,
    )
    context = Context(deck, theme)
    return layout_slide(slide, Choice(COLUMNS_LAYOUT, Reason.NAMED), context).page(0, context)


def empty_layouts(theme: Theme) -> Iterator[tuple[str, str, SlideLayout]]:
    """Yield layouts for slides that a colleague fills alone: their names, PowerPoint's types, what they are made of."""
    plain = theme.plain
    titled = {name: slot for name, slot in plain.slots.items() if slot.name not in _FILLED}
    yield "Title only", "titleOnly", replace(plain, slots=titled)
    bare = {name: slot for name, slot in plain.slots.items() if slot.name in _FOOT}
    yield "Blank", "blank", replace(plain, slots=bare, shapes=())


TABLE_BELOW_TEXT = Arrangement(
    TABLE_LAYOUT,
    (Spot(REGION, Role.TEXT), Spot("table", Role.TABLE), Spot("caption", Role.CAPTION)),
    (),
)


def table_places(theme: Theme) -> Iterator[tuple[Rect, TextStyle | None]]:
    """Yield the places of that arrangement, with the styles of their texts: the table has what the others leave.

    A place for a table that nobody knows yet is no table's; so it follows from the theme alone.
    """
    layout = theme.layouts[TABLE_LAYOUT]
    slot, flow = layout.slots[REGION], theme.flow
    styles, wide = FlowStyles(theme, layout, slot), slot.wide or slot.rect
    yield replace(slot.rect, height=flow.least_text), styles.beside
    top, caption = slot.rect.y + flow.least_text + flow.gap, wide.bottom - flow.caption
    yield replace(wide, y=top, height=caption - flow.caption_gap - top), None
    yield replace(wide, y=caption, height=flow.caption), styles.named(NOTE)
