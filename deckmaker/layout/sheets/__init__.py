"""Sheets of paper: slides on them in their places, and what stands around. Knows nothing of files."""

from deckmaker.layout.sheets.findings import report_undrawable
from deckmaker.layout.sheets.handout import handout
from deckmaker.layout.sheets.notes_pages import notes_pages
from deckmaker.layout.sheets.sheet import PlacedSlide, Sheet

__all__ = ["PlacedSlide", "Sheet", "handout", "notes_pages", "report_undrawable"]
