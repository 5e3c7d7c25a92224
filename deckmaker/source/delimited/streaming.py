"""A file of values record by record, in the memory of a few of them: the rows of a file that may have millions.

What is found out of a whole file elsewhere (`reading.py`) is found out of its beginning here: the delimiter.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from deckmaker.budget.rows import ROW_CHARACTERS
from deckmaker.dataclasses import dataclass
from deckmaker.diagnostics import SourceFile, Span
from deckmaker.source.delimited.delimiters import DELIMITERS, found_delimiter, said_delimiter
from deckmaker.source.delimited.encoding import Undecodable
from deckmaker.source.delimited.pieces import PIECE_BYTES, Encoding, pieces
from deckmaker.source.delimited.reading import NotDelimited
from deckmaker.source.delimited.records import LINE_END, LINE_ENDS, OpenQuote, Record, records
from deckmaker.source.encoding import foreign_format
from deckmaker.source.places import place_at

_SHOWN = 4_000
"""Characters of a line that a message may show."""

_NO_LINE_ENDS = str.maketrans(dict.fromkeys("\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))
"""What ends lines of a `SourceFile`, and none here: each is shown as a space."""

_SAVE = "save it as UTF-8, or say its `encoding:`"


@dataclass(frozen=True, slots=True)
class StreamedRecord:
    """A record, and the line in which it begins, from 1."""

    line: int
    record: Record
    _name: str
    _text: str

    @property
    def cells(self) -> list[str]:
        """Its texts."""
        return self.record.cells

    def span(self, cell: int | None = None) -> Span:
        """Return the place of a cell by its index, or of the whole record."""
        places = self.record.places
        begin, end = places[0], places[-1]
        source = SourceFile(self._name, self._text[begin:end].translate(_NO_LINE_ENDS), first=self.line)
        first, last = (begin, end) if cell is None else (places[2 * cell], places[2 * cell + 1])
        start, stop = place_at(source, first - begin), place_at(source, max(first, last - 1) - begin)
        return Span(source, start.line, start.column, stop.line, stop.end_column)


class DelimitedStream:
    """The records of an open file below the first `skip` lines, which can be gone through once.

    Encoding and delimiter (by name or sign) are found where not given. `guessed` is the place of the first character
    whose encoding was guessed, as far as records were gone through.
    """

    def __init__(
        self, name: str, stream: BinaryIO, encoding: str | None = None, delimiter: str | None = None, skip: int = 0
    ) -> None:
        """Begin with a file that is `name` in messages. Raises NotDelimited."""
        self._name, self._skip = name, skip
        self._said = DELIMITERS.get(delimiter, delimiter) if delimiter else None
        self.guessed: Span | None = None
        self._text, self._first = "", 1  # what is held of the file, and the number of its first line
        self._is_whole = False
        self._head = stream.read(PIECE_BYTES)
        stream.seek(0)
        try:
            self._encoding = Encoding(stream, encoding)
        except Undecodable as error:
            raise self._undecodable(error) from error
        if self._encoding.is_guessed and (what := foreign_format(self._head)):
            raise _foreign(what)
        self._pieces = pieces(stream, self._encoding)

    def records(self) -> Iterator[StreamedRecord]:
        """Yield the records, but for empty lines. Raises NotDelimited."""
        self._read_on()
        said, position = said_delimiter(self._text)
        if self._skip:
            self._leave_out()
            position = 0
        sign = self._said or said or found_delimiter(self._text, position)
        while True:
            line = self._first + _line_ends(self._text, 0, position)
            quote = None
            try:
                for record in records(self._text, sign, position, len(self._text) + 1):
                    begin, end = record.places[0], record.places[-1]
                    if end == len(self._text) and not self._is_whole:
                        break
                    line += _line_ends(self._text, position, begin)
                    yield StreamedRecord(line, record, self._name, self._text)
                    line += _line_ends(self._text, begin, end)
                    position = end
            except OpenQuote as found:
                quote = found
            if self._is_whole:
                if quote:
                    raise self._open_quote(quote, "opens a quote that nothing closes")
                return
            self._refuse_long(position, quote)
            self._forget(position, line)
            position = 0
            self._read_on()

    def _read_on(self) -> None:
        """Hold the next piece, too."""
        try:
            piece = next(self._pieces, None)
        except Undecodable as error:
            raise self._undecodable(error) from error
        if piece is None:
            self._is_whole = True
            return
        held = len(self._text)
        self._text += piece
        if (nul := piece.find("\0")) >= 0:
            raise NotDelimited("is no text: it holds U+0000", self._place(held + nul), "export it as CSV, in UTF-8")
        if self._encoding.is_guessed and self.guessed is None and not piece.isascii():
            self.guessed = self._place(held + next(at for at, letter in enumerate(piece) if not letter.isascii()))

    def _forget(self, position: int, line: int) -> None:
        """Hold only what is behind an offset, which stands in a line."""
        self._text, self._first = self._text[position:], line

    def _leave_out(self) -> None:
        """Go behind the lines that are above the records."""
        for _ in range(self._skip):
            while not (end := LINE_END.search(self._text)) and not self._is_whole:
                self._text = ""
                self._read_on()
            self._forget(end.end() if end else len(self._text), self._first + 1)

    def _refuse_long(self, position: int, quote: OpenQuote | None) -> None:
        """Raise NotDelimited where what is behind an offset is more than a row may have."""
        if len(self._text) - position <= ROW_CHARACTERS.most:
            return
        if quote:
            raise self._open_quote(quote, f"opens a quote that nothing closes within {ROW_CHARACTERS.limit}")
        ends = LINE_ENDS.match(self._text, position)
        begin = self._place(ends.end() if ends else position)
        help = "leave out what no slide can show, where it is exported"
        raise NotDelimited(f"has a row of more than {ROW_CHARACTERS.limit}", begin, help)

    def _open_quote(self, quote: OpenQuote, what: str) -> NotDelimited:
        help = "close it, or write two quotes for one that stands in a cell"
        return NotDelimited(what, self._place(quote.offset), help)

    def _undecodable(self, error: Undecodable) -> NotDelimited:
        if what := foreign_format(self._head):
            return _foreign(what)
        if not error.before and not self._text:
            return NotDelimited(str(error), None, _SAVE)
        self._text += f"{error.before}\ufffd"
        return NotDelimited(str(error), self._place(len(self._text) - 1), _SAVE)

    def _place(self, offset: int) -> Span:
        """Return the place of a character, by its offset in the text that is held."""
        begin = max(self._text.rfind("\n", 0, offset), self._text.rfind("\r", 0, offset)) + 1
        line = self._first + _line_ends(self._text, 0, begin)
        shown = LINE_END.split(self._text[begin : offset + _SHOWN], maxsplit=1)[0].translate(_NO_LINE_ENDS)
        return Span(SourceFile(self._name, shown, first=line), line, offset - begin + 1, line, offset - begin + 2)


def _foreign(what: str) -> NotDelimited:
    return NotDelimited(f"is {what}", None, "export its values as CSV, and name that file")


def _line_ends(text: str, begin: int, end: int) -> int:
    """Return how many lines end in a stretch."""
    return text.count("\n", begin, end) + text.count("\r", begin, end) - text.count("\r\n", begin, end)
