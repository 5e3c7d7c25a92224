"""How large a drawing is: by its width and height, or by its viewBox (SVG 2, 7.2 and 8.2)."""

from __future__ import annotations

import re
from math import isfinite
from xml.etree.ElementTree import Element

from deckmaker.assets.flaw import Unusable
from deckmaker.patterns import pattern

LONGER_SIDE = 3_200
"""Pixels: 240 to the inch across a page of 13.33 inches, 300 and more in every smaller place."""

FLATTEST = 10_000
"""Times that one side may be the other: what is drawn in a third of a pixel is hardly seen, and in less not at all."""

_LONGEST = 200
"""Characters of a length or a viewBox; numbers of more digits than a float has say no more."""

_NUMBER = r"([+-]?+(?:\d++(?:\.\d*+)?+|\.\d++)(?:[eE][+-]?\d{1,9}+)?+)"
_LENGTH = pattern(rf"\s*+{_NUMBER}\s*+(px|pt|pc|mm|cm|in|Q)?+\s*+", re.ASCII)
_VIEW_BOX = pattern(r"\s*+" + r"[\s,]++".join([_NUMBER] * 4) + r"\s*+", re.ASCII)
_PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "Q": 24 / 25.4}
_ViewBox = tuple[float, float, float, float]


def sized(root: Element) -> tuple[int, int]:
    """Return a drawing's size in pixels for print, and make it the root's own. Raises Unusable where it has none."""
    box = _view_box(root.get("viewBox", ""))
    width, height = _length(root.get("width", "")), _length(root.get("height", ""))
    if box:
        ratio = box[2] / box[3]
        width, height = width or (height * ratio if height else box[2]), height or (width / ratio if width else box[3])
    if not width or not height or not isfinite(LONGER_SIDE / max(width, height)):
        raise Unusable("is an SVG file without a size", 'give its `<svg>` a `viewBox="0 0 WIDTH HEIGHT"`')
    if max(width, height) > FLATTEST * min(width, height):
        raise Unusable(f"is an SVG file with one side more than {FLATTEST:,} times the other", "draw it less flat")
    scale = LONGER_SIDE / max(width, height)
    across, down = max(1, round(width * scale)), max(1, round(height * scale))
    if not box:
        root.set("viewBox", f"0 0 {width:g} {height:g}")
    root.set("width", str(across))
    root.set("height", str(down))
    return across, down


def _view_box(written: str) -> _ViewBox | None:
    found = _VIEW_BOX.fullmatch(written) if len(written) <= _LONGEST else None
    if not found:
        return None
    x, y, width, height = map(float, found.groups())
    whole = all(map(isfinite, (x, y, width, height))) and width > 0 and height > 0
    return (x, y, width, height) if whole else None


def _length(written: str) -> float:
    """Return CSS pixels, 0 where there are none to tell: no length, a percentage, or ems."""
    found = _LENGTH.fullmatch(written) if len(written) <= _LONGEST else None
    length = float(found[1]) * _PIXELS[found[2] or ""] if found else 0.0
    return length if isfinite(length) and length > 0 else 0.0
