"""Pictures as parts of a package: each once however often it is shown, its content made when the package is written."""

from __future__ import annotations

from collections.abc import Iterator

from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from deckmaker.assets import content, drawing_file
from deckmaker.model import PictureFile
from deckmaker.render.pptx.part_names import PartNames
from deckmaker.render.pptx.parts import Part
from deckmaker.render.pptx.pictures import Embedded

_ENDINGS = {"image/jpeg": "jpg", "image/png": "png"}


class PictureParts:
    """The pictures of one package."""

    def __init__(self, names: PartNames) -> None:
        self._names = names
        self._parts: dict[PictureFile, Part] = {}
        self._drawings: dict[PictureFile, Part] = {}

    def embed(self, part: Part, file: PictureFile) -> Embedded:
        """Return the relationships of a part that shows a picture with what it shows."""
        pixels = part.relationships.to(RT.IMAGE, self._pixels(file))
        drawing = self._drawing(file)
        return Embedded(pixels, part.relationships.to(RT.IMAGE, drawing) if drawing else None)

    def _pixels(self, file: PictureFile) -> Part:
        if file not in self._parts:
            name = self._names.numbered("ppt/media/image", len(self._parts) + 1, _ENDINGS[file.media_type])
            self._parts[file] = _PicturePart(name, file)
        return self._parts[file]

    def _drawing(self, file: PictureFile) -> Part | None:
        """Return the part that holds a picture's lines and curves, None where it has none."""
        if file.vector and file not in self._drawings:
            name = self._names.numbered("ppt/media/drawing", len(self._drawings) + 1, "svg")
            self._drawings[file] = _DrawingPart(name, file)
        return self._drawings.get(file)

    def __iter__(self) -> Iterator[Part]:
        yield from self._parts.values()
        yield from self._drawings.values()


class _PicturePart(Part):
    """A picture, which nobody holds longer than it takes to write it: all of a deck's may be more than memory has."""

    def __init__(self, name: str, file: PictureFile) -> None:
        super().__init__(name, file.media_type)
        self._file = file

    def read(self) -> bytes:
        """Return the picture's file. Raises PictureLost."""
        return content(self._file)


class _DrawingPart(Part):
    """A drawing, made when it is written as pictures are."""

    def __init__(self, name: str, file: PictureFile) -> None:
        super().__init__(name, "image/svg+xml")
        self._file = file

    def read(self) -> bytes:
        """Return the drawing's file. Raises PictureLost."""
        return drawing_file(self._file)
