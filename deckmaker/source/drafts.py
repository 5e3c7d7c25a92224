"""What files are to hold, read in place of what they hold: how a change is tried before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from deckmaker.project import without_links

_drafts: ContextVar[Mapping[Path, bytes] | None] = ContextVar("drafts", default=None)
_elsewhere: ContextVar[Mapping[Path, Path] | None] = ContextVar("elsewhere", default=None)


@contextmanager
def with_drafts(contents: Mapping[Path, bytes], elsewhere: Mapping[Path, Path] | None = None) -> Iterator[None]:
    """Let files, by their paths without links, be read as they are to be: text files by their contents, and those that
    a deck names, such as pictures, from where they lie `elsewhere`, also by a path without links."""
    before, others = _drafts.set(contents), _elsewhere.set(elsewhere)
    try:
        yield
    finally:
        _drafts.reset(before)
        _elsewhere.reset(others)


def draft_of(path: Path) -> bytes | None:
    """Return what a file is to hold, None where it is read as it is."""
    drafts = _drafts.get()
    return drafts.get(without_links(path)) if drafts else None


def drafted_file(path: Path) -> Path | None:
    """Return where the file lies that is to be at a path without links, None where that is read as it is."""
    files = _elsewhere.get()
    return files.get(path) if files else None
