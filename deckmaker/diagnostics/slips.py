"""Slips in words: what a program may mend without asking. Much closer than what is merely near."""

from __future__ import annotations

import re
from collections.abc import Collection

from deckmaker.budget.slips import NEAR_LETTERS
from deckmaker.diagnostics.aid import aid

_TWO_SLIPS = 9
"""Letters from which on a word may have two slips in it."""

_FEWEST = 3
"""Letters of a word, in which one may be a slip."""


def is_slip(word: str, meant: str, known: Collection[str]) -> bool:
    """Tell whether `word` can only be `meant` of all that is known: no other known word is as close.

    Capitals, and `-`, `_` and blanks count for nothing. Else it is one letter that is wrong, missing, too many or
    changed places with the next; in long words two. Figures are no slips: `berth4` is not `berth5`.
    """
    left = aid()
    left.comparisons -= len(word) + sum(map(len, known))
    if left.comparisons < 0:
        return False
    plain = _plain(word)
    others = {_plain(one) for one in known if one != meant}
    if plain == _plain(meant):
        return plain not in others
    most = 1 + (len(plain) >= _TWO_SLIPS)
    if not min(len(plain), len(_plain(meant))) >= _FEWEST or len(plain) > NEAR_LETTERS.most:
        return False
    steps = _steps(plain, _plain(meant), most)
    return steps <= most and all(_steps(plain, one, steps) > steps for one in others)


def _plain(word: str) -> str:
    return re.sub(r"[-_\s]", "", word.casefold())


def _steps(word: str, other: str, most: int) -> int:
    """Return how many slips lie between two words (optimal string alignment); more than `most` where they are more.

    What is too long, or has other figures in it, is never near.
    """
    if (
        abs(len(word) - len(other)) > most
        or len({*word} - {*other}) > most
        or re.findall(r"\d", word) != re.findall(r"\d", other)
    ):
        return most + 1
    left = aid()
    left.comparisons -= len(word) * len(other)
    if left.comparisons < 0:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        before, above, row = row, before, [i]
        for j, its in enumerate(other, 1):
            steps = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != its))
            if i > 1 and j > 1 and (letter, its) == (other[j - 2], word[i - 2]):
                steps = min(steps, above[j - 2] + 1)
            row.append(steps)
    return row[-1]
