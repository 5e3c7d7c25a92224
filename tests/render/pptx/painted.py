"""How words look in a PDF. A text is found by its letters in drawing order, wherever its lines break."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import hypot
from pathlib import Path
from typing import Any, NamedTuple

import pdfplumber

from deckmaker.model.geometry import Rect


class Painted(NamedTuple):
    """The look of a letter: font family, colour as RRGGBB, size in points."""

    font: str
    color: str
    size: float


class PaintedPage:
    """One page's letters, and the colours of its filled shapes."""

    def __init__(self, page: Any) -> None:
        # A ligature is one character with the text of several letters.
        letters = [(letter, char) for char in page.chars for letter in char["text"] if not letter.isspace()]
        self._text = "".join(letter for letter, _ in letters)
        self._looks = [_look(char) for _, char in letters]
        self._letters = [_box(char) for _, char in letters]
        self._boxes = [_box(char) for char in page.chars]
        self.fills = {hexadecimal(one["non_stroking_color"]) for one in [*page.rects, *page.curves] if one["fill"]}

    def looks(self, words: str, start: int = 0, near: Rect | None = None) -> tuple[list[Painted], int]:
        """Return a look for each letter of `words`, spaces aside, and where the text after them begins.

        Of words that stand on the page more than once, those are meant that begin nearest to a frame.
        """
        wanted = squeezed(words)
        places = [one.start() for one in re.finditer(f"(?={re.escape(wanted)})", self._text[start:])]
        assert places, f"`{words}` is not on the page: {self._text}"
        found = start + (min(places, key=lambda one: self._distance(start + one, near)) if near else places[0])
        return self._looks[found : found + len(wanted)], found + len(wanted)

    def _distance(self, letter: int, rect: Rect) -> float:
        _, left, top, right, bottom = self._letters[letter]
        x, y = (left + right) / 2, (top + bottom) / 2
        return hypot(max(rect.x - x, 0, x - rect.right), max(rect.y - y, 0, y - rect.bottom))

    def text_in(self, rect: Rect) -> str:
        """Return the letters whose middles lie in a frame, in drawing order."""
        return "".join(
            text
            for text, left, top, right, bottom in self._boxes
            if rect.x <= (left + right) / 2 <= rect.right and rect.y <= (top + bottom) / 2 <= rect.bottom
        )

    def signs(self, sign: str) -> set[str]:
        """Return the colours of all letters that are `sign`."""
        return {look.color for letter, look in zip(self._text, self._looks, strict=True) if letter == sign}


def squeezed(words: str) -> str:
    """Return a text without its spaces."""
    return "".join(words.split())


class PaintedPages:
    """The pages of a PDF. Each is read when it is first asked for: that takes a while, and many are never looked at."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with pdfplumber.open(path) as pdf:
            self._count = len(pdf.pages)
        self._read: dict[int, PaintedPage] = {}

    def __getitem__(self, index: int) -> PaintedPage:
        number = range(self._count)[index]
        if number not in self._read:
            with pdfplumber.open(self._path, pages=[number + 1]) as pdf:
                self._read[number] = PaintedPage(pdf.pages[0])
        return self._read[number]

    def __iter__(self) -> Iterator[PaintedPage]:
        return (self[number] for number in range(self._count))


def hexadecimal(color: Any) -> str:
    """Return a colour of a PDF, grey or RGB in 0..1, as RRGGBB."""
    values = color if isinstance(color, tuple) else (color,)
    values = values * 3 if len(values) == 1 else values
    return "".join(f"{round(value * 255):02X}" for value in values)


def _box(char: dict[str, Any]) -> tuple[str, float, float, float, float]:
    return char["text"], char["x0"], char["top"], char["x1"], char["bottom"]


def _look(char: dict[str, Any]) -> Painted:
    family = char["fontname"].rpartition("+")[2].partition("-")[0]
    return Painted(family, hexadecimal(char["non_stroking_color"]), round(char["size"], 1))
