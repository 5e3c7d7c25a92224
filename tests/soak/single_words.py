"""Words of which no two are alike: where one is found, it is known which it is."""

from __future__ import annotations

import re
from random import Random

_SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprst" for vowel in "aeiou"]
_ENDINGS = ("", "", "", "", "quet", "quetings")
"""Endings in a letter that no syllable has, so that no two words become alike."""

_LABELS = frozenset(("note",))
"""Words of syllables that slides have of their own, above callouts: none of a text is one of them."""


class SingleWords:
    """Makes words, never one twice."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self._count = 0

    def text(self, count: int, sentence: int = 0, said: list[str] | None = None) -> str:
        """Return a text of so many words, some with hyphens, in sentences of so many, or without any end.

        What a reader must find of them is added to `said`.
        """
        written = []
        for number in range(1, count + 1):
            word = self._word()
            if self.random.random() < 0.03:
                word += f"-{self._word()}"
            starts = number == 1 if not sentence else number % sentence == 1 % sentence
            ends = sentence and (number % sentence == 0 or number == count)
            written.append((word.capitalize() if starts else word) + ("." if ends else ""))
        text = " ".join(written)
        if said is not None:
            said += words_in(text)
        return text

    def _word(self) -> str:
        self._count += 1
        rest, word = self._count, ""
        while rest:
            rest, place = divmod(rest, len(_SYLLABLES))
            word += _SYLLABLES[place]
        return word + self.random.choice(_ENDINGS[-2:] if word in _LABELS else _ENDINGS)


def words_in(text: str) -> list[str]:
    """Return a text's words in order, those joined by hyphens one by one, in small letters."""
    return [one.lower() for one in re.findall(r"[^\W\d_]+", text)]
