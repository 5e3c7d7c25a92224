"""Characters that need no glyph of their own, as HarfBuzz has it, which LibreOffice and Chromium both shape with.

Default_Ignorable_Code_Point (Unicode 16, DerivedCoreProperties.txt): joiners, variation selectors, soft hyphens and
their like are drawn as nothing by a font that does not know them. Of spaces that a font lacks HarfBuzz makes the width
from its plain one (hb-ot-shape-fallback.cc, _hb_ot_shape_fallback_spaces).
"""

from __future__ import annotations

from deckmaker.patterns import pattern

_IGNORABLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_SPACES = " \u00a0\u2000-\u200a\u202f\u205f\u3000"

_GLYPHLESS = pattern(f"[{_IGNORABLE}{_SPACES}]+")
_BLANK = "\u2800"
"""Braille's empty cell: it has a glyph, and nothing to see in it."""


def needing_glyphs(text: str) -> str:
    """Return the characters of a text that only a font with a glyph for them can show."""
    return _GLYPHLESS.sub("", text)


def leaves_ink(text: str) -> bool:
    """Tell whether something of a text can be seen."""
    return needing_glyphs(text).strip(_BLANK) != ""
