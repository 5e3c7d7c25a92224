"""What files are to hold, read in place of what they hold: how a change is tried before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from deckmaker.project import without_links

_drafts: ContextVar[Mapping[Path, bytes] | None] = ContextVar("drafts", default=None)


@contextmanager
def with_drafts(contents: Mapping[Path, bytes]) -> Iterator[None]:
    """Let files, by their paths without links, be read as they are to be."""
    before = _drafts.set(contents)
    try:
        yield
    finally:
        _drafts.reset(before)


def draft_of(path: Path) -> bytes | None:
    """Return what a file is to hold, None where it is read as it is."""
    drafts = _drafts.get()
    return drafts.get(without_links(path)) if drafts else None
