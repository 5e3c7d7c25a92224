"""The families of the fonts on this machine, in a fixed order. Looked for when a glyph is missing, never before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

import uharfbuzz as hb

from deckmaker.budget import FONT_FILES
from deckmaker.dataclasses import dataclass
from deckmaker.fonts.folders import font_files, font_folders
from deckmaker.fonts.installed_face import InstalledFace, characters_of, faces_in
from deckmaker.fonts.source import FaceKey, FontSource

_Key = tuple[int, int, tuple[int, int], str, int, str]


@dataclass(frozen=True)
class InstalledFamily:
    """The faces of one family, of whatever files."""

    name: str
    faces: tuple[InstalledFace, ...]

    def source(self, bold: bool, italic: bool) -> FontSource:
        """Return the face nearest to a style."""
        return self._nearest(bold, italic).source(bold)

    def key(self, bold: bool, italic: bool) -> FaceKey:
        """Return what of a style the family has: it may have no bold, or no italic."""
        face = self._nearest(bold, italic)
        return FaceKey(self.name, bold and face.is_bold(), italic and face.italic, installed=True)

    def _nearest(self, bold: bool, italic: bool) -> InstalledFace:
        return min(self.faces, key=lambda one: one.distance(bold, italic))


@cache
def installed_families() -> dict[str, InstalledFamily]:
    """Return every family by name, in the order in which they are asked for a glyph.

    First those in folders that the user named; then sans before other text faces, monospaced and ornamental ones; the
    plainest weight and width; the name. The families of a collection stay in its own order: of Noto Sans CJK's the
    first is Japanese.
    """
    found: dict[str, list[InstalledFace]] = {}
    order: dict[str, _Key] = {}
    files = ((rank, path) for rank, folders in enumerate(font_folders()) for one in folders for path in font_files(one))
    for rank, path in islice(files, FONT_FILES.most):
        for key, face in _placed(rank, faces_in(path)):
            found.setdefault(face.family, []).append(face)
            order[face.family] = min(order.get(face.family, key), key)
    return {name: InstalledFamily(name, tuple(found[name])) for name in sorted(order, key=lambda one: order[one])}


def _placed(rank: int, faces: Iterable[InstalledFace]) -> Iterator[tuple[_Key, InstalledFace]]:
    first = ""
    for face in faces:
        first = first or face.family.casefold()
        yield (rank, face.kind, face.plainness, first, face.index, face.family), face


def installed_source(key: FaceKey) -> FontSource:
    """Return the file of an installed family's style. Raises KeyError for a family that is not there."""
    return installed_families()[key.family].source(key.bold, key.italic)


@cache
def characters_in(source: FontSource) -> hb.Set:
    """Return the code points of a face, read once: as a set of HarfBuzz's, which takes a hundredth of Python's."""
    return characters_of(source)
