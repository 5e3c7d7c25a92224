"""How decks look, as data: palette, type, grid and slide layouts with named slots."""

from deckmaker.theme.built_in import built_in_themes
from deckmaker.theme.page_size import PAGE_SIZES
from deckmaker.theme.reading import load_theme
from deckmaker.theme.theme import ListStyle, Shape, SlideLayout, Slot, TableStyle, TextStyle, Theme

__all__ = [
    "PAGE_SIZES",
    "ListStyle",
    "Shape",
    "SlideLayout",
    "Slot",
    "TableStyle",
    "TextStyle",
    "Theme",
    "built_in_themes",
    "load_theme",
]
