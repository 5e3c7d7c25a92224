"""Font families, the files that stand for them, and what HarfBuzz says of their glyphs."""

from deckmaker.fonts.face import Face, Ink, Shaped, face
from deckmaker.fonts.families import FAMILIES, font_file
from deckmaker.fonts.family import Family
from deckmaker.fonts.source import FaceKey

__all__ = ["FAMILIES", "Face", "FaceKey", "Family", "Ink", "Shaped", "face", "font_file"]
