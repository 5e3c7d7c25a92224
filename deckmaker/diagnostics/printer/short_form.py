"""The short form, one line a message, as compilers write it: editors and `grep` read it."""

from __future__ import annotations

from deckmaker.diagnostics.diagnostic import Diagnostic
from deckmaker.diagnostics.printer.escapes import told
from deckmaker.diagnostics.printer.paint import SEVERITY, painted
from deckmaker.diagnostics.shortening import shortened


def short(diagnostic: Diagnostic, colour: bool = False) -> str:
    """Return `file:line:column: error[code]: message; row; help`; what has no place begins with `error`."""
    place = f"{told(diagnostic.span.place)}: " if diagnostic.span else ""
    head = painted(f"{diagnostic.severity.value}[{diagnostic.code}]", SEVERITY[diagnostic.severity], colour)
    help = f"; {diagnostic.help}" if diagnostic.help else ""
    row = f"; {told(shortened(diagnostic.row.words))}" if diagnostic.row else ""
    return f"{place}{head}: {told(diagnostic.message)}{row}{told(help)}"
