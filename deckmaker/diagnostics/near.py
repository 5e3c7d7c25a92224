"""The known word that a wrong one may have been meant for, found at a bounded cost.

Near is what Python's `difflib` calls near: two words share so many letters, in stretches of the same order, that these
are six in ten of both. Its own search compares a word with every other; this one first asks what they could share at
most, begins with the likeliest, and ends when no other can be nearer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from deckmaker.budget import NEAR_LETTERS
from deckmaker.diagnostics.aid import Aid, aid

_NEAR = 0.6


def nearest_of(word: str, known: Iterable[str]) -> str | None:
    """Return the nearest of the known words, None where none is near, or where looking for one costs too much."""
    if not 0 < len(word) <= NEAR_LETTERS.most:
        return None
    left = aid()
    matcher = SequenceMatcher(a="", b=word)
    best: tuple[float, str] | None = None
    for most, other in sorted(_promising(word, known, left), reverse=True):
        if best and most < best[0]:
            break
        left.letters -= len(word) * len(other)
        if left.letters < 0:
            break
        matcher.set_seq1(other)
        if (share := matcher.ratio()) >= _NEAR:
            best = max(best or (share, other), (share, other))
    return best[1] if best and left.letters >= 0 else None


def _promising(word: str, known: Iterable[str], left: Aid) -> Iterator[tuple[float, str]]:
    """Yield those of the known words that may be near, and how near each is at most, by its length and its letters."""
    letters = Counter(word)
    for other in known:
        if left.letters < 0:
            return
        both = len(word) + len(other)
        left.letters -= 1
        if len(other) > NEAR_LETTERS.most or 2 * min(len(word), len(other)) < _NEAR * both:
            continue
        left.letters -= both
        if (most := 2 * (letters & Counter(other)).total() / both) >= _NEAR:
            yield most, other
