"""The line of a file that a message is about, and the stretch of it to mark."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import NamedTuple

from deckmaker.budget.messages import EXCERPT_CHARACTERS
from deckmaker.diagnostics.printer.columns import as_shown, display_width
from deckmaker.diagnostics.shortening import LEFT_OUT
from deckmaker.diagnostics.span import Span

WIDEST = 160
"""Columns of a source line that are shown, marks of what is left out included."""

_BEFORE = 40
"""Columns shown before a stretch that is itself too long."""

_NEAR = EXCERPT_CHARACTERS.most
"""Characters to either side of a stretch's beginning that are looked at: a line may have a million."""


class Excerpt(NamedTuple):
    """A line as shown; from which column on, and how many columns, to mark."""

    line: str
    column: int
    marked: int


def excerpt(span: Span) -> Excerpt:
    """Return the first line of a span, cropped around it where it is too long."""
    whole = span.source.line(span.line)
    start = min(max(span.column - 1, 0), len(whole))
    # A span over several lines is marked to the end of its first.
    end = span.end_column - 1 if span.end_line == span.line else len(whole)
    # Of a stretch behind the end, too, the end of the line is shown.
    begin = max(0, min(start, len(whole) - 1) - _NEAR)
    text = whole[begin : start + _NEAR]
    before, behind = begin > 0, start + _NEAR < len(whole)
    start, end = start - begin, max(start, min(end, start + _NEAR)) - begin
    end = start + len(text[start:end].rstrip())
    shown = [as_shown(character) for character in text]
    columns = [0, *accumulate(display_width(one) for one in shown)]
    first, last = _window(columns, start, end, is_whole=not before and not behind)
    left, right = (LEFT_OUT if cut else "" for cut in (before or first > 0, behind or last < len(text)))
    line = left + "".join(shown[first:last]) + right
    end = min(max(start, end), last)
    return Excerpt(line, len(left) + columns[start] - columns[first], max(1, columns[end] - columns[start]))


def _window(columns: list[int], start: int, end: int, is_whole: bool) -> tuple[int, int]:
    """Return the first character to show and the one behind the last; `columns` holds where each begins.

    `is_whole` says that there are no others on the line.
    """
    fits = is_whole and columns[-1] <= WIDEST
    first, last = (0, len(columns) - 1) if fits else _widest(columns, start, end)
    if last - first > EXCERPT_CHARACTERS.most:  # marks that take no columns
        first = max(first, start - EXCERPT_CHARACTERS.most // 2)
        last = min(last, first + EXCERPT_CHARACTERS.most)
    return first, last


def _widest(columns: list[int], start: int, end: int) -> tuple[int, int]:
    total, budget = columns[-1], WIDEST - 2 * len(LEFT_OUT)
    room = budget - (columns[end] - columns[start])
    leftmost = max(0, min(columns[start] - max(room // 2, _BEFORE), total - budget))
    first = min(bisect_left(columns, leftmost), start)
    return first, min(bisect_right(columns, columns[first] + budget) - 1, len(columns) - 1)
