"""What help about slips in names may cost while one deck is read, and what was looked up for it already.

One misspelt name costs next to nothing; a thousand of them, each held against a thousand names, must not cost a million
times as much. When the bounds are used up, further mistakes are reported without help.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import NamedTuple

from deckmaker.budget.slips import COMPARISONS, FILES_LOOKED_AT
from deckmaker.dataclasses import dataclass, field


class Listing(NamedTuple):
    """The names in a folder: of all that is in it, and of the visible files."""

    names: list[str]
    files: list[str]


@dataclass(slots=True)
class Aid:
    """How many comparisons may still be made and how many `entries` of folders listed, and what folders hold.

    `spelt` has the known words of the last search by their small letters.
    """

    comparisons: int = field(default_factory=lambda: COMPARISONS.most)
    entries: int = field(default_factory=lambda: FILES_LOOKED_AT.most)
    folders: dict[Path, Listing] = field(default_factory=dict)
    files: dict[Path, dict[str, list[Path]]] = field(default_factory=dict)
    known: tuple[str, ...] = ()
    spelt: dict[str, str] = field(default_factory=dict)

    def compared(self, names: Iterable[str]) -> Iterator[str]:
        """Yield names that something is held against, a comparison each, as long as there are any left."""
        for name in names:
            self.comparisons -= 1
            if self.comparisons < 0:
                return
            yield name


_current: ContextVar[Aid | None] = ContextVar("aid", default=None)


@contextmanager
def aid_for_one_deck() -> Iterator[None]:
    """Let all help that is given meanwhile share one bound, and what was looked up for it."""
    before = _current.set(Aid())
    try:
        yield
    finally:
        _current.reset(before)


def aid() -> Aid:
    """Return what help may cost here: what is left for the deck that is read, or where none is, enough for one name."""
    return _current.get() or Aid()
