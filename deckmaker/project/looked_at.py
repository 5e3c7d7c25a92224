"""Which paths were looked at: files that were read, those that were not there, and links on the way.

Whoever waits for changes of a deck must know all of them. Everything that a deck names passes through this folder, so
it is noted here, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

_noted: ContextVar[set[Path] | None] = ContextVar("noted", default=None)


@contextmanager
def paths_noted() -> Iterator[set[Path]]:
    """Yield what will hold every path that is looked at meanwhile; none of them has a `..` in it."""
    paths: set[Path] = set()
    before = _noted.set(paths)
    try:
        yield paths
    finally:
        _noted.reset(before)
        if outer := _noted.get():
            outer |= paths


def note(path: Path | str) -> None:
    """Say that a path is looked at."""
    paths = _noted.get()
    if paths is not None:
        paths.add(Path(path))
