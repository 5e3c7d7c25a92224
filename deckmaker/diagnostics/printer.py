"""Diagnostics as text for people. Returns strings; `cli` decides where they go."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from deckmaker.diagnostics.diagnostic import Diagnostic
from deckmaker.diagnostics.span import Span


def display_width(text: str) -> int:
    """Return the columns that `text` takes on a terminal (Unicode UAX 11: wide and fullwidth take two)."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def _printable(text: str) -> str:
    """Escape control characters: a deck's text must not steer the terminal that shows a message about it."""
    return _CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def full(diagnostic: Diagnostic) -> str:
    """Return the whole message: code, place, the source line with carets, and help."""
    lines = [f"{diagnostic.severity.value}[{diagnostic.code}]: {_printable(diagnostic.message)}"]
    if diagnostic.span:
        lines += _excerpt(diagnostic.span)
    if diagnostic.help:
        indent = " " * (len(str(diagnostic.span.line)) + 1) if diagnostic.span else " "
        lines.append(f"{indent}= help: {_printable(diagnostic.help)}")
    return "\n".join(lines)


def _excerpt(span: Span) -> list[str]:
    number = str(span.line)
    gutter = " " * len(number)
    text = _CONTROL.sub(" ", span.source.line(span.line))
    start = span.column - 1
    # A span over several lines is underlined to the end of its first.
    end = span.end_column - 1 if span.end_line == span.line else len(text)
    carets = "^" * max(1, display_width(text[start:end].rstrip()))
    return [
        f"{gutter}--> {span.place}",
        f"{gutter} |",
        f"{number} | {text}",
        f"{gutter} | {' ' * display_width(text[:start])}{carets}",
    ]


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Return a count such as `2 errors, 1 warning`; empty when there is neither."""
    found = [one.severity.value for one in diagnostics]
    counts = ((found.count(kind), kind) for kind in ("error", "warning"))
    return ", ".join(f"{n} {kind}{'s' if n > 1 else ''}" for n, kind in counts if n)
