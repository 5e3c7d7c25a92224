"""How many fonts are looked at, and how large they may be."""

from __future__ import annotations

from deckmaker.budget.bound import MEGABYTE, Bound

FONT_FILES = Bound(10_000, "font files", "a machine")
"""Those that are looked at when a glyph is missing, 0.2 ms each; whoever draws letters has some thousand."""

FONT_FOLDER_FILES = Bound(100_000, "files", "a folder of fonts")
"""Names that are looked at for font files: somebody may name the root of the file system."""

FONT_FACES = Bound(256, "faces", "a collection of fonts")
"""The largest, Noto Sans CJK of all weights and languages, has 63."""

FONT_BYTES = Bound(200 * MEGABYTE, "bytes", "the font files of a family")
"""Those of a theme, which are held. The largest collection, Noto Sans CJK of all weights, has 120 MB."""

FONT_FAMILY_FILES = Bound(64, "files", "a family of a theme")
"""Nine weights, each upright and italic, are 18."""

FONT_NAME_CHARACTERS = Bound(100, "characters", "the family name of an installed font")
"""Windows knows 31, and the longest of Google's families has 40."""

FONT_STEPS = Bound(500_000, "lines and curves", "what a deck draws in fonts with PostScript outlines")
"""Each becomes up to thirty of TrueType's for a PDF, in up to 0.1 milliseconds. A Chinese sign has 55: of ten thousand
different ones no deck is made."""

FONT_CODES = Bound(2_500_000, "codes", "the character map of a font")
"""Of all its subtables, 0.05 microseconds each time they are walked. Unicode has 1,114,112, which Apple's Last Resort
names twice; the largest fonts of letters have four subtables of some 50,000."""
