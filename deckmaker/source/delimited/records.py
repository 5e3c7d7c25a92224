"""Text to records: cells between delimiters, in quotes where they hold delimiters, quotes or line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

QUOTE = '"'


@dataclass(frozen=True, slots=True)
class Record:
    """A record's cells, and the offsets in the text at which each begins and ends, quotes and all.

    `is_clean` tells that no quoted cell goes on behind its closing quote.
    """

    cells: list[str]
    begins: list[int]
    ends: list[int]
    is_clean: bool


class OpenQuote(Exception):
    """A quote that nothing closes, and its offset."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


def records(text: str, delimiter: str | None, begin: int = 0) -> Iterator[Record]:
    """Yield the records of a text from an offset on, but for empty lines. Raises OpenQuote.

    A line ends with LF, CR or both. Two quotes in a quoted cell are one; what stands behind a closing quote belongs
    to the cell, as in Python's `csv` and in spreadsheets.
    """
    plain = _plain(delimiter)
    position, length = begin, len(text)
    while position < length:
        cells: list[str] = []
        begins: list[int] = []
        ends: list[int] = []
        is_clean = True
        while True:
            start = position
            quoted = ""
            is_quoted = text[position : position + 1] == QUOTE
            if is_quoted:
                quoted, position = _quoted(text, position)
            found = plain.match(text, position)
            assert found  # it matches nothing at all, too
            is_clean = is_clean and not (is_quoted and found[0])
            position = found.end()
            cells.append(quoted + found[0])
            begins.append(start)
            ends.append(position)
            if position >= length or text[position] != delimiter:
                break
            position += 1
        is_empty = len(cells) == 1 and begins[0] == ends[0]
        position += 2 if text.startswith("\r\n", position) else 1
        if not is_empty:
            yield Record(cells, begins, ends, is_clean)


def _quoted(text: str, begin: int) -> tuple[str, int]:
    """Return what stands in the quotes that open at `begin`, and the offset behind them."""
    position = begin + 1
    while True:
        end = text.find(QUOTE, position)
        if end < 0:
            raise OpenQuote(begin)
        if text[end + 1 : end + 2] != QUOTE:
            return text[begin + 1 : end].replace(QUOTE * 2, QUOTE), end + 1
        position = end + 2


@cache
def _plain(delimiter: str | None) -> re.Pattern[str]:
    return re.compile(f"[^{re.escape(delimiter or '')}\r\n]*")
