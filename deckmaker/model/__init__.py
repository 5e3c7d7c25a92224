"""Meaning: what an author wrote, resolved and frozen. Knows nothing of space, fonts or files' formats."""

from deckmaker.model.block import Block, Column, Columns, Picture, PictureFile, TextBlock
from deckmaker.model.credit import Credit
from deckmaker.model.deck import CreditSettings, Deck, Slide
from deckmaker.model.text import Marker, Paragraph, Run

__all__ = [
    "Block",
    "Column",
    "Columns",
    "Credit",
    "CreditSettings",
    "Deck",
    "Marker",
    "Paragraph",
    "Picture",
    "PictureFile",
    "Run",
    "Slide",
    "TextBlock",
]
