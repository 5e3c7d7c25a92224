"""Deck and theme to a `Document`: the one place where space is decided."""

from deckmaker.layout.deck import layout_deck
from deckmaker.layout.document import Document, Page, PictureItem, Placed, ShapeItem, TextItem
from deckmaker.layout.fading import fade_stops

__all__ = ["Document", "Page", "PictureItem", "Placed", "ShapeItem", "TextItem", "fade_stops", "layout_deck"]
