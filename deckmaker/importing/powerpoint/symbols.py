"""Signs of Wingdings and Symbol, which have places of their own in these fonts, to those that Unicode has for them.

PowerPoint itself writes such signs: `-->` becomes an arrow of Wingdings. Other fonts have nothing there.
Source: the tables of both fonts; ECMA-376 part 1, 21.1.2.3.10 (`sym`).
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from deckmaker.template.names import A

_PLACES = 0xF000
"""Where in Unicode's private area a sign of such a font stands, with its place in the font."""

_WINGDINGS: Mapping[int, str] = {
    0x22: "✂",
    0x28: "☎",
    0x2A: "✉",
    0x45: "☜",
    0x46: "☞",
    0x47: "☝",
    0x48: "☟",
    0x4A: "☺",
    0x4B: "😐",
    0x4C: "☹",
    0x52: "☼",
    0x6C: "●",
    0x6D: "❍",
    0x6E: "■",
    0x6F: "□",
    0x70: "□",
    0x71: "❑",
    0x72: "❒",
    0x73: "◆",
    0x74: "◆",
    0x75: "◆",
    0x76: "❖",
    0x77: "◆",
    0x78: "☒",
    0x9F: "•",
    0xA1: "○",
    0xA7: "▪",
    0xA8: "□",
    0xAB: "★",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE3: "↖",
    0xE4: "↗",
    0xE5: "↙",
    0xE6: "↘",
    0xE7: "←",
    0xE8: "→",
    0xE9: "↑",
    0xEA: "↓",
    0xEF: "⇦",
    0xF0: "⇨",
    0xF1: "⇧",
    0xF2: "⇩",
    0xF3: "⇔",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_GREEK = zip("abgdezhqiklmnxoprstufcywDSWGLPQXFY", "αβγδεζηθικλμνξοπρστυφχψωΔΣΩΓΛΠΘΞΦΨ", strict=True)
_SYMBOL: Mapping[int, str] = {
    **{ord(letter): sign for letter, sign in _GREEK},
    0xA3: "≤",
    0xA5: "∞",
    0xAB: "↔",
    0xAC: "←",
    0xAD: "↑",
    0xAE: "→",
    0xAF: "↓",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB6: "∂",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xC7: "∩",
    0xC8: "∪",
    0xCE: "∈",
    0xCF: "∉",
    0xD6: "√",
    0xDB: "⇔",
    0xDC: "⇐",
    0xDD: "⇑",
    0xDE: "⇒",
    0xDF: "⇓",
    0xE5: "∑",
    0xF2: "∫",
}
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑"},
    "webdings": {0x61: "✓", 0x72: "✗"},
    "symbol": _SYMBOL,
}

_TYPED = "àßèçóJLK"
"""Letters at the places of the signs that PowerPoint writes by itself, for `-->`, `<--`, `==>`, `<==`, `<=>` and faces:
it may write these with the font for symbols beside them."""


def with_signs(text: str, properties: Element | None = None) -> str:
    """Return the text of a run with the signs that its fonts show, by its properties; without these, those of
    Wingdings in the private area, which PowerPoint writes."""
    latin, symbols = _font(properties, "latin"), _font(properties, "sym")
    if latin in _FONTS:
        return "".join(_FONTS[latin].get(_place_of(sign), sign) for sign in text)
    if symbols == "wingdings" and text.strip() in (*_TYPED,):
        return "".join(_WINGDINGS.get(ord(sign), sign) for sign in text)
    if text.isascii():
        return text
    font = _FONTS.get(symbols or "wingdings", {})
    return "".join(font.get(_place_of(sign), sign) if ord(sign) >= _PLACES else sign for sign in text)


def mark_in(char: str, font: str) -> str:
    """Return the mark of an item as its font shows it."""
    return _FONTS.get(font.strip().casefold(), {}).get(_place_of(char), char) if len(char) == 1 else char


def _place_of(sign: str) -> int:
    """Return the place of a sign in a font for symbols, whether it is written as a letter there or not."""
    return ord(sign) - _PLACES if _PLACES <= ord(sign) <= _PLACES + 0xFF else ord(sign)


def _font(properties: Element | None, name: str) -> str:
    found = properties.find(f"{A}{name}") if properties is not None else None
    return (found.get("typeface") or "").strip().casefold() if found is not None else ""
