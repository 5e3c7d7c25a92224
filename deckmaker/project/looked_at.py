"""Which paths were looked at: files that were read, those that were not there, and links on the way.

Whoever waits for changes of a deck must know all of them. Everything that a deck names passes through this folder, so
it is noted here, and nowhere else.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

Mark = tuple[int, ...] | None
"""What tells whether something else is at a path by now: its kind, size in bytes, last change in nanoseconds, device
and number; of a folder not what changes with its content; None where nothing is."""

_noted: ContextVar[dict[Path, Mark] | None] = ContextVar("noted", default=None)


@contextmanager
def paths_noted() -> Iterator[dict[Path, Mark]]:
    """Yield what will hold every path that is looked at meanwhile, with its mark from before that. Where somebody notes
    paths already, they are noted there, too."""
    paths: dict[Path, Mark] = {}
    before = _noted.set(paths)
    try:
        yield paths
    finally:
        _noted.reset(before)
        outer = _noted.get()
        if outer is not None:
            for path, mark in paths.items():
                outer.setdefault(path, mark)


def note(path: Path | str) -> None:
    """Say that a path is going to be looked at."""
    paths = _noted.get()
    if paths is not None and (one := Path(os.path.abspath(path))) not in paths:
        paths[one] = mark_of(one)


def are_noted() -> bool:
    """Tell whether anybody wants to know what is looked at."""
    return _noted.get() is not None


def note_all(paths: Iterable[Path]) -> None:
    """Say that absolute paths are going to be looked at: quicker than one by one, where a file has many above it."""
    noted = _noted.get()
    if noted is not None:
        for path in paths:
            if path not in noted:
                noted[path] = mark_of(path)


def are_as_before(marks: Mapping[Path, Mark]) -> bool:
    """Tell whether all paths lead to what they led to; they are looked at by that."""
    with paths_noted() as now:
        for path in marks:
            note(path)
    return all(now[path] == mark for path, mark in marks.items())


def mark_of(path: Path) -> Mark:
    """Return the mark of what is at a path; no link is followed."""
    try:
        status = os.lstat(path)
    except OSError:
        return None
    kind = stat.S_IFMT(status.st_mode)
    if kind == stat.S_IFDIR:
        return kind, status.st_dev, status.st_ino
    return kind, status.st_size, status.st_mtime_ns, status.st_dev, status.st_ino
