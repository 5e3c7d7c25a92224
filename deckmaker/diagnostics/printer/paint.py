"""Colours of a terminal (ECMA-48, 8.3.117: SGR)."""

from __future__ import annotations

from deckmaker.diagnostics.catalogue import Severity

SEVERITY = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}
STRONG, FRAME = "1", "34"


def painted(text: str, style: str, colour: bool) -> str:
    """Return `text` in a style, or as it is where there is no colour."""
    return f"\x1b[{style}m{text}\x1b[0m" if colour else text
