"""The long form, for people: code, place, the source line with carets, notes and help."""

from __future__ import annotations

from deckmaker.diagnostics.diagnostic import Diagnostic
from deckmaker.diagnostics.printer.escapes import told
from deckmaker.diagnostics.printer.excerpt import excerpt
from deckmaker.diagnostics.printer.paint import FRAME, SEVERITY, STRONG, painted
from deckmaker.diagnostics.span import Span


def full(diagnostic: Diagnostic, colour: bool = False) -> str:
    """Return the whole message, without a line end behind it."""
    style = SEVERITY[diagnostic.severity]
    head = painted(f"{diagnostic.severity.value}[{diagnostic.code}]", style, colour)
    lines = [head + painted(f": {told(diagnostic.message)}", STRONG, colour)]
    if diagnostic.span:
        lines += _excerpt_lines(diagnostic.span, style, colour)
    indent = " " * (len(str(diagnostic.span.line)) + 1 if diagnostic.span else 1)
    sign = indent + painted("=", FRAME, colour)
    lines += [f"{sign} {painted('note:', STRONG, colour)} {told(note)}" for note in diagnostic.remarks]
    if diagnostic.help:
        lines.append(f"{sign} {painted('help:', STRONG, colour)} {told(diagnostic.help)}")
    return "\n".join(lines)


def _excerpt_lines(span: Span, style: str, colour: bool) -> list[str]:
    number = str(span.line)
    gutter = " " * len(number)
    line, column, marked = excerpt(span)
    bar = painted("|", FRAME, colour)
    return [
        f"{gutter}{painted('-->', FRAME, colour)} {told(span.place)}",
        f"{gutter} {bar}",
        f"{painted(number, FRAME, colour)} {bar} {line}",
        f"{gutter} {bar} {' ' * column}{painted('^' * marked, style, colour)}",
    ]
