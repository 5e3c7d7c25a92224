"""The line of a file that a message is about, and the stretch of it to mark."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import NamedTuple

from deckmaker.diagnostics.printer.columns import as_shown, display_width
from deckmaker.diagnostics.span import Span

WIDEST = 160
"""Columns of a source line that are shown, marks of what is left out included."""

_BEFORE = 40
"""Columns shown before a stretch that is itself too long."""

_LEFT_OUT = "…"


class Excerpt(NamedTuple):
    """A line as shown; from which column on, and how many columns, to mark."""

    line: str
    column: int
    marked: int


def excerpt(span: Span) -> Excerpt:
    """Return the first line of a span, cropped around it where it is too long."""
    text = span.source.line(span.line)
    start = min(max(span.column - 1, 0), len(text))
    # A span over several lines is marked to the end of its first.
    end = span.end_column - 1 if span.end_line == span.line else len(text)
    end = start + len(text[start:end].rstrip())
    shown = [as_shown(character) for character in text]
    columns = [0, *accumulate(display_width(one) for one in shown)]
    first, last = _window(columns, start, end)
    left, right = (_LEFT_OUT if cut else "" for cut in (first > 0, last < len(text)))
    line = left + "".join(shown[first:last]) + right
    end = min(max(start, end), last)
    return Excerpt(line, len(left) + columns[start] - columns[first], max(1, columns[end] - columns[start]))


def _window(columns: list[int], start: int, end: int) -> tuple[int, int]:
    """Return the first character to show and the one behind the last; `columns` holds where each begins."""
    total = columns[-1]
    if total <= WIDEST:
        return 0, len(columns) - 1
    budget = WIDEST - 2 * len(_LEFT_OUT)
    room = budget - (columns[end] - columns[start])
    leftmost = max(0, min(columns[start] - max(room // 2, _BEFORE), total - budget))
    first = min(bisect_left(columns, leftmost), start)
    return first, min(bisect_right(columns, columns[first] + budget) - 1, len(columns) - 1)
