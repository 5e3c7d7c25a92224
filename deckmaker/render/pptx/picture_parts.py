"""Pictures as parts of a package: each once however often it is shown, its content read when the package is written."""

from __future__ import annotations

from typing import Any

from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from deckmaker.assets import content
from deckmaker.model import PictureFile

_ENDINGS = {"image/jpeg": "jpg", "image/png": "png"}


class PictureParts:
    """The pictures of one package. python-pptx's own would read each at once, and look at all for every new one."""

    def __init__(self, package: Any) -> None:
        self._package = package
        self._parts: dict[PictureFile, _PicturePart] = {}

    def part(self, file: PictureFile) -> _PicturePart:
        """Return the part that holds a picture."""
        if file not in self._parts:
            name = PackURI(f"/ppt/media/image{len(self._parts) + 1}.{_ENDINGS[file.media_type]}")
            self._parts[file] = _PicturePart(name, file, self._package)
        return self._parts[file]


class _PicturePart(Part):
    """A part whose bytes are asked for once, by whoever writes the package."""

    def __init__(self, name: PackURI, file: PictureFile, package: Any) -> None:
        super().__init__(name, file.media_type, package)
        self._file = file

    @property  # type: ignore[misc]  # it can be set in the parent; nobody sets a picture
    def blob(self) -> bytes:
        return content(self._file)
