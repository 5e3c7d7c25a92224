"""The families of the fonts on this machine, in a fixed order. Looked for when a glyph is missing or a theme names a
family that is none of Office's, never before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

import uharfbuzz as hb

from deckmaker.budget.fonts import FONT_FILES
from deckmaker.fonts.family_faces import FamilyFaces
from deckmaker.fonts.file_faces import FileFace, Flaw, characters_of, faces_in
from deckmaker.fonts.folders import font_files, font_folders
from deckmaker.fonts.rights import forbids_embedding, forbids_subsets
from deckmaker.fonts.source import INSTALLED, FaceKey, FontSource

_Key = tuple[int, int, tuple[int, int], str, int, str]


@cache
def machine_faces() -> tuple[tuple[_Key, FileFace], ...]:
    """Return every face that can be used, whatever its rights, with its place in the order of families."""
    files = ((rank, path) for rank, folders in enumerate(font_folders()) for one in folders for path in font_files(one))
    return tuple(one for rank, path in islice(files, FONT_FILES.most) for one in _placed(rank, faces_in(path)))


@cache
def installed_families() -> dict[str, FamilyFaces]:
    """Return every family that may stand in for another by name, in the order in which they are asked for a glyph.

    First those in folders that the user named; then sans before other text faces, monospaced and ornamental ones; the
    plainest weight and width; the name. The families of a collection stay in its own order: of Noto Sans CJK's the
    first is Japanese. Those whose rights forbid subsets are none of them.
    """
    found: dict[str, list[FileFace]] = {}
    order: dict[str, _Key] = {}
    for key, face in machine_faces():
        if not forbids_embedding(face.rights) and not forbids_subsets(face.rights):
            found.setdefault(face.family, []).append(face)
            order[face.family] = min(order.get(face.family, key), key)
    return {
        name: FamilyFaces(name, tuple(found[name]), INSTALLED) for name in sorted(order, key=lambda one: order[one])
    }


def _placed(rank: int, faces: Iterable[FileFace | Flaw]) -> Iterator[tuple[_Key, FileFace]]:
    first = ""
    for face in faces:
        if isinstance(face, FileFace):
            first = first or face.family.casefold()
            yield (rank, face.kind, face.plainness, first, face.index, face.family), face


def installed_source(key: FaceKey) -> FontSource:
    """Return the file of an installed family's style. Raises KeyError for a family that is not there."""
    return installed_families()[key.family].source(key.bold, key.italic)


@cache
def characters_in(source: FontSource) -> hb.Set:
    """Return the code points of a face, read once: as a set of HarfBuzz's, which takes a hundredth of Python's."""
    return characters_of(source)
