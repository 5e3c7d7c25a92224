"""What of all that was proposed for a deck is done: what reaches nobody else, and takes away what was shown alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import islice

from deckmaker.budget.merging import MERGED_CHANGES
from deckmaker.comparison.changes import Comparison
from deckmaker.merging.proposing import Proposal
from deckmaker.merging.readers import Readers


class Reach:
    """Tells proposals that are within reach of a presentation's `readers` from others, and remembers these."""

    def __init__(self, readers: Readers) -> None:
        self.readers = readers
        self._for_others: set[int] = set()  # slides of the presentation that have something for more people, from 0
        self._of_others: set[int] = set()  # slides of the presentation that the deck has for others alone, from 0
        self._staying: dict[str, None] = {}  # why slides of the deck stay that were removed, in their order

    def within(self, proposals: Iterable[Proposal], pages: Sequence[int]) -> list[Proposal]:
        """Return those of so many proposals as there may be that are within reach. Of each edited slide, `pages` has
        the first page: by these, slides are compared."""
        both = [one.of_first_page(pages) for one in islice(proposals, MERGED_CHANGES.most)]
        self._for_others |= {one.slide or 0 for one in both if one.reaches_others}
        self._of_others |= {one.slide or 0 for one in both if one.is_of_others}
        self._staying |= dict.fromkeys(one.stays for one in both if one.stays)
        return [one for one in both if not (one.reaches_others or one.is_of_others or one.stays)]

    def remarks(self, taken: Comparison, left: Comparison) -> list[str]:
        """Return lines that say whom it reaches what a deck has `taken`, and why some of what is `left` is."""
        numbers = {slide.new for slide in left.slides} | ({1} if left.deck else set())
        kept, of_others = (_numbers(some, numbers) for some in (self._for_others, self._of_others))
        staying = list(self._staying) if None in numbers else []
        return [*staying, *self.readers.remarks(taken, kept, of_others)]


def _numbers(indexes: Collection[int], left: Collection[int | None]) -> list[int]:
    return sorted({index + 1 for index in indexes}.intersection(left))
