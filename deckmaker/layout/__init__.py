"""Deck and theme to a `Document`: the one place where space is decided."""

from deckmaker.layout.deck import layout_deck
from deckmaker.layout.document import Document, Page, PictureItem, Placed, ShapeItem, TextItem

__all__ = ["Document", "Page", "PictureItem", "Placed", "ShapeItem", "TextItem", "layout_deck"]
