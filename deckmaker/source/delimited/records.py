"""Text to records: cells between delimiters, in quotes where they hold delimiters, quotes or line ends."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from functools import cache

from deckmaker.budget.tables import TABLE_FILE_CELLS
from deckmaker.dataclasses import dataclass
from deckmaker.patterns import pattern

QUOTE = '"'
LINE_END = pattern("\r\n|[\r\n]")
LINE_ENDS = pattern("[\r\n]*+")
_QUOTED = pattern('"((?:[^"]++|"")*+)"')


@dataclass(frozen=True, slots=True)
class Record:
    """A record's cells, and the offsets in the text at which each begins and ends, quotes and all.

    `places` holds both of each cell, one after the other. `is_clean` tells that no quoted cell goes on behind its
    closing quote.
    """

    cells: list[str]
    places: array[int]
    is_clean: bool

    @property
    def begins(self) -> array[int]:
        """Where the cells begin."""
        return self.places[::2]

    @property
    def ends(self) -> array[int]:
        """Where the cells end: the offsets behind their last characters."""
        return self.places[1::2]


class OpenQuote(Exception):
    """A quote that nothing closes, and its offset."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


class TooManyCells(Exception):
    """More cells than a file may have; the offset of the record with which they are too many."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


def records(text: str, delimiter: str | None, begin: int = 0, most: int = TABLE_FILE_CELLS.most) -> Iterator[Record]:
    """Yield the records of a text from an offset on, but for empty lines; raise TooManyCells before more than `most`.

    A line ends with LF, CR or both. Two quotes in a quoted cell are one; what stands behind a closing quote belongs
    to the cell, as in Python's `csv` and in spreadsheets. Raises OpenQuote.
    """
    length, left = len(text), most
    position = _behind_line_ends(text, begin)
    while position < length:
        end = found.start() if (found := LINE_END.search(text, position)) else length
        if text.find(QUOTE, position, end) >= 0:
            record, end = _with_quotes(text, position, delimiter, left)
        elif delimiter and text.count(delimiter, position, end) >= left:
            raise TooManyCells(position)
        else:
            line = text[position:end]
            record = _without_quotes(line.split(delimiter) if delimiter else [line], position)
        left -= len(record.cells)
        if left < 0:
            raise TooManyCells(position)
        if len(record.cells) > 1 or record.places[0] != record.places[-1]:
            yield record
        position = _behind_line_ends(text, end)


def _behind_line_ends(text: str, position: int) -> int:
    found = LINE_ENDS.match(text, position)
    assert found  # it matches nothing at all, too
    return found.end()


def _without_quotes(cells: list[str], position: int) -> Record:
    """Return the record of the cells that begin at an offset, a delimiter between each two."""
    places = array("Q")
    for cell in cells:
        places.append(position)
        position += len(cell)
        places.append(position)
        position += 1
    return Record(cells, places, True)


def _with_quotes(text: str, position: int, delimiter: str | None, most: int) -> tuple[Record, int]:
    """Return the record of up to `most` cells that begins at an offset, and the offset of its line's end."""
    plain, length, begin = _plain(delimiter), len(text), position
    cells: list[str] = []
    places = array("Q")
    is_clean = True
    while len(cells) < most:
        start, quoted = position, ""
        is_quoted = text[position : position + 1] == QUOTE
        if is_quoted:
            quoted, position = _quoted(text, position)
        found = plain.match(text, position)
        assert found  # it matches nothing at all, too
        is_clean = is_clean and not (is_quoted and found[0])
        position = found.end()
        cells.append(quoted + found[0])
        places.append(start)
        places.append(position)
        if position >= length or text[position] != delimiter:
            return Record(cells, places, is_clean), position
        position += 1
    raise TooManyCells(begin)


def _quoted(text: str, begin: int) -> tuple[str, int]:
    """Return what stands in the quotes that open at `begin`, and the offset behind them."""
    found = _QUOTED.match(text, begin)
    if not found:
        raise OpenQuote(begin)
    return found[1].replace(QUOTE * 2, QUOTE), found.end()


@cache
def _plain(delimiter: str | None) -> re.Pattern[str]:
    return re.compile(f"[^{re.escape(delimiter or '')}\r\n]*+")
