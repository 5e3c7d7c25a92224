"""Mistakes in expressions, as diagnostics at the place of the text that holds them."""

from __future__ import annotations

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.source.scalars import span_within
from deckmaker.values.mistake import ValueMistake


def report_mistake(mistake: ValueMistake, text: str, span: Span, diagnostics: Diagnostics) -> None:
    """Report a mistake in a text, whose whole place is `span`, there where it is."""
    report_at(mistake, span_within(span, text, mistake.begin, mistake.end), diagnostics)


def report_at(mistake: ValueMistake, where: Span | None, diagnostics: Diagnostics) -> None:
    """Report a mistake at its own place, if it has one."""
    columns = (mistake.column,) if mistake.column else ()
    match mistake.code:
        case "unknown-variable":
            diagnostics.report("unknown-variable", mistake.message, where, mistake.help, columns=columns)
        case "variable-syntax":
            diagnostics.report("variable-syntax", mistake.message, where, mistake.help, columns=columns)
        case "condition-syntax":
            diagnostics.report("condition-syntax", mistake.message, where, mistake.help, columns=columns)
        case "unformatted-number":
            diagnostics.report("unformatted-number", mistake.message, where, mistake.help, columns=columns)
        case "failed-formula":
            diagnostics.report("failed-formula", mistake.message, where, mistake.help, columns=columns)
        case _:
            diagnostics.report("unusable-variable", mistake.message, where, mistake.help, columns=columns)
