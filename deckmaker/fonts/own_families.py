"""Families that a theme names and that are none of Office's: gathered from files, or from what the machine has.

They are known by their origin for the length of the process. That of files follows from what is in these, so that the
same files are the same family however often a theme is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckmaker.dataclasses import replace
from deckmaker.fonts.family_faces import FamilyFaces
from deckmaker.fonts.file_faces import BOLD, BOLDISH, FileFace
from deckmaker.fonts.installed import machine_faces
from deckmaker.fonts.source import FaceKey, FontSource

_known: dict[str, FamilyFaces] = {}


def own_family(origin: str) -> FamilyFaces:
    """Return the family of an origin. Raises KeyError for one that no theme has named."""
    return _known[origin]


def own_source(key: FaceKey) -> FontSource:
    """Return the file of a style of a theme's own family. Raises KeyError for a family that no theme has named."""
    return _known[key.origin].source(key.bold, key.italic)


def family_in_files(name: str, faces: Iterable[FileFace]) -> FamilyFaces | None:
    """Return the family of that name that faces of a project's files make; None if none of them is of it."""
    from hashlib import sha256  # which few themes need

    own = tuple(_named(name, faces))
    if not own:
        return None
    contents = {id(one.content): one.content or b"" for one in own}  # a collection's many faces share one
    digests = {number: sha256(content).digest() for number, content in contents.items()}
    digest = sha256(name.encode())
    for one in own:
        digest.update(digests[id(one.content)] + one.index.to_bytes(4))
    return _remembered(FamilyFaces(name, own, f"files-{digest.hexdigest()[:16]}"))


def family_on_machine(name: str) -> FamilyFaces | None:
    """Return the installed family of that name, whatever its rights; None where there is none."""
    own = tuple(_named(name, (face for _, face in machine_faces())))
    return _remembered(FamilyFaces(name, own, f"machine-{name}")) if own else None


def names_on_machine() -> list[str]:
    """Return the names of all installed families, each once."""
    return list(dict.fromkeys(face.family for _, face in machine_faces()))


def _named(name: str, faces: Iterable[FileFace]) -> Iterator[FileFace]:
    """Yield the faces of a family: by the name that programs list, or by the one that gathers all weights.

    Under the first a family has one bold, which says so itself. Its regular may be heavy, as that of `Inter SemiBold`
    is, and yet is none.
    """
    for face in faces:
        if face.family == name and "wght" not in face.axes:
            weight = max(face.weight, BOLD) if face.is_bold_style else min(face.weight, BOLDISH - 1)
            yield replace(face, weight=weight)
        elif name in (face.family, face.typographic_family):
            yield face


def _remembered(family: FamilyFaces) -> FamilyFaces:
    _known[family.origin] = family
    return family
