"""Decks of tables that are placed by hand, a page each, in a theme whose plain layout is given places for them."""

from __future__ import annotations

from dataclasses import replace

from deckmaker.layout import Document, Page, Placed
from deckmaker.layout.texts import placed_text
from deckmaker.model import Paragraph, Run
from deckmaker.text import FrameText, fit
from deckmaker.theme import SlideLayout, Slot, Theme
from deckmaker.theme.slots import PLAIN_LAYOUT
from tests.projects import briefing
from tests.render.hand_tables import HandTable

TABLE_SLOTS = {"caption": (141.0, 24.0), "table": (168.0, 312.0)}
"""The places of a table and its caption in a layout: top and height in points."""


def layout_with_tables(theme: Theme) -> SlideLayout:
    """Return the plain layout with places for a table and its caption where its text was."""
    plain = theme.layouts[PLAIN_LAYOUT]
    body = plain.slots["body"]
    slots: dict[str, Slot] = {}
    for name, slot in plain.slots.items():
        if name != "body":
            slots[name] = slot
            continue
        for own, (top, height) in TABLE_SLOTS.items():
            rect = replace(body.rect, y=top, height=height)
            style = replace(theme.styles["body"], size=15, minimum=9, short=None, anchor="top")
            slots[own] = Slot(own, rect, rect, style, "cover")
    return replace(plain, name="table", slots=slots)


def table_document(*tables: HandTable, theme: Theme | None = None) -> Document:
    """Return a deck with a page a table, each under a title and its caption."""
    theme = theme or briefing()
    layout = layout_with_tables(theme)
    theme = replace(theme, layouts={**theme.layouts, layout.name: layout})
    pages = tuple(_page(number, table, layout, theme) for number, table in enumerate(tables, start=1))
    return Document("Tables", "Nobody", "en", theme, None, pages)


def _page(number: int, table: HandTable, layout: SlideLayout, theme: Theme) -> Page:
    title = f"Table {number}"
    texts = {"title": title, "table": "", "caption": table.caption, "number": str(number)}
    placed = [
        table.placed(theme) if slot == "table" else _text(slot, texts[slot], layout, theme)
        for slot in layout.slots
        if slot == "table" or texts.get(slot)
    ]
    return Page(number, title, None, layout, tuple(placed), ())


def _text(slot: str, text: str, layout: SlideLayout, theme: Theme) -> Placed:
    rect, style = layout.slots[slot].rect, layout.slots[slot].style
    assert style
    (fitted,) = fit([FrameText((Paragraph((Run(text),)),), style, rect)], theme)
    return placed_text(slot, rect, fitted, style, None)
