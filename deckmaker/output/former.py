"""The file whose place another one takes: its SHA-256, taken on another core while that one is made."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

from deckmaker.output.record import digest_of

_State = tuple[int, int, int, int, int]

_SETTLED = 2_000_000_000
"""Nanoseconds after which another change has another time: file systems count in steps of up to two seconds."""


class FormerFile:
    """The file at a path where another one is to be. What was summed up counts as long as the file is untouched."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._process = os.getpid()
        self._known: tuple[_State, str] | None = None

    def sum_up(self) -> None:
        """Sum the file as it is now. Not in a copy of the process, whose knowledge ends with it, nor on Windows, where
        nothing tells of a change whose time was set back."""
        if os.getpid() != self._process or os.name == "nt":
            return
        with suppress(OSError):
            state = _state(self._path)
            if time.time_ns() - max(state[-2:]) < _SETTLED:
                return
            digest = digest_of(self._path)
            if digest and _state(self._path) == state:
                self._known = state, digest

    def digest(self, path: Path) -> str | None:
        """Return the sum of the file, at a path that leads to the same place. Raises OSError where there is none."""
        if self._known and self._known[0] == _state(path):
            return self._known[1]
        return digest_of(path)


def _state(path: Path) -> _State:
    """Return what changes with each change of a file, and cannot be set back: the last is the system's own."""
    found = path.lstat()
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
