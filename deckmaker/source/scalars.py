"""Where a part of a text stands in the YAML file that holds it, in whatever style it is written there.

YAML folds lines, takes indentation away and has escapes: the signs that are no spaces stay, in their order. So a part
is found by how many of them stand before it.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from deckmaker.diagnostics import Span
from deckmaker.patterns import pattern

_LEAST_WIDTH = 72
"""Columns up to which programs fill lines, at the least; PyYAML does up to 80."""

_PROPERTIES = pattern(r"(?:[&!]\S*\s+)*")
"""An anchor and a tag, which may stand before a text."""

_SIGN = pattern(r"\S")
_SIGN_IN_SINGLE = pattern(r"''|[^\s']")
_SIGN_IN_DOUBLE = pattern(
    r"(?P<space>\\[tnrvfNLP_ ])"  # of these there is no sign
    r"|\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)|[^\s\"\\]"
)
_IN_QUOTES = {"'": _SIGN_IN_SINGLE, '"': _SIGN_IN_DOUBLE}


class _Signs(NamedTuple):
    """Where the signs of a text that are no spaces stand: in the text, and in the file by line and column, from 1.

    The `ends` are the columns behind them: an escape takes several.
    """

    offsets: array[int]
    lines: array[int]
    columns: array[int]
    ends: array[int]


def span_within(span: Span, text: str, begin: int, end: int) -> Span:
    """Return where `text[begin:end]` stands, of a text that is written at `span`; all of it where that is not found."""
    signs = _signs(span, text)
    if signs is None:
        return span
    first, last = bisect_left(signs.offsets, begin), bisect_left(signs.offsets, end) - 1
    if first > last:
        return span
    return Span(span.source, signs.lines[first], signs.columns[first], signs.lines[last], signs.ends[last])


@lru_cache(maxsize=2)  # what is said of one text is said at once
def _signs(span: Span, text: str) -> _Signs | None:
    """Return the places of a text's signs; None where the file holds others, as behind an escape of half a sign."""
    offsets = array("q", (index for index, one in enumerate(text) if not one.isspace()))
    lines, columns, ends = array("q"), array("q"), array("q")
    for line, column, end in _written(span):
        lines.append(line)
        columns.append(column)
        ends.append(end)
        if len(lines) > len(offsets):
            return None
    return _Signs(offsets, lines, columns, ends) if len(lines) == len(offsets) else None


def _written(span: Span) -> Iterator[tuple[int, int, int]]:
    """Yield the line of each sign as it is written, its column, and the one behind it."""
    lines = _lines(span)
    number, column, first = next(lines)
    properties = _PROPERTIES.match(first)
    begin = properties.end() if properties else 0
    style = first[begin : begin + 1]
    sign = _IN_QUOTES.get(style, _SIGN)
    if style not in ("|", ">"):  # behind these the text begins on the next line
        yield from ((number, column + start, column + end) for start, end in _places(sign, first, begin))
    for number, column, line in lines:
        yield from ((number, column + start, column + end) for start, end in _places(sign, line))


def _places(sign: re.Pattern[str], line: str, begin: int = 0) -> Iterator[tuple[int, int]]:
    return (found.span() for found in sign.finditer(line, begin) if not found.lastgroup)


def are_joined(text: str, span: Span) -> bool:
    """Tell whether a text has fewer lines than are written, as plain, quoted and folded ones do (YAML 1.2.2, 6.5).

    Those that a program has filled up to its width are one line to begin with.
    """
    _, column, first = next(lines := _lines(span))
    properties = _PROPERTIES.match(first)
    begun = first[properties.end() if properties else 0 :]
    if begun.startswith("|"):
        return False
    written = [*([] if begun.startswith(">") else [(column, first)]), *((start, line) for _, start, line in lines)]
    filled = [(start, line) for start, line in written if line.strip()]
    if len(filled) <= sum(bool(line.strip()) for line in text.split("\n")):
        return False
    return any(
        start + len(line.rstrip()) + len(below.split(maxsplit=1)[0]) < _LEAST_WIDTH
        for (start, line), (_, below) in pairwise(filled)
    )


def _lines(span: Span) -> Iterator[tuple[int, int, str]]:
    """Yield each line of a span: its number, the column at which it begins, and what of it belongs to the span."""
    for number in range(span.line, span.end_line + 1):
        line = span.source.line(number)
        end = span.end_column - 1 if number == span.end_line else len(line)
        begin = span.column - 1 if number == span.line else 0
        yield number, begin + 1, line[begin:end]
