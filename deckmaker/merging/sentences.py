"""Texts that two people changed, sentence by sentence: what of them one alone changed, and what both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import Match
from itertools import pairwise
from typing import NamedTuple

from deckmaker.budget.merging import MERGED_PIECES
from deckmaker.merging.pieces import plain
from deckmaker.merging.words import TooMuchAlike, blocks_alike, merged
from deckmaker.text.sentences import sentence_ends


class _Stretch(NamedTuple):
    """What was there, and what two people, they and we, have in its place: lines, or sentences of one line."""

    base: Sequence[str]
    theirs: Sequence[str]
    ours: Sequence[str]


def is_changed_by_both(base: str, theirs: str, ours: str) -> bool:
    """Tell whether two people changed words of one sentence, each in another way: what comes of both, nobody wrote."""
    for lines in _stretches(_Stretch(*(one.split("\n") for one in (base, theirs, ours)))):
        for sentences in _stretches(_in_sentences(lines)):
            was, their, own = (" ".join(one) for one in sentences)
            if was and len({plain(was), plain(their), plain(own)}) == len(sentences) and _is_theirs(was, their, own):
                return True
    return False


def with_theirs(base: str, theirs: str, ours: str) -> str:
    """Return our text with all that they changed in it: of what both changed it has theirs. It is ours as it is where
    we have all of that."""
    lines: list[str] = []
    is_ours = True
    for stretch in _stretches(_Stretch(*(one.split("\n") for one in (base, theirs, ours)))):
        if all(len(one) == 1 for one in stretch):
            kept = [_kept(*one) for one in _stretches(_in_sentences(stretch))]
            is_own = all(own for _, own in kept)
            lines.append(stretch.ours[0] if is_own else " ".join(one for some, _ in kept for one in some))
        else:
            some, is_own = _kept(*stretch)
            lines += some
        is_ours &= is_own
    return ours if is_ours else "\n".join(lines)


def _in_sentences(lines: _Stretch) -> _Stretch:
    """Return lines cut into their sentences."""
    return _Stretch(*([sentence for line in some for sentence in _sentences(line)] for some in lines))


def _sentences(line: str) -> list[str]:
    return [line[begin:end].rstrip() for begin, end in pairwise([0, *sentence_ends(line), len(line)])]


def _kept(base: Sequence[str], theirs: Sequence[str], ours: Sequence[str]) -> tuple[Sequence[str], bool]:
    """Return what a stretch has with what they changed, and whether that is ours alone."""
    was, their, own = ("\n".join(one) for one in (base, theirs, ours))
    if not _is_theirs(was, their, own):
        return ours, True
    return (theirs if base else [*ours, *theirs]), False


def _is_theirs(base: str, theirs: str, ours: str) -> bool:
    """Tell whether they changed a stretch, and we have not all of that."""
    was, their, own = map(_key, (base, theirs, ours))
    if their in (was, own):
        return False
    return was == own or merged(base, theirs, ours) != ours


def _stretches(whole: _Stretch) -> Iterator[_Stretch]:
    """Yield the parts of three texts in order, those together that somebody changed together."""
    base, theirs, ours = whole
    if len(base) + max(len(theirs), len(ours)) > MERGED_PIECES.most:
        yield whole
        return
    changes = sorted([(*one, True) for one in _hunks(base, theirs)] + [(*one, False) for one in _hunks(base, ours)])
    at, at_theirs, at_ours = 0, 0, 0
    while changes:
        begin, end = changes[0][:2]
        grown = {True: 0, False: 0}  # by how many each side has more than the base
        while changes and (changes[0][0] < end or changes[0][:2] == (begin, end)):
            first, last, count, is_theirs = changes.pop(0)
            end = max(end, last)
            grown[is_theirs] += count - (last - first)
        for step in range(begin - at):
            yield _Stretch(*([one[place + step]] for one, place in ((base, at), (theirs, at_theirs), (ours, at_ours))))
        at_theirs, at_ours = at_theirs + begin - at, at_ours + begin - at
        counts = (end - begin + grown[True], end - begin + grown[False])
        yield _Stretch(base[begin:end], theirs[at_theirs : at_theirs + counts[0]], ours[at_ours : at_ours + counts[1]])
        at, at_theirs, at_ours = end, at_theirs + counts[0], at_ours + counts[1]
    for step in range(len(base) - at):
        yield _Stretch([base[at + step]], [theirs[at_theirs + step]], [ours[at_ours + step]])


_SHARE = 8
"""Lines are found, and sentences in them, several times for a text: each time may take this part of what a text may."""


def _hunks(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield where something was changed: its begin and end as it was, and how many there are now. As many as before
    are one each. All is one change where it takes too long to find what stayed."""
    try:
        alike = blocks_alike(list(map(_key, old)), list(map(_key, new)), _SHARE)
    except TooMuchAlike:
        yield 0, len(old), len(new)
        return
    for before, behind in pairwise([Match(0, 0, 0), *alike]):
        first, start = before.a + before.size, before.b + before.size
        last, end = behind.a, behind.b
        if last - first == end - start:
            yield from ((at, at + 1, 1) for at in range(first, last))
        else:
            yield first, last, end - start


def _key(text: str) -> str:
    return " ".join(text.split())
