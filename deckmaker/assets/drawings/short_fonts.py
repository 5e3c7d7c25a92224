"""`font` of CSS, which is short for several properties, said at length (CSS Fonts 4, 4.7)."""

from __future__ import annotations

import re

from deckmaker.patterns import pattern

_WIDTHS = "(?:ultra-|extra-|semi-)?(?:condensed|expanded)"
_SIZE = r"(?:\d++(?:\.\d*+)?+|\.\d++)(?:[a-z]++|%)?+|(?:xx?-)?(?:small|large)|medium|smaller|larger"
# A number with a size behind it is a weight; one without is a size, as in attributes of SVG.
_WEIGHT = rf"bold|bolder|lighter|(?:[1-9]\d{{0,2}}+|1000)(?=\s++(?:{_SIZE}))"
_WORD = rf"normal|italic|oblique|small-caps|{_WEIGHT}|{_WIDTHS}"
_HEIGHT = r"normal|[\d.]++(?:[a-z]++|%)?+"
_FONT = pattern(
    rf"((?:(?:{_WORD})\s++)*+)({_SIZE})(?:\s*+/\s*+(?:{_HEIGHT}))?+\s++([^\s\d].*+)",
    re.IGNORECASE | re.DOTALL | re.ASCII,
)
_PROPERTIES = ("font-style", "font-variant", "font-weight", "font-stretch", "font-size", "font-family")
_TAKEN_OVER = {"inherit", "unset"}
_STYLES, _CAPITALS = {"italic", "oblique"}, "small-caps"
_STRETCH = pattern(_WIDTHS)


def font_at_length(written: str) -> dict[str, str] | None:
    """Return the properties that a `font` stands for, but for the height of lines, of which drawings have none.

    Those that it does not name are normal again. None where it is in no form that is known, as a system's fonts are.
    """
    written = written.strip()
    if written.lower() in _TAKEN_OVER:
        return dict.fromkeys(_PROPERTIES, "inherit")
    found = _FONT.fullmatch(written)
    if not found:
        return None
    look = dict.fromkeys(_PROPERTIES[:4], "normal")
    for word in found[1].lower().split():
        if word in _STYLES:
            look["font-style"] = word
        elif word == _CAPITALS:
            look["font-variant"] = word
        elif _STRETCH.fullmatch(word):
            look["font-stretch"] = word
        elif word != "normal":
            look["font-weight"] = word
    return {**look, "font-size": found[2].lower(), "font-family": found[3]}
