"""Lines of a text, as YAML counts them."""

from __future__ import annotations

from deckmaker.diagnostics import SourceFile, Span


def place_at(source: SourceFile, offset: int) -> Span:
    """Return the place of the character at a 0-based `offset`.

    A line ends with LF, CR, both, NEL, LS or PS, in YAML 1.1 and libyaml as for `str.splitlines`; the other ends that
    this knows (VT, FF, FS, GS, RS) are control characters, which no YAML file holds before its first mistake.
    """
    lines = f"{source.text[:offset]}x".splitlines()
    line, column = len(lines), len(lines[-1])
    return Span(source, line, column, line, column + 1)
