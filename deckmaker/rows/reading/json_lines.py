"""Rows of JSON lines: an object on each line, whose keys name the columns.

Source: jsonlines.org: UTF-8, and a line for each value; what is empty is no line.
"""

from __future__ import annotations

import codecs
import json
from functools import partial
from typing import Any, BinaryIO

from deckmaker.budget.rows import ROW_CHARACTERS
from deckmaker.diagnostics import SourceFile, Span
from deckmaker.resolve.tables.in_file import report_empty
from deckmaker.rows.reading.collecting import Collecting
from deckmaker.rows.request import RowsRequest

_NOT_HERE = ("sheet", "delimiter", "encoding", "skip")
_MADE = "mend it where it is made"
_MOST_BYTES = 6 * ROW_CHARACTERS.most
r"""Of a line: as `\u0041`, a character takes six."""


class _Number(str):
    """A number of JSON, as it is typed."""

    __slots__ = ()


class _Infinite(_Number):
    """`Infinity`, which is no JSON, and which Python writes."""

    __slots__ = ()


class _Wrong(Exception):
    """What is wrong with a line, and the 0-based offset in it."""

    def __init__(self, message: str, offset: int, help: str = _MADE) -> None:
        super().__init__(message)
        self.offset, self.help = offset, help


def read_json_lines(
    stream: BinaryIO, name: str, request: RowsRequest, span: Span | None, collecting: Collecting
) -> bool:
    """Give all rows of a file to `collecting`; report, and return False, where it cannot be read.

    `name` is the file's in messages, `span` where it is named. A key that a line lacks, null, and NaN are empty cells.
    """
    diagnostics, written = collecting.diagnostics, collecting.written
    for key in _NOT_HERE:
        if getattr(request, key) is not None:
            message = f"`{written}` holds JSON lines, which have no `{key}`"
            diagnostics.report("wrong-value", message, span, f"remove `{key}:`")
    reader = _Reader(collecting)
    number, is_empty = 0, True
    while content := stream.readline(_MOST_BYTES + 1):
        number += 1
        if len(content) > _MOST_BYTES:
            place = Span(SourceFile(name, "", first=number), number, 1, number, 2)
            collecting.too_much(f"has a row of more than {ROW_CHARACTERS.limit}", place, is_row=True)
        text = ""
        try:
            text = _decoded(content, number)
            if text.strip():
                reader.row(SourceFile(name, text, first=number))
                is_empty = False
        except _Wrong as wrong:
            source = SourceFile(name, text or content.decode(errors="replace").rstrip("\r\n"), first=number)
            place = Span(source, number, wrong.offset + 1, number, wrong.offset + 2)
            diagnostics.report("unusable-table", f"`{written}` {wrong}", place, wrong.help)
            return False
    if is_empty:
        report_empty(written, None, span, diagnostics)
    return not is_empty


def _decoded(content: bytes, number: int) -> str:
    """Return a line as text, without its end."""
    if number == 1:
        if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise _Wrong("is not UTF-8 text", 0, "save it as UTF-8")
        content = content.removeprefix(codecs.BOM_UTF8)
    try:
        return content.decode().rstrip("\r\n")
    except UnicodeDecodeError as error:
        offset = len(content[: error.start].decode())
        raise _Wrong(f"is not UTF-8 text: byte 0x{content[error.start]:02X}", offset, "save it as UTF-8") from error


class _Reader:
    """Reads line after line. Keys become columns as they come."""

    def __init__(self, collecting: Collecting) -> None:
        self._collecting = collecting
        self._columns: dict[str, int] = {}
        self._decoder = json.JSONDecoder(
            parse_float=_Number, parse_int=_Number, parse_constant=_constant, object_pairs_hook=_Pairs
        )

    def row(self, source: SourceFile) -> None:
        """Take a line. Raises _Wrong."""
        text = source.text
        texts: list[str] = []
        places: dict[int, str] = {}

        def place(column: int | None) -> Span:
            return _at(source, "" if column is None else places.get(column, ""))

        for key, value in self._pairs(text):
            column = self._columns.get(key)
            if column is None:
                column = self._collecting.column(key, partial(_at, source, key))
                self._columns[key] = column
            if column in places:
                raise _Wrong(f"has `{key}` twice in one row", _offset(text, key))
            places[column] = key
            if isinstance(value, _Number):
                self._collecting.typed(column)
            if column >= len(texts):  # those of the last keys that a short line lacks cost nothing
                texts += [""] * (column + 1 - len(texts))
            texts[column] = _text(key, value, text)
        self._collecting.row(source.first, texts, place)

    def _pairs(self, text: str) -> list[tuple[str, Any]]:
        try:
            value = self._decoder.decode(text)
        except json.JSONDecodeError as error:
            what = f"{error.msg[:1].lower()}{error.msg[1:]}"
            raise _Wrong(f"is not JSON lines: {what}", error.pos, _help(text)) from error
        except RecursionError as error:
            raise _Wrong("holds lists and objects that are nested too deep", 0) from error
        if not isinstance(value, _Pairs):
            raise _Wrong("has a line that is no object", 0, _help(text))
        return value


class _Pairs(list[tuple[str, Any]]):
    """The keys and values of an object, also those that stand there twice."""


def _constant(word: str) -> _Infinite | None:
    """Return the value of a word that is no JSON: Python writes `NaN` for a value that is missing."""
    return None if word == "NaN" else _Infinite(word)


def _text(key: str, value: Any, line: str) -> str:
    match value:
        case _Infinite():
            raise _Wrong(f"holds an infinite number in `{key}`", _offset(line, key))
        case str():
            return str(value).strip()
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case _:
            what = "an object" if isinstance(value, _Pairs) else "a list"
            help = "write each value under a key of its own"
            raise _Wrong(f"holds {what} in `{key}`: expected a text or a number", _offset(line, key), help)


def _help(text: str) -> str:
    if text.lstrip().startswith("["):
        return "write an object on each line, as `jq -c '.[]'` does with a list"
    return 'write an object on each line, as in `{"region": "North", "sales": 12}`'


def _offset(text: str, key: str) -> int:
    """Return where a key stands in its line, or the beginning where it is written with escapes of its own."""
    return max(text.find(json.dumps(key, ensure_ascii=False)), 0)


def _at(source: SourceFile, key: str) -> Span:
    begin = _offset(source.text, key)
    return Span(source, source.first, begin + 1, source.first, begin + 2)
