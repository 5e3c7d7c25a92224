"""Characters to lines, by where they stand alone: what every reader does with what it finds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import normalize

from deckmaker.model.text import LEFT_TO_RIGHT, RIGHT_TO_LEFT
from deckmaker.text.bidi import may_turn
from tests.agreement.view import TextLine

GAP = 0.12
"""Ems of white between two characters of one line. All three files hold their spaces as characters, so that a wider gap
parts a list marker from its text, or one box from the next."""

OVERLAP = 0.35
"""Ems by which a character may begin before the last one ends: kerning, never a new line."""

SHIFT = 0.45
"""Ems that a superscript or subscript stands off the baseline; less than any line spacing."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character, or a ligature's few, as drawn: its advance from x0 to x1, its baseline and its size."""

    text: str
    x0: float
    x1: float
    baseline: float
    size: float


def joined_lines(glyphs: Iterable[Glyph]) -> list[TextLine]:
    """Join glyphs, in the order in which the file draws them, into lines without spaces at their ends.

    A glyph that stands for no character is a part of the one before it: one of several that make a letter.
    """
    found = list(glyphs)
    parts = _in_places(found) if any(may_turn(one.text) for one in found) else _in_order(found)
    return [line for part in parts if (line := _line(part))]


def _in_order(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    lines: list[list[Glyph]] = []
    silent: list[Glyph] = []
    main: Glyph | None = None
    for glyph in glyphs:
        if not glyph.text:
            silent.append(glyph)
            continue
        if main and any(_follows(main, one, glyph) for one in (lines[-1][-1], *silent)):
            lines[-1].append(glyph)
            main = _main(main, glyph)
        else:
            lines.append([glyph])
            main = glyph
        silent = []
    return lines


def _in_places(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Join the glyphs of a page that holds texts from right to left by where they stand: each file draws those in an
    order of its own."""
    lines: list[list[Glyph]] = []
    for glyph in sorted((one for one in glyphs if one.text or one.x1 > one.x0), key=lambda one: one.x0):
        before = [line for line in lines if _is_like(line, glyph) and _follows(_main(*line), line[-1], glyph)]
        if before:
            min(before, key=lambda line: abs(line[-1].baseline - glyph.baseline)).append(glyph)
        else:
            lines.append([glyph])
    return lines


_MARKS = dict.fromkeys(map(ord, LEFT_TO_RIGHT + RIGHT_TO_LEFT))


def _is_like(line: list[Glyph], glyph: Glyph) -> bool:
    """Tell whether a glyph is about as large as a line's: a mark before a quotation is no part of it."""
    sizes = [_main(*line).size, glyph.size]
    return max(sizes) < 2 * min(sizes)


def in_visual_order(text: str) -> str:
    """Return the characters of a glyph from left to right: those of letters from right to left are turned round, and
    marks of direction, which nobody sees, are not there."""
    text = text.translate(_MARKS)
    return text[::-1] if may_turn(text) else text


def _main(*glyphs: Glyph) -> Glyph:
    """Return the largest, of which the first stands on the baseline of all."""
    return max(glyphs, key=lambda one: one.size)


def _follows(main: Glyph, last: Glyph, glyph: Glyph) -> bool:
    """Tell whether a glyph goes on with the line that `last` ends, and of which `main` is the largest so far."""
    main = _main(main, last)
    em = max(main.size, glyph.size)
    return -OVERLAP * em <= glyph.x0 - last.x1 <= GAP * em and abs(glyph.baseline - main.baseline) <= SHIFT * em


def _line(glyphs: list[Glyph]) -> TextLine | None:
    while glyphs and glyphs[-1].text.isspace():
        glyphs = glyphs[:-1]
    while glyphs and glyphs[0].text.isspace():
        glyphs = glyphs[1:]
    if not glyphs:
        return None
    main = _main(*glyphs)
    # Composed: a vowel on both sides of its consonant is one character, and in a PDF the text of two glyphs.
    words = tuple(normalize("NFC", "".join(in_visual_order(one.text) for one in glyphs)).split())
    return TextLine(words, glyphs[0].x0, glyphs[-1].x1, main.baseline, main.size)
