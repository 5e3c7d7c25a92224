"""Deck and theme to a `Document`: the one place where space is decided."""

from deckmaker.layout.choice import Reason
from deckmaker.layout.decision import Change, Decision
from deckmaker.layout.deck import layout_deck
from deckmaker.layout.document import (
    Band,
    CellItem,
    CellRole,
    Document,
    Page,
    PictureItem,
    Placed,
    ShapeItem,
    TableItem,
    TextItem,
)
from deckmaker.layout.fading import fade_stops

__all__ = [
    "Band",
    "CellItem",
    "CellRole",
    "Change",
    "Decision",
    "Document",
    "Page",
    "PictureItem",
    "Placed",
    "Reason",
    "ShapeItem",
    "TableItem",
    "TextItem",
    "fade_stops",
    "layout_deck",
]
