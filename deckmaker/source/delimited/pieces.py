"""A file of values as pieces of text, decoded one after the other: a file may be larger than memory."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from deckmaker.source.delimited.encoding import LEGACY, Undecodable, decoded, undecodable

PIECE_BYTES = 1 << 18

_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Encoding:
    """The encoding of a file: the one that is said, else what its bytes tell. It is guessed where they are no UTF-8."""

    def __init__(self, stream: BinaryIO, said: str | None) -> None:
        """Look through a file where nobody says its encoding. Raises Undecodable."""
        self.is_guessed = False
        self.name = said or self._found(stream)
        stream.seek(0)
        if self.name == "utf-16":
            if not stream.read(2).startswith(_WIDE_MARKS):
                self.name = "utf-16-le"  # as Windows writes it
            stream.seek(0)

    def _found(self, stream: BinaryIO) -> str:
        head = stream.read(PIECE_BYTES)
        if head.startswith(_WIDE_MARKS):
            decoded(head[:4], None)  # UTF-32 begins as UTF-16 does
            return "utf-16"
        decoder = codecs.getincrementaldecoder("utf-8")()
        piece = head
        try:
            while piece:
                decoder.decode(piece)
                piece = stream.read(PIECE_BYTES)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            if b"\0" in head:
                raise Undecodable("is no text") from error
            self.is_guessed = True
            return LEGACY
        return "utf-8"


def pieces(stream: BinaryIO, encoding: Encoding) -> Iterator[str]:
    """Yield the text of a file, no piece of which parts CR from LF; a byte-order mark is left out.

    Raises Undecodable, with the text of the piece that stands before.
    """
    if encoding.is_guessed and stream.read(3) != codecs.BOM_UTF8:
        stream.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8-sig" if encoding.name == "utf-8" else encoding.name)()
    carried = ""
    while True:
        content = stream.read(PIECE_BYTES)
        try:
            text = carried + decoder.decode(content, final=not content)
        except UnicodeDecodeError as error:
            raise undecodable(error, encoding.name, carried) from error
        carried = text[-1:] if text.endswith("\r") and content else ""
        text = text[: len(text) - len(carried)]
        if text:
            yield text
        if not content:
            return
