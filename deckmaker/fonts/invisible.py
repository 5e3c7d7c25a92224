"""Characters that need no glyph of their own, as HarfBuzz has it, which LibreOffice and Chromium both shape with.

Joiners, variation selectors, soft hyphens and what else Unicode has for ignorable are drawn as nothing by a font that
does not know them. Of spaces that a font lacks HarfBuzz makes the width
from its plain one (hb-ot-shape-fallback.cc, _hb_ot_shape_fallback_spaces).
"""

from __future__ import annotations

from deckmaker.patterns import IGNORABLE, pattern

_SPACES = " \u00a0\u2000-\u200a\u202f\u205f\u3000"

_GLYPHLESS = pattern(f"[{IGNORABLE}{_SPACES}]+")
_BLANK = "\u2800"
"""Braille's empty cell: it has a glyph, and nothing to see in it."""


def needing_glyphs(text: str) -> str:
    """Return the characters of a text that only a font with a glyph for them can show."""
    return _GLYPHLESS.sub("", text)


def leaves_ink(text: str) -> bool:
    """Tell whether something of a text can be seen."""
    return needing_glyphs(text).strip(_BLANK) != ""
