"""Files of rows that were read, kept while the decks of many rows are made: each asks the same files.

A file that has not changed since has the same rows. What was said while it was read would have to be said again: one of
which anything was said is read each time.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from deckmaker.budget.values import KEPT_TABLE_BYTES
from deckmaker.diagnostics import Diagnostics
from deckmaker.resolve.tables.written import Written


class KeptTables:
    """Rows of files by how they were asked for, as long as the files have bearably many bytes together."""

    def __init__(self) -> None:
        self._known: dict[Hashable, Written] = {}
        self._bytes = 0

    def written(
        self, key: Hashable, size: int, read: Callable[[], Written | None], diagnostics: Diagnostics
    ) -> Written | None:
        """Return the rows of a file of `size` bytes; they are read where none are known by its key."""
        if known := self._known.get(key):
            return known
        said = diagnostics.reports
        found = read()
        if found and diagnostics.reports == said and self._bytes + size <= KEPT_TABLE_BYTES.most:
            self._known[key] = found
            self._bytes += size
        return found


_current: ContextVar[KeptTables | None] = ContextVar("kept_tables", default=None)


@contextmanager
def tables_kept(kept: KeptTables) -> Iterator[None]:
    """Let all files of rows that are read meanwhile be kept, and taken from there."""
    before = _current.set(kept)
    try:
        yield
    finally:
        _current.reset(before)


def kept_tables() -> KeptTables | None:
    """Return what is kept here; None where a deck is read once."""
    return _current.get()
