"""Decks of tables that are placed by hand, a page each, in the region of the theme's plain layout."""

from __future__ import annotations

from dataclasses import replace

from deckmaker.layout import Document, GroupItem, Page, Placed, Role
from deckmaker.layout.place import REGION
from deckmaker.layout.set_texts import placed_text
from deckmaker.model import Paragraph, Run
from deckmaker.text import FrameText, fit
from deckmaker.theme import SlideLayout, Slot, Theme
from deckmaker.theme.slots import PLAIN_LAYOUT
from tests.projects import briefing
from tests.render.hand_tables import HandTable

CAPTION, REGION_HEIGHT = (141.0, 24.0), 339.0
"""Top and height in points of a caption, which begins the region, and the height of the region."""


def layout_with_tables(theme: Theme) -> SlideLayout:
    """Return the plain layout with a region that holds a table and the caption above it."""
    plain = theme.layouts[PLAIN_LAYOUT]
    body = plain.slots[REGION]
    rect = replace(body.rect, y=CAPTION[0], height=REGION_HEIGHT)
    style = replace(theme.styles["body"], size=15, minimum=9, short=None, anchor="top")
    region = Slot(REGION, rect, rect, style, "cover")
    return replace(plain, name="table", slots={**plain.slots, REGION: region})


def table_document(*tables: HandTable, theme: Theme | None = None) -> Document:
    """Return a deck with a page a table, each under a title and its caption."""
    theme = theme or briefing()
    layout = layout_with_tables(theme)
    theme = replace(theme, layouts={**theme.layouts, layout.name: layout})
    pages = tuple(_page(number, table, layout, theme) for number, table in enumerate(tables, start=1))
    return Document("Tables", "Nobody", "en", theme, None, pages)


def _page(number: int, table: HandTable, layout: SlideLayout, theme: Theme) -> Page:
    title = f"Table {number}"
    placed = [
        _text("title", Role.TITLE, title, layout, theme),
        _figure(table, layout, theme),
        _text("number", Role.NUMBER, str(number), layout, theme),
    ]
    return Page(number, title, None, layout, tuple(placed), ())


def _figure(table: HandTable, layout: SlideLayout, theme: Theme) -> Placed:
    """Return a table, in a group with its caption if it has one."""
    placed = table.placed(theme)
    if not table.caption:
        return placed
    top, height = CAPTION
    rect, style = replace(layout.slots[REGION].rect, y=top, height=height), layout.slots[REGION].style
    assert style
    (fitted,) = fit([FrameText((Paragraph((Run(table.caption),)),), style, rect)], theme)
    caption = replace(placed_text("caption", rect, fitted, style, None, role=Role.CAPTION), region=REGION)
    whole = replace(rect, height=placed.rect.bottom - top)
    return Placed(whole, GroupItem((caption, placed)), Role.FIGURE, None, None, region=REGION)


def _text(slot: str, role: Role, text: str, layout: SlideLayout, theme: Theme) -> Placed:
    rect, style = layout.slots[slot].rect, layout.slots[slot].style
    assert style
    (fitted,) = fit([FrameText((Paragraph((Run(text),)),), style, rect)], theme)
    return placed_text(slot, rect, fitted, style, None, role=role)
