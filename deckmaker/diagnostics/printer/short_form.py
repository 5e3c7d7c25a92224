"""The short form, one line a message, as compilers write it: editors and `grep` read it."""

from __future__ import annotations

from deckmaker.diagnostics.diagnostic import Diagnostic
from deckmaker.diagnostics.printer.escapes import told
from deckmaker.diagnostics.printer.paint import SEVERITY, painted


def short(diagnostic: Diagnostic, colour: bool = False) -> str:
    """Return `file:line:column: error[code]: message; help`; what has no place begins with `error`."""
    place = f"{told(diagnostic.span.place)}: " if diagnostic.span else ""
    head = painted(f"{diagnostic.severity.value}[{diagnostic.code}]", SEVERITY[diagnostic.severity], colour)
    help = f"; {diagnostic.help}" if diagnostic.help else ""
    return f"{place}{head}: {told(diagnostic.message)}{told(help)}"
