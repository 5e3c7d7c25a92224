"""Numbers of slides that somebody typed into text boxes at the foot of each: `2`, `Page 2`, `2 / 12`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from deckmaker.importing.powerpoint.shapes import Shape, plain_words, shapes_of
from deckmaker.importing.powerpoint.slide_parts import SlidePart
from deckmaker.patterns import pattern

_LEAST = 3
"""Slides that have such numbers; and two of three at least."""

_LONGEST = 60
"""Characters of a text with such a number."""

_FOOT = 0.8
"""The part of the page, from its top, below which such a text begins."""

_GRID = 6.0
"""Points by which the same place may differ from slide to slide."""

_BEYOND = 2
"""By how much the number of a slide may be above that of all slides: decks are cut after they were numbered. Below, it
may be anything from 0, as some decks begin there, and others behind a cover. Years and other counts are no numbers of
slides, though they rise with these."""

_NUMBER, _WORD = pattern(r"\d++"), pattern(r"[^\W\d_]++")
_MOST_NUMBERS = 3
_OF_NUMBERS = frozenset(
    (
        *("page", "p", "pg", "slide", "of", "seite", "s", "folie", "von", "aus", "diapositive", "diapo", "sur"),
        *("de", "página", "diapositiva", "pagina", "di", "pág", "pag", "sida", "av", "side", "af", "van"),
    )
)
"""Words that say no more than a number does."""


class _Form(NamedTuple):
    """What is alike in the numbers of all slides: the words around, by how much they differ from the slide's own, and
    where they stand: the height, and which third of the page."""

    before: str
    behind: str
    more: int
    y: int
    third: int


class TypedNumbers:
    """Knows the numbers that were typed on most slides of a presentation, each the one of its slide."""

    def __init__(self, slides: Sequence[SlidePart], page: tuple[float, float]) -> None:
        """Look for them on slides of this width and height in points."""
        self._page = page
        self._most = len(slides) + _BEYOND
        found: Counter[_Form] = Counter()
        for slide in slides:
            found.update({form for shape in shapes_of(slide) for form in self._forms(shape, slide)})
        self._forms_kept = {form for form, count in found.items() if count >= _LEAST and count * 3 >= len(slides) * 2}

    def has(self, shape: Shape, slide: SlidePart) -> bool:
        """Tell whether a shape is such a number."""
        return any(form in self._forms_kept for form in self._forms(shape, slide))

    def says_more(self, words: str) -> bool:
        """Tell whether words with such a number say more than that it is one: by a word, or by another number."""
        return any(one.casefold() not in _OF_NUMBERS for one in _WORD.findall(words)) or any(
            int(one) > self._most for one in _NUMBER.findall(words)
        )

    def _forms(self, shape: Shape, slide: SlidePart) -> Iterator[_Form]:
        if shape.kind != "sp" or shape.type or shape.place is None or shape.place.y <= _FOOT * self._page[1]:
            return
        words = plain_words(shape.body)
        if not words or len(words) > _LONGEST:
            return
        middle = shape.place.x + shape.place.width / 2
        third = max(0, min(int(3 * middle / self._page[0]), 2))
        for one in islice(_NUMBER.finditer(words), _MOST_NUMBERS):
            number = int(one[0])
            if number <= self._most:
                before, behind = words[: one.start()], words[one.end() :]
                yield _Form(before, behind, number - slide.number, round(shape.place.y / _GRID), third)
