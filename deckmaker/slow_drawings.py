"""What time slow drawings of one deck may take together.

Each drawing may take a little; what it takes beyond that, the deck has once. When it is used up, the next ones have
that little alone: a hundred drawings, each as slow as one may be, would take an hour.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from deckmaker.budget.drawings import DRAWING_SECONDS, DRAWINGS_SECONDS, SLOW_DRAWINGS_SECONDS
from deckmaker.dataclasses import dataclass, field

AT_LEAST = 3
"""Seconds that each drawing may take, whatever came before it: six times what a rich one does."""

AT_LAST = 1
"""Seconds that each may take once all that a deck's drawings may take is used up: twice what a rich one does."""

AGAIN = 2
"""How many times as long what was drawn while a deck was read may take when it is drawn for a format: no two times are
the same, and what `check` took is not to be refused by `build`."""

BUSY = 4
"""Seconds of the clock for one of a processor: other programs may want it."""

TIME_IS_UP = 24
"""The signal SIGXCPU, of systems that have it: a worker's own processor time is up."""


@dataclass(slots=True)
class SlowOnes:
    """How many seconds of a processor are left for slow drawings, and `in_all` for any."""

    left: float = field(default_factory=lambda: SLOW_DRAWINGS_SECONDS.most)
    in_all: float = field(default_factory=lambda: DRAWINGS_SECONDS.most)
    patience: int = 1
    """How many times as long as each may take it is waited for."""

    def seconds(self) -> int:
        """Return how many seconds the next drawing may take."""
        if self.in_all <= 0:
            return AT_LAST
        return min(DRAWING_SECONDS.most, AT_LEAST + max(0, int(self.left)))

    def took(self, seconds: float) -> None:
        """Count a drawing."""
        self.left -= max(0.0, seconds / self.patience - AT_LEAST)
        self.in_all -= seconds / self.patience


_current: ContextVar[SlowOnes | None] = ContextVar("slow_ones", default=None)


@contextmanager
def slow_drawings_of_one_deck(patience: int = 1) -> Iterator[None]:
    """Let all that is drawn meanwhile share what a deck has for slow drawings, so many times."""
    before = _current.set(SlowOnes(patience=patience))
    try:
        yield
    finally:
        _current.reset(before)


def slow_ones() -> SlowOnes:
    """Return what is left for the deck that is read or built; where none is, enough for one drawing."""
    return _current.get() or SlowOnes()
