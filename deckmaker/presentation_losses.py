"""What presentations have that no deck has a place for, held against each other: what one alone has, somebody did."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from deckmaker.comparison.comparing import slide_pairs
from deckmaker.comparison.facts import DeckFacts
from deckmaker.comparison.slide_ids import SlideIds
from deckmaker.diagnostics import Diagnostics
from deckmaker.importing.told import TRAIL_LEFT_OUT, Counts, Loss
from deckmaker.model.number_ranges import ranges

_Key = tuple[str, int | None]
"""What was lost, and the pair of slides on which."""


class Lost(NamedTuple):
    """What one side has that no deck has a place for.

    `name` is that of its file, which was built for this where it `is_built`: then nobody sees the presentation. Slides
    of the presentation begin, by their numbers, at those slides of the imported deck that `begins` says.
    """

    name: str
    is_built: bool
    losses: Sequence[Loss]
    begins: Mapping[int, int]


class LostAlone(NamedTuple):
    """What of two sides one alone has, one by one: a base, and what somebody edited."""

    of_base: Sequence[Loss]
    of_edited: Sequence[Loss]

    def also_in(self, other: LostAlone) -> LostAlone:
        """Return what of it is the same against another base, whose slides may have other numbers."""
        return LostAlone(*(_of_messages(own, some) for own, some in zip(self, other, strict=True)))


def _of_messages(own: Sequence[Loss], some: Sequence[Loss]) -> list[Loss]:
    messages = {one.message for one in some}
    return [one for one in own if one.message in messages]


def lost_alone(base: tuple[Lost, DeckFacts], edited: tuple[Lost, DeckFacts], ids: SlideIds) -> LostAlone:
    """Return what one of two sides alone has, slide by slide as they belong together, of both with what they say; their
    slides have `ids`, as for `compare`.

    What went with its slide is not among it, since the slide is told. Nor are words above titles that the other side
    has anywhere: on how many slides they stand follows their section.
    """
    pairs = slide_pairs(base[1], edited[1], ids)
    of_old = {pair.old: index for index, pair in enumerate(pairs) if pair.old is not None}
    of_new = {pair.new: index for index, pair in enumerate(pairs) if pair.new is not None}
    ours, theirs = list(_keyed(*base, of_old)), list(_keyed(*edited, of_new))
    removed = {index for index, pair in enumerate(pairs) if pair.new is None}
    return LostAlone(
        [
            one
            for (_, pair), one in _more(ours, theirs)
            if one.counts is Counts.ON_EITHER and (pair is None or pair not in removed)
        ],
        [one for _, one in _more(theirs, ours) if one.counts is not Counts.NOWHERE],
    )


def _keyed(lost: Lost, facts: DeckFacts, pairs: Mapping[int, int]) -> Iterator[tuple[_Key, Loss]]:
    """Yield each loss under its key: what follows a section is of no slide. Nor is what stands on a slide that holds
    nothing else, which the deck has not."""
    begins = [slide.number for slide in facts.slides]  # of slides that were split, those of their first pages
    for one in lost.losses:
        number = None if _follows_section(one) else lost.begins.get(one.number)
        yield (one.message, pairs[bisect_right(begins, number) - 1] if number and begins else None), one


def _follows_section(loss: Loss) -> bool:
    return loss.message.startswith(TRAIL_LEFT_OUT)


def _more(these: Sequence[tuple[_Key, Loss]], others: Sequence[tuple[_Key, Loss]]) -> Iterator[tuple[_Key, Loss]]:
    """Yield what is more often among these than among others, the last ones."""
    there = Counter(key for key, _ in others)
    for key, one in these:
        if there[key]:
            there[key] -= not _follows_section(one)
        else:
            yield key, one


def tell_lost(alone: LostAlone, base: Lost, edited: Lost, diagnostics: Diagnostics) -> None:
    """Tell what one side alone has: each once, with the numbers of its slides there, and the file that has it."""
    for some, lost in ((alone.of_base, base), (alone.of_edited, edited)):
        found: dict[str, list[Loss]] = {}
        for one in some:
            found.setdefault(one.message, []).append(one)
        for message, ones in found.items():
            numbers = sorted({one.number for one in ones})
            more = len(ones) - len(numbers)
            times = f" (and {more:,} more like it)" if more else ""
            where = f"slide{'s' * (len(numbers) > 1)} {ranges(numbers)}"
            of = f" of `{lost.name}` alone" if lost.is_built else ""
            span = None if lost.is_built else ones[0].span
            diagnostics.report("not-imported", f"not compared: {message}{times}, on {where}{of}", span)
