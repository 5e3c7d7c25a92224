"""Deck and theme to a `Document`: the one place where space is decided."""

from deckmaker.layout.choice import Reason
from deckmaker.layout.deck import layout_deck
from deckmaker.layout.document import (
    CellItem,
    CellRole,
    Change,
    ConnectorsItem,
    Decision,
    Document,
    Edge,
    EquationItem,
    Fill,
    GroupItem,
    Outline,
    Page,
    PictureItem,
    Placed,
    ShapeItem,
    TableItem,
    TextItem,
)
from deckmaker.layout.roles import Role

__all__ = [
    "Fill",
    "CellItem",
    "CellRole",
    "Change",
    "ConnectorsItem",
    "Decision",
    "Document",
    "Edge",
    "EquationItem",
    "GroupItem",
    "Outline",
    "Page",
    "PictureItem",
    "Placed",
    "Reason",
    "Role",
    "ShapeItem",
    "TableItem",
    "TextItem",
    "layout_deck",
]
