"""Which of what was proposed for a deck brings it nearer to an edited presentation: told by building it."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from math import inf
from typing import Protocol, TypeAlias, TypeVar

from deckmaker.comparison.changes import Comparison
from deckmaker.merging.judging import worse_slides
from deckmaker.merging.proposing import Proposal, halves, slides_of

_ROUNDS = 8
"""Times that what makes slides worse is taken out of all that was proposed; in most cases once is enough."""


class State(Protocol):
    """A deck as it would be; `left` is how what it makes differs from the edited presentation."""

    @property
    def left(self) -> Comparison: ...


S = TypeVar("S", bound=State)
Build: TypeAlias = Callable[[Sequence[Proposal]], tuple[S | None, Set[int]]]
"""Returns the state that comes of proposals; None where that has mistakes, with the slides of the file that have
these, by their indexes."""


def likeliest(state: State, ways: Sequence[list[Proposal]], build: Build[S]) -> list[Proposal]:
    """Return the one of several ways to the presentation, the best first, that makes the fewest slides worse."""
    best, fewest = ways[0], inf
    for way in ways if any(way != best for way in ways) else ():
        new, _ = build(way)
        worse = len(worse_slides(state.left, new.left)) if new is not None else inf
        if worse < fewest:
            best, fewest = way, worse
        if not fewest:
            break
    return best


def tried(state: S, proposals: Sequence[Proposal], build: Build[S], tries: int) -> S:
    """Return what comes of proposals: of all of them, or of those that bring the deck nearer to the presentation.

    Changes of slides that would differ in another way than before, or have mistakes, are tried by halves, as long as
    there are `tries` left.
    """
    kept, odd, best = list(proposals), list[Proposal](), state
    for _ in range(min(_ROUNDS, tries)):
        (new, broken), tries = build(kept), tries - 1
        worse = worse_slides(state.left, new.left) if new is not None else set()
        if new is not None and not worse:
            best = new
            break
        bad = [one for one in kept if not worse.isdisjoint((one.slide, *one.others)) or broken & slides_of(one)]
        odd += bad
        kept = [one for one in kept if one not in bad] if bad else []
    else:
        kept = []
    if best is state:
        kept, odd = [], list(proposals)
    groups = halves(odd)  # not all at once: that did not come out
    while groups and tries > 0:
        group = groups.pop()
        (new, _), tries = build([*kept, *group]), tries - 1
        if new is not None and not worse_slides(best.left, new.left):
            kept, best = [*kept, *group], new
        else:
            groups += halves(group)
    return best
