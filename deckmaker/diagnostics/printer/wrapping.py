"""Text in columns of a terminal: wrapped and padded by the width that it is shown with."""

from __future__ import annotations

from deckmaker.diagnostics.printer import display_width
from deckmaker.diagnostics.printer.columns import as_shown
from deckmaker.patterns import pattern

_PIECE = pattern(r" +|[^ /]*/+|[^ /]+")
"""Spaces, and words up to the slashes in them, behind which paths and addresses may be parted."""


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines of a text in a column of `width`, at least 2; what is longer than a line is cut."""
    lines, used = [""], 0
    for piece in _PIECE.findall("".join(map(as_shown, text))):
        taken = display_width(piece)
        if used + taken > width >= taken or (piece.isspace() and used + taken > width):
            lines.append("")
            used = 0
            if piece.isspace():
                continue
        for character in piece:
            step = display_width(character)
            if used + step > width:
                lines.append("")
                used = 0
            lines[-1] += character
            used += step
    return [line.rstrip(" ") for line in lines]


def padded(text: str, width: int) -> str:
    """Return a text with spaces up to `width`."""
    return text + " " * (width - display_width(text))
