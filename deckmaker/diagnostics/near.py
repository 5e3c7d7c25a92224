"""The known word that a wrong one may have been meant for, found at a bounded cost.

Near is what Python's `difflib` calls near: two words share so many letters, in stretches of the same order, that these
are six in ten of both. Its own search compares a word with every other; this one first asks what they could share at
most, begins with the likeliest, and ends when no other can be nearer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from difflib import SequenceMatcher
from functools import lru_cache

from deckmaker.budget.slips import NEAR_LETTERS
from deckmaker.diagnostics.aid import Aid, aid
from deckmaker.patterns import pattern

_NEAR = 0.6

_PLACES, _TIMES = 64, 16
_DID_YOU_MEAN = pattern(r"did you mean `([^`]+)`\?")
_ALL = (1 << _TIMES) - 1


def did_you_mean(word: str) -> str:
    """Return the help sentence that names a word in place of a wrong one."""
    return f"did you mean `{word}`?"


def meant_in(help: str | None) -> str | None:
    """Return the word that such a help sentence names, None of any other help."""
    found = _DID_YOU_MEAN.fullmatch(help or "")
    return found[1] if found else None


def nearest_file(name: str, files: Collection[str]) -> str | None:
    """Return a help sentence with the file whose name, but for its ending, is nearest; None where none is near.

    Of two that are called so, it is the one with the same ending. Endings alone make no names alike.
    """
    stem, _, ending = name.rpartition(".")
    stem = stem or name
    by_stem = _by_stem(tuple(files))
    near = nearest_of(stem, by_stem)
    if near is None:
        return None
    called_so = by_stem[near]
    return did_you_mean(next((one for one in called_so if one.rpartition(".")[2] == ending), called_so[-1]))


@lru_cache(maxsize=8)
def _by_stem(files: tuple[str, ...]) -> dict[str, list[str]]:
    """Return files by their names without endings: one look at each, however many others are missed beside them."""
    found: dict[str, list[str]] = {}
    for one in files:
        found.setdefault(one.rpartition(".")[0] or one, []).append(one)
    return found


def nearest_of(word: str, known: Collection[str], least: float = _NEAR) -> str | None:
    """Return the nearest of the known words, capitals or not; None where none is near, or too much was compared.

    Words are near that share at least so many of their letters, from 0.6 on.
    """
    left = aid()
    if left.comparisons < 0 or not 0 < len(word) <= NEAR_LETTERS.most:
        return None
    words = tuple(known)
    if words != left.known:  # most words are held against the same as the one before
        left.known, left.spelt = words, {one.casefold(): one for one in reversed(words)}
    found = _nearest(word.casefold(), left.spelt, left, least)
    return left.spelt[found] if found else None


def _nearest(word: str, known: Mapping[str, str], left: Aid, least: float) -> str | None:
    matcher = SequenceMatcher(a="", b=word)
    counts = Counter(word)
    best: tuple[float, str] | None = None
    for most, other in sorted(_promising(word, known, left), reverse=True):
        if best and most < best[0]:
            break
        # Measured, that is as much work: to read both, and each pair of equal letters once.
        left.comparisons -= len(word) + len(other) + sum(counts[letter] for letter in other)
        if left.comparisons < 0:
            break
        matcher.set_seq1(other)
        if (share := matcher.ratio()) >= least:
            best = max(best or (share, other), (share, other))
    return best[1] if best and left.comparisons >= 0 else None


def _promising(word: str, known: Mapping[str, str], left: Aid) -> Iterator[tuple[float, str]]:
    """Yield the known words that may be near, each after how near it is at most, by its length and its letters."""
    size, letters = len(word), _letters(word)
    uncounted = size - letters.bit_count()
    longest = min(NEAR_LETTERS.most, size * (2 - _NEAR) / _NEAR)
    for other in left.compared(known):
        length = len(other)
        if length > longest:
            continue
        shared = (letters & _letters(other)).bit_count() + uncounted
        if (most := 2 * shared / (size + length)) >= _NEAR:
            yield most, other


@lru_cache(maxsize=32_768)
def _letters(word: str) -> int:
    """Return the letters of a word as bits, those of two words in common where both have a bit.

    A letter that stands in a word three times has the first three bits of its place. There are few places, so that some
    letters share one, and few bits in each: words may share less than it seems, and more only by what has no bit.
    """
    bits = 0
    for letter in word:
        place = ord(letter) % _PLACES * _TIMES
        times = (bits >> place & _ALL).bit_count()
        bits |= 1 << place + min(times, _TIMES - 1)
    return bits
