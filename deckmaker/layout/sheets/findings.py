"""What sheets say that slides do not, and that cannot be drawn: notes, and what the deck says of itself."""

from __future__ import annotations

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout.document import Document
from deckmaker.layout.findings import character_findings, report_findings
from deckmaker.layout.sheets.look import sheet_theme, text_style
from deckmaker.layout.sheets.notes_pages import NOTES
from deckmaker.layout.written_numbers import written_numbers
from deckmaker.model import Paragraph, Run


def report_undrawable(document: Document, with_notes: bool, diagnostics: Diagnostics) -> None:
    """Report characters of a document's head and, `with_notes`, of its notes that no font has, or that run from right
    to left. A whole deck says each once."""
    theme, first = sheet_theme(document.theme), document.pages[0]
    head = tuple(Paragraph((Run(text),)) for text in (document.title, document.date, document.author) if text)
    numbers = written_numbers(document.pages)
    for number, paragraphs, span in (
        (first.number, head, first.span),
        *((numbers[page.number], page.notes if with_notes else (), page.span) for page in document.pages),
    ):
        if span and paragraphs:
            style = NOTES if paragraphs is not head else text_style(8)
            report_findings(dict.fromkeys(character_findings(paragraphs, style, span, theme)), number, diagnostics)
