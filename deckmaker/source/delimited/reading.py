"""A file of values, whole: its text, its delimiter and its records, and the places of cells."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from itertools import accumulate, islice

from deckmaker.budget.tables import TABLE_FILE_CELLS, TABLE_FILE_LINES
from deckmaker.dataclasses import dataclass
from deckmaker.diagnostics import SourceFile, Span
from deckmaker.patterns import pattern
from deckmaker.source.delimited.delimiters import DELIMITERS, found_delimiter, said_delimiter
from deckmaker.source.delimited.encoding import Undecodable, decoded
from deckmaker.source.delimited.records import LINE_END, OpenQuote, Record, TooManyCells, records
from deckmaker.source.encoding import foreign_format
from deckmaker.source.places import place_at

_LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_LINE_END = pattern(f"\r\n|[{_LINE_ENDS}]")
"""As for `str.splitlines`, by which places are counted."""

_FEWER = "leave out rows and columns where it is exported"


class NotDelimited(Exception):
    """The file cannot be read: what is said of it behind its name, the place in it if there is one, and the help."""

    def __init__(self, what: str, span: Span | None, help: str) -> None:
        super().__init__(what)
        self.span, self.help = span, help


@dataclass(frozen=True, slots=True)
class Delimited:
    """A file's records. `guessed` is the place of the first character whose encoding was guessed."""

    source: SourceFile
    records: list[Record]
    guessed: Span | None
    _starts: array[int]

    def span(self, begin: int, end: int) -> Span:
        """Return the place of a stretch of the text, by its offsets."""
        first, last = bisect_right(self._starts, begin) - 1, bisect_right(self._starts, max(begin, end - 1)) - 1
        begin_column, end_column = begin - self._starts[first] + 1, end - self._starts[last] + 1
        return Span(self.source, first + 1, begin_column, last + 1, max(end_column, begin_column + (first == last)))

    def record_span(self, record: Record) -> Span:
        """Return the place of a whole record."""
        return self.span(record.places[0], record.places[-1])


def read_delimited(
    name: str, content: bytes, encoding: str | None = None, delimiter: str | None = None, skip: int = 0
) -> Delimited:
    """Return the records of a file's `content` below the first `skip` lines.

    Encoding and delimiter (by name or sign) are found where not given. Raises NotDelimited.
    """
    try:
        text, guessed = decoded(content, encoding)
    except Undecodable as error:
        if what := foreign_format(content):
            help = "show it as `image`" if what == "a picture" else "export its values as CSV"
            raise NotDelimited(f"is {what}", None, help) from error
        shown = SourceFile(name, f"{error.before}\ufffd") if error.before else None
        span = place_at(shown, len(error.before)) if shown else None
        raise NotDelimited(str(error), span, "save it as UTF-8, or say its `encoding:`") from error
    source = SourceFile(name, text)
    if line := _line_beyond(text):
        raise NotDelimited(f"holds more than {TABLE_FILE_LINES.limit}", place_at(source, line), _FEWER)
    if (nul := text.find("\0")) >= 0:
        raise NotDelimited("is no text: it holds U+0000", place_at(source, nul), "export it as CSV, in UTF-8")
    said, begin = said_delimiter(text)
    if skip:
        begin = next((one.end() for one in islice(LINE_END.finditer(text), skip - 1, None)), len(text))
    sign = DELIMITERS.get(delimiter, delimiter) if delimiter else said or found_delimiter(text, begin)
    found: list[Record] = []
    try:
        found.extend(records(text, sign, begin, TABLE_FILE_CELLS.most))
    except TooManyCells as many:
        raise NotDelimited(f"holds more than {TABLE_FILE_CELLS.limit}", place_at(source, many.offset), _FEWER) from many
    except OpenQuote as quote:
        help = "close it, or write two quotes for one that stands in a cell"
        raise NotDelimited("opens a quote that nothing closes", place_at(source, quote.offset), help) from quote
    starts = array("Q", [0, *accumulate(map(len, text.splitlines(keepends=True)))])
    if text and text[-1] not in _LINE_ENDS:
        starts.pop()  # a cell that is empty at the end of the file stands in its last line
    return Delimited(source, found, None if guessed is None else place_at(source, guessed), starts)


def _line_beyond(text: str) -> int | None:
    """Return the offset of the first line that is one too many, None where there are not so many."""
    if sum(map(text.count, _LINE_ENDS)) < TABLE_FILE_LINES.most:
        return None
    end = next(islice(_LINE_END.finditer(text), TABLE_FILE_LINES.most - 1, None), None)
    return end.end() if end and end.end() < len(text) else None
