"""The faces of one family, of whatever files: which of them is nearest to a style."""

from __future__ import annotations

from deckmaker.dataclasses import dataclass
from deckmaker.fonts.file_faces import FileFace
from deckmaker.fonts.source import FaceKey, FontSource


@dataclass(frozen=True)
class FamilyFaces:
    """The faces of one family. Their keys have its `origin`."""

    name: str
    faces: tuple[FileFace, ...]
    origin: str

    @property
    def generic(self) -> str:
        """CSS's word for what its plainest face is."""
        return self.nearest(False, False).generic

    def source(self, bold: bool, italic: bool) -> FontSource:
        """Return the face nearest to a style."""
        return self.nearest(bold, italic).source(bold, italic)

    def key(self, bold: bool, italic: bool) -> FaceKey:
        """Return what is drawn for a style: the family may have no bold, no italic, or no regular."""
        face = self.nearest(bold, italic)
        return FaceKey(self.name, face.is_bold(bold), face.is_italic(italic), self.origin)

    def nearest(self, bold: bool, italic: bool) -> FileFace:
        """Return the face nearest to a style: italic or not first, then by its weight, then by its width."""
        return min(self.faces, key=lambda one: one.distance(bold, italic))
