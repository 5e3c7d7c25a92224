"""The lines of a text, found without a list of all of them: a file may have tens of millions."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from deckmaker.patterns import pattern

_PIECE = 4_096
"""Characters after which a piece ends with its line: little to part, and few pieces."""

_PARTED = 64
"""Pieces of which the lines are at hand."""

_LINE_END = pattern("\r\n?|\n")


class LineIndex:
    """Where the pieces of a text begin, each at the beginning of a line, and with which line.

    Lines are those of `str.splitlines`.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._offsets, self._numbers = [0], [0]
        self._parted: dict[int, list[str]] = {}  # no cache of a method: it would hold the text in a circle
        position = number = 0
        while found := _LINE_END.search(text, position + _PIECE):
            number += len(text[position : found.end()].splitlines())
            position = found.end()
            self._offsets.append(position)
            self._numbers.append(number)

    def line(self, number: int) -> str:
        """Return line `number`, 1-based, without its end; empty when there is no such line."""
        if number < 1:
            return ""
        piece = bisect_right(self._numbers, number - 1) - 1
        lines = self._parted.get(piece) or self._part(piece)
        within = number - 1 - self._numbers[piece]
        return lines[within] if within < len(lines) else ""

    def offset(self, number: int, column: int) -> int:
        """Return the 0-based offset of the character at a 1-based line and column; behind the last line, the end."""
        piece = max(bisect_right(self._numbers, number - 1) - 1, 0)
        begin = self._offsets[piece]
        end = self._offsets[piece + 1] if piece + 1 < len(self._offsets) else len(self._text)
        before = self._text[begin:end].splitlines(keepends=True)[: number - 1 - self._numbers[piece]]
        return begin + sum(map(len, before)) + column - 1

    def place(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column of the character at a 0-based `offset`."""
        piece = bisect_right(self._offsets, offset) - 1
        lines = f"{self._text[self._offsets[piece] : offset]}x".splitlines()
        return self._numbers[piece] + len(lines), len(lines[-1])

    def _part(self, piece: int) -> list[str]:
        end = self._offsets[piece + 1] if piece + 1 < len(self._offsets) else len(self._text)
        if len(self._parted) >= _PARTED:
            self._parted.clear()
        lines = self._parted[piece] = self._text[self._offsets[piece] : end].splitlines()
        return lines


@lru_cache(maxsize=8)
def lines_of(text: str) -> LineIndex:
    """Return the lines of a text; those of the last few texts are at hand."""
    return LineIndex(text)
