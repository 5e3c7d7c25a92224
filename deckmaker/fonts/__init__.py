"""Font families, the files that stand for them, and what HarfBuzz says of their glyphs."""

from deckmaker.fonts.face import Face, FaceKey, face
from deckmaker.fonts.families import FAMILIES, font_file

__all__ = ["FAMILIES", "Face", "FaceKey", "face", "font_file"]
