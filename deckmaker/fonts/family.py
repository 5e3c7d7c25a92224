"""A family as a theme has it: the name that a PPTX says, and the faces that are measured and drawn."""

from __future__ import annotations

from enum import Enum
from functools import cache

from deckmaker.dataclasses import dataclass
from deckmaker.fonts.families import GENERIC
from deckmaker.fonts.family_faces import FamilyFaces
from deckmaker.fonts.source import FaceKey

STYLES = ((False, False), (True, False), (False, True), (True, True))
"""Bold and italic of the four faces of a family, in the order in which they are held."""


class Standing(Enum):
    """How a family comes to be drawn: by the twin of Office's, by its own files, or by another family in its place."""

    TWIN = "twin"
    FILES = "files"
    MACHINE = "machine"
    SUBSTITUTE = "substitute"


@dataclass(frozen=True, slots=True)
class Family:
    """A theme's family: its `name`, its four faces as `STYLES` has them, and CSS's word for its kind."""

    name: str
    faces: tuple[FaceKey, ...]
    generic: str
    standing: Standing

    def face(self, bold: bool, italic: bool) -> FaceKey:
        """Return what is drawn for a style: the nearest of its faces, whose key says what of the style it has."""
        return self.faces[bold + 2 * italic]

    @property
    def lacks_a_face(self) -> bool:
        """Whether some style of it is drawn as another."""
        return any((key.bold, key.italic) != style for key, style in zip(self.faces, STYLES, strict=True))


@cache
def office_family(name: str) -> Family:
    """Return one of the families that every Office has. Raises KeyError for others."""
    return Family(name, tuple(FaceKey(name, *style) for style in STYLES), GENERIC[name], Standing.TWIN)


def drawn_family(faces: FamilyFaces, standing: Standing) -> Family:
    """Return a family that is drawn by its own faces."""
    return Family(faces.name, tuple(faces.key(*style) for style in STYLES), faces.generic, standing)


def substituted_family(name: str, office: str) -> Family:
    """Return a family that is named, and for which one of Office's is drawn."""
    other = office_family(office)
    return Family(name, other.faces, other.generic, Standing.SUBSTITUTE)
