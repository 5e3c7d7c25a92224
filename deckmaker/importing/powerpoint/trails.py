"""Words above titles in our own presentations: the deck's trail, and behind it the section in which a slide stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import takewhile

from deckmaker.importing.powerpoint.shapes import Shape, plain_words, shapes_of
from deckmaker.importing.powerpoint.slide_parts import SlidePart
from deckmaker.importing.told import TRAIL_LEFT_OUT, Told
from deckmaker.model.deck import TRAIL_CUT as LEFT_OUT
from deckmaker.model.deck import TRAIL_SEPARATOR as SEPARATOR

_OUR_NAME = "Trail"
"""The name of such a text in our own files."""


def is_trail(shape: Shape) -> bool:
    """Tell whether a shape is called as the words above our titles; others may call a text so, too."""
    return shape.name == _OUR_NAME


class Trails:
    """The words above the titles of slides, and the deck's `own` trail, which they have in common.

    Where presentations are `compared`, each of these words is told, and whoever compares sees which were changed.
    """

    def __init__(self, slides: Sequence[SlidePart], title: str, compared: bool) -> None:
        """Look through the slides of a presentation of ours, whose first ones are in a section called as its title."""
        self._is_compared = compared
        self._sections: dict[int, str] = {}
        section = ""
        for slide in slides:
            section = slide.section or section
            self._sections[slide.number] = "" if section == title else section
        found = () if compared else ((one.number, _words_of(one)) for one in slides)
        self.own = _own([(words, self._sections[number]) for number, words in found if words])

    def tell(self, shape: Shape, slide: SlidePart, told: Told) -> None:
        """Tell of words that say something other than the deck's trail and the section."""
        words = plain_words(shape.body)
        if self._is_compared or not self._follows(words, self._sections[slide.number]):
            told.note(slide.number, f"{TRAIL_LEFT_OUT}: {words}", "change the name of the section")

    def _follows(self, words: str, section: str) -> bool:
        """Tell whether words are the trail and a section, some parts of which may have had no room."""
        own = SEPARATOR.join(self.own)
        if words in ("", own, section):
            return True
        if section and words.endswith(LEFT_OUT) and section.startswith(words.removesuffix(LEFT_OUT)):
            return True
        before = _before(words, section)
        if before is None:
            return False
        return before == own or (before[:1] == LEFT_OUT and own.endswith(before.removeprefix(LEFT_OUT)))


def _words_of(slide: SlidePart) -> str:
    return next((plain_words(one.body) for one in shapes_of(slide) if is_trail(one)), "")


def _own(found: Iterable[tuple[str, str]]) -> list[str]:
    """Return the parts of the deck's trail, by what stands above titles, each with its section."""
    in_sections = [(words, section) for words, section in found if section]
    alone = [words for words, section in found if not section]
    before = (_before(words, section) for words, section in in_sections)
    counts = Counter(one for one in before if one is not None)
    counts.update(alone if in_sections else _common(alone))
    own = next((one for one, _ in counts.most_common() if not one.startswith(LEFT_OUT)), "")
    return own.split(SEPARATOR) if own else []


def _before(words: str, section: str) -> str | None:
    """Return what stands before the section; None where that is not the last part."""
    if words == section:
        return ""
    end = f"{SEPARATOR}{section}"
    return words.removesuffix(end) if section and words.endswith(end) else None


def _common(alone: Iterable[str]) -> list[str]:
    """Return what all trails begin with: LibreOffice keeps no sections, by which these are known."""
    places = zip(*(one.split(SEPARATOR) for one in alone), strict=False)
    parts = [place[0] for place in takewhile(lambda one: len(set(one)) == 1, places)]
    return [SEPARATOR.join(parts)] if parts else []
