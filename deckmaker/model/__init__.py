"""Meaning: what an author wrote, resolved and frozen. Knows nothing of space, fonts or files' formats."""

from deckmaker.model.block import (
    Block,
    Cells,
    Columns,
    Flow,
    Grid,
    Heading,
    Images,
    Picture,
    PictureFile,
    TextBlock,
)
from deckmaker.model.credit import Credit
from deckmaker.model.deck import CreditSettings, Deck, Slide
from deckmaker.model.logo import Logo
from deckmaker.model.overflow import Overflow, OverflowPolicy
from deckmaker.model.paper import PaperSettings
from deckmaker.model.table import Align, Cell, CellPlace, Lines, Table, TableColumn, TableRow
from deckmaker.model.text import Footnote, Marker, Paragraph, Run, SlideLink, looks_linked

__all__ = [
    "Align",
    "Block",
    "Cell",
    "CellPlace",
    "Cells",
    "Columns",
    "Credit",
    "CreditSettings",
    "Deck",
    "Flow",
    "Footnote",
    "Grid",
    "Heading",
    "Logo",
    "Images",
    "Lines",
    "Marker",
    "Overflow",
    "PaperSettings",
    "Paragraph",
    "Picture",
    "PictureFile",
    "Run",
    "Slide",
    "SlideLink",
    "Table",
    "TableColumn",
    "TableRow",
    "TextBlock",
    "OverflowPolicy",
    "looks_linked",
]
