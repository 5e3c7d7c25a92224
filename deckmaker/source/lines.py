"""Lines of a text, as YAML counts them."""

from __future__ import annotations

from deckmaker.budget import CAUSE_LINES
from deckmaker.diagnostics import SourceFile, Span
from deckmaker.diagnostics.line_index import lines_of


def place_at(source: SourceFile, offset: int) -> Span:
    """Return the place of the character at a 0-based `offset`.

    A line ends with LF, CR, both, NEL, LS or PS, in YAML 1.1 and libyaml as for `str.splitlines`; the other ends that
    this knows (VT, FF, FS, GS, RS) are control characters, which no YAML file holds before its first mistake.
    """
    line, column = lines_of(source.text).place(offset)
    return Span(source, line, column, line, column + 1)


def lines_up(last: int) -> range:
    """Return the 0-based numbers of a line and those above it, upwards, as far as a cause is looked for."""
    return range(last, max(last - CAUSE_LINES.most, -1), -1)
