"""Pictures as parts of a package: each once however often it is shown, its content made when the package is written."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.assets import content, drawing_file
from deckmaker.model import PictureFile
from deckmaker.render.pptx.parts import Part

_ENDINGS = {"image/jpeg": "jpg", "image/png": "png"}


class PictureParts:
    """The pictures of one package."""

    def __init__(self) -> None:
        self._parts: dict[PictureFile, Part] = {}
        self._drawings: dict[PictureFile, Part] = {}

    def part(self, file: PictureFile) -> Part:
        """Return the part that holds a picture."""
        if file not in self._parts:
            self._parts[file] = _PicturePart(len(self._parts) + 1, file)
        return self._parts[file]

    def drawing(self, file: PictureFile) -> Part | None:
        """Return the part that holds a picture's lines and curves, None where it has none."""
        if file.vector and file not in self._drawings:
            self._drawings[file] = _DrawingPart(len(self._drawings) + 1, file)
        return self._drawings.get(file)

    def __iter__(self) -> Iterator[Part]:
        yield from self._parts.values()
        yield from self._drawings.values()


class _PicturePart(Part):
    """A picture, which nobody holds longer than it takes to write it: all of a deck's may be more than memory has."""

    def __init__(self, number: int, file: PictureFile) -> None:
        super().__init__(f"ppt/media/image{number}.{_ENDINGS[file.media_type]}", file.media_type)
        self._file = file

    def read(self) -> bytes:
        """Return the picture's file. Raises PictureLost."""
        return content(self._file)


class _DrawingPart(Part):
    """A drawing, made when it is written as pictures are."""

    def __init__(self, number: int, file: PictureFile) -> None:
        super().__init__(f"ppt/media/drawing{number}.svg", "image/svg+xml")
        self._file = file

    def read(self) -> bytes:
        """Return the drawing's file. Raises PictureLost."""
        return drawing_file(self._file)
