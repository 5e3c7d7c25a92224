"""Bytes of a file of values to text: in the encoding that is said, else in the one that its bytes tell of."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from deckmaker.patterns import pattern

_WIDE = ((codecs.BOM_UTF32_LE, "UTF-32"), (codecs.BOM_UTF32_BE, "UTF-32"))
"""Before UTF-16, whose mark the first begins with."""

LEGACY = "cp1252"
"""What spreadsheets on Windows write in Western Europe and America where they are not asked for UTF-8."""


_BEYOND_ASCII = pattern(rb"[\x80-\xff]")


class Text(NamedTuple):
    """A text; `guessed` is the offset of the first character that was read in a guessed encoding, None without any."""

    text: str
    guessed: int | None = None


class Undecodable(Exception):
    """The bytes are no text of the encoding: what is said of them, and the bytes before as text."""

    def __init__(self, what: str, before: str = "") -> None:
        super().__init__(what)
        self.before = before


def decoded(content: bytes, encoding: str | None) -> Text:
    """Return the text in `content`. Raises Undecodable."""
    if encoding:
        return Text(_strictly(content, encoding))
    for mark, name in _WIDE:
        if content.startswith(mark):
            raise Undecodable(f"is {name} text")
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Text(_strictly(content, "utf-16"))
    try:
        return Text(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        if b"\0" in content:
            raise Undecodable("is no text") from error
        body = content.removeprefix(codecs.BOM_UTF8)
        # Before the first byte that is no UTF-8, both encodings read letters beyond ASCII, though not the same.
        first = _BEYOND_ASCII.search(body)
        return Text(_strictly(body, LEGACY), first and first.start())


def undecodable(error: UnicodeDecodeError, encoding: str, before: str = "") -> Undecodable:
    """Return that bytes are no text of an encoding; `before` is text that stands before them."""
    name = "Windows-1252" if encoding == LEGACY else encoding
    content = error.object
    byte = content[error.start] if error.start < len(content) else 0
    read = content[: error.start].decode(_known(encoding), errors="replace")
    return Undecodable(f"is not {name} text: byte 0x{byte:02X} cannot be decoded", before + read)


def _known(encoding: str) -> str:
    return "utf-8-sig" if encoding == "utf-8" else encoding


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(_known(encoding))
    except UnicodeDecodeError as error:
        raise undecodable(error, encoding) from error
