"""Names that are too long for their place: broken into a few lines, else cut behind as many letters as have room."""

from __future__ import annotations

from deckmaker.layout.charts.texts import ChartTexts, SetLabel
from deckmaker.theme import TextStyle


def set_within(text: str, style: TextStyle, width: float, lines: int, texts: ChartTexts) -> SetLabel:
    """Set a text on at most so many lines of a width in points; what has no room there ends in an ellipsis."""
    whole = texts.set_native(text, style, width)
    if _has_room(whole, lines):
        return whole
    least, most = 0, len(text) - 1
    while least < most:
        middle = (least + most + 1) // 2
        is_short = _has_room(texts.set_native(_cut(text, middle), style, width), lines)
        least, most = (middle, most) if is_short else (least, middle - 1)
    return texts.set_native(_cut(text, least), style, width)


def _has_room(label: SetLabel, lines: int) -> bool:
    return label.fits and label.lines <= lines


def _cut(text: str, length: int) -> str:
    return f"{text[:length].rstrip()}…"
