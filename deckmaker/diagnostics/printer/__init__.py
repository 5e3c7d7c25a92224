"""Diagnostics as text, in several forms. Returns strings; `cli` decides where they go."""

from deckmaker.diagnostics.printer.columns import display_width
from deckmaker.diagnostics.printer.escapes import printable
from deckmaker.diagnostics.printer.full_form import full
from deckmaker.diagnostics.printer.github_form import github
from deckmaker.diagnostics.printer.json_form import json_line
from deckmaker.diagnostics.printer.report import FORMS, MOST, report_lines, summary
from deckmaker.diagnostics.printer.short_form import short

__all__ = [
    "FORMS",
    "MOST",
    "display_width",
    "full",
    "github",
    "json_line",
    "printable",
    "report_lines",
    "short",
    "summary",
]
