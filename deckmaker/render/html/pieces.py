"""The page as it is written: markup, and pictures and drawings that are read when their turn comes."""

from __future__ import annotations

from binascii import b2a_base64
from collections.abc import Iterable
from typing import BinaryIO, NamedTuple

from deckmaker.assets import content, drawing_elements
from deckmaker.model import PictureFile
from deckmaker.render.html.markup import Html


class DrawingPiece(NamedTuple):
    """The elements of a drawing, whose ids begin with a prefix."""

    file: PictureFile
    prefix: str


Piece = Html | PictureFile | DrawingPiece
"""Markup, the picture whose content stands there in base64, or the drawing whose elements do."""

_STRETCH = 3 * 16_384
"""Bytes that are encoded at once: in threes, or padding would stand between; measured, longer ones take longer."""


def write(pieces: Iterable[Piece], stream: BinaryIO) -> None:
    """Write pieces one after the other, text as UTF-8. One picture at a time is in memory. Raises PictureLost."""
    for piece in pieces:
        if isinstance(piece, str):
            stream.write(piece.encode())
        elif isinstance(piece, DrawingPiece):
            stream.write(drawing_elements(piece.file, piece.prefix).encode())
        else:
            _write_base64(content(piece), stream)


def _write_base64(data: bytes, stream: BinaryIO) -> None:
    view = memoryview(data)
    for start in range(0, len(view), _STRETCH):
        stream.write(b2a_base64(view[start : start + _STRETCH], newline=False))
