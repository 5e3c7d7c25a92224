"""All rules about decks as a whole, in turn."""

from __future__ import annotations

from deckmaker.accessibility.color_alone import report_color_alone, report_colors_named
from deckmaker.accessibility.merged_cells import report_merged_cells
from deckmaker.accessibility.reading import report_wordy_slides
from deckmaker.accessibility.small_texts import report_small_credits, report_small_texts, report_tiny_texts
from deckmaker.accessibility.titles import report_repeated_sections, report_repeated_titles
from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document
from deckmaker.model import Deck


def check_accessibility(deck: Deck, document: Document, diagnostics: Diagnostics) -> None:
    """Report what keeps people from reading a deck, given as it is written and as it is laid out."""
    numbered = list(enumerate(deck.slides, start=1))
    report_repeated_titles(numbered, diagnostics)
    report_repeated_sections(numbered, diagnostics)
    report_merged_cells(numbered, diagnostics)
    report_color_alone(numbered, diagnostics)
    report_colors_named(numbered, diagnostics)
    if not diagnostics.failed():  # what has no room is told as that
        report_small_texts(document, diagnostics)
        report_small_credits(document, diagnostics)
        report_tiny_texts(document, diagnostics)
        report_wordy_slides(document.pages, diagnostics)
