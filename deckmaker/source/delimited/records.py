"""Text to records: cells between delimiters, in quotes where they hold delimiters, quotes or line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

QUOTE = '"'
LINE_END = re.compile("\r\n|[\r\n]")


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
    position, length = begin, len(text)
    while position < length:
        end = found.start() if (found := LINE_END.search(text, position)) else length
        line = text[position:end]
        if QUOTE in line:
            record, end = _with_quotes(text, position, delimiter)
        else:
            record = _without_quotes(line.split(delimiter) if delimiter else [line], position)
        position = end + (2 if text.startswith("\r\n", end) else 1)
        if len(record.cells) > 1 or record.begins[0] != record.ends[0]:
            yield record


def _without_quotes(cells: list[str], position: int) -> Record:
    """Return the record of the cells that begin at an offset, a delimiter between each two."""
    begins: list[int] = []
    ends: list[int] = []
    for cell in cells:
        begins.append(position)
        position += len(cell)
        ends.append(position)
        position += 1
    return Record(cells, begins, ends, True)


def _with_quotes(text: str, position: int, delimiter: str | None) -> tuple[Record, int]:
    """Return the record that begins at an offset, cell by cell, and the offset of its line's end."""
    plain, length = _plain(delimiter), len(text)
    cells: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    is_clean = True
    while True:
        start, quoted = position, ""
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
            return Record(cells, begins, ends, is_clean), position
        position += 1


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
