"""The page as it is written: markup, and pictures and drawings that are read when their turn comes."""

from __future__ import annotations

from binascii import b2a_base64
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from deckmaker.assets import content, drawing_elements
from deckmaker.model import PictureFile
from deckmaker.render.html.markup import Html

if TYPE_CHECKING:
    from deckmaker.assets.drawings.vectors.drawing import Drawing, Pixels


class DrawingPiece(NamedTuple):
    """The elements of a drawing, whose ids begin with a prefix."""

    file: PictureFile
    prefix: str


class BrandPictures:
    """The pictures that the brands of a document hold, each once: as a piece, the elements that have their bytes."""

    def __init__(self) -> None:
        self._ids: dict[Pixels, str] = {}

    def address(self, pixels: Pixels) -> str:
        """Return the id of a picture's element."""
        return self._ids.setdefault(pixels, f"brand-picture-{len(self._ids) + 1}")

    def elements(self) -> Iterator[str]:
        """Yield the elements of all pictures that have been asked for."""
        from deckmaker.assets.drawings.vectors.writing import image_element

        for pixels, name in self._ids.items():
            yield image_element(pixels, name)


class BrandPiece(NamedTuple):
    """The elements of a brand, whose ids begin with a prefix; its pictures are among others."""

    drawing: Drawing
    prefix: str
    pictures: BrandPictures

    def elements(self) -> str:
        """Return the elements."""
        from deckmaker.assets.drawings.vectors.writing import inner_svg

        return inner_svg(self.drawing, self.prefix, self.pictures.address)


Piece = Html | PictureFile | DrawingPiece | BrandPiece | BrandPictures
"""Markup, the picture whose content stands there in base64, or what the elements of drawings are made from."""

_STRETCH = 3 * 16_384
"""Bytes that are encoded at once: in threes, or padding would stand between; measured, longer ones take longer."""


def write(pieces: Iterable[Piece], stream: BinaryIO) -> None:
    """Write pieces one after the other, text as UTF-8. One picture at a time is in memory. Raises PictureLost."""
    for piece in pieces:
        if isinstance(piece, str):
            stream.write(piece.encode())
        elif isinstance(piece, BrandPiece):
            stream.write(piece.elements().encode())
        elif isinstance(piece, BrandPictures):
            for one in piece.elements():
                stream.write(f"<defs>{one}</defs>".encode())
        elif isinstance(piece, DrawingPiece):
            stream.write(drawing_elements(piece.file, piece.prefix).encode())
        else:
            _write_base64(content(piece), stream)


def _write_base64(data: bytes, stream: BinaryIO) -> None:
    view = memoryview(data)
    for start in range(0, len(view), _STRETCH):
        stream.write(b2a_base64(view[start : start + _STRETCH], newline=False))
