"""Numbers with a sign in texts that run from right to left: the sign stays before the number.

By UAX 9 alone it would stand behind it, as `5+` (W4 to W6, N1). Unicode CLDR gives the signs of Hebrew and Arabic a
U+200E before them; so does this, for the signs that authors type.
"""

from __future__ import annotations

import re
from functools import partial

from deckmaker.dataclasses import replace
from deckmaker.model import Deck, Paragraph, Run
from deckmaker.model.text import LEFT_TO_RIGHT
from deckmaker.patterns import pattern
from deckmaker.text.styling import runs_turned
from deckmaker.theme import Theme

_SIGNED = pattern(r"(?<![\w.,:;/%°)\]}])[+\-\u2212±](?=[.,]?\d)[\d.,]*\d(?P<unit>[ \u00a0\u202f][%‰])?")
"""A sign that begins a number; one behind a figure or a letter is that of a range, a date or a compound."""


def with_signs_before_numbers(deck: Deck, theme: Theme) -> Deck:
    """Return a deck whose theme is turned, with a mark before each sign of a number in texts that run so."""
    kept = partial(_kept, theme=theme)
    slides = tuple(replace(one.map_texts(kept), notes=tuple(map(kept, one.notes))) for one in deck.slides)
    return replace(deck, slides=slides, subtitle=deck.subtitle and kept(deck.subtitle))


def _kept(paragraph: Paragraph, theme: Theme) -> Paragraph:
    if not _SIGNED.search(paragraph.text) or not runs_turned(paragraph, theme):
        return paragraph
    runs: list[Run] = []
    before = ""
    for run in paragraph.runs:
        runs.append(run if run.code or run.script else replace(run, text=_marked(before, run.text)))
        before = (before + run.text)[-1:]
    return replace(paragraph, runs=tuple(runs))


def _marked(before: str, text: str) -> str:
    """Return a run's text, behind what ends with `before`, with its marks: at both ends where a space parts a unit."""

    def mark(found: re.Match[str]) -> str:
        if found.start() < len(before):
            return found[0]
        return f"{LEFT_TO_RIGHT}{found[0]}{LEFT_TO_RIGHT if found['unit'] else ''}"

    return _SIGNED.sub(mark, before + text)[len(before) :]
