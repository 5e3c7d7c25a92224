"""When files change: told by the system where `watchfiles` is installed, else seen by looking again and again.

What the system tells only wakes the watch, and marks of the files say what changed. So nothing is missed that a system
does not tell, as of drives in a network, or of folders that were deleted and made again; it
is seen half a second later.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from deckmaker.project import Mark, mark_of

LOOKS = 0.1
"""Seconds from one look at all files to the next, where the system tells nothing."""

AT_LATEST = 0.5
"""Seconds after which all files are looked at, whatever the system has told."""

SETTLED = 0.008
"""Seconds in which a file that is being written does not change when that is done: editors write in one go."""

LONGEST = 0.1
"""Seconds in which a file has to settle: one that grows without end is shown as it is."""


class Waker(Protocol):
    """What says when it is worth while to look at files."""

    def watch(self, folders: Sequence[Path]) -> None:
        """Listen for changes in these folders, and in no others."""

    def wait(self) -> None:
        """Wait until something may have changed."""

    def close(self) -> None:
        """Listen no more."""


class Clock:
    """Wakes from time to time."""

    def watch(self, folders: Sequence[Path]) -> None:
        """Listen for nothing."""

    def wait(self) -> None:
        """Wait for the next look."""
        time.sleep(LOOKS)

    def close(self) -> None:
        """Have nothing to close."""


class Told:
    """Wakes when the system tells of a change, through `watchfiles`."""

    def __init__(self) -> None:
        self._woken = threading.Event()
        self._stop = threading.Event()
        self._folders: Sequence[Path] = ()

    def watch(self, folders: Sequence[Path]) -> None:
        """Listen in these folders: anew where one of them has gone, and another has its name."""
        if folders == self._folders:
            return
        self.close()
        self._folders, self._stop = folders, threading.Event()
        threading.Thread(target=self._listen, args=(self._stop, folders), daemon=True).start()

    def wait(self) -> None:
        """Wait for what the system tells, and no longer than AT_LATEST."""
        self._woken.wait(AT_LATEST)
        self._woken.clear()

    def close(self) -> None:
        """Listen no more."""
        self._stop.set()

    def _listen(self, stop: threading.Event, folders: Sequence[Path]) -> None:
        from watchfiles import Change, watch

        self._woken.set()  # what changed while nobody listened
        try:
            # Its usual 1,600 ms are for programs that start anew; a folder alone, since one may lie above many others.
            for changes in watch(
                *folders,
                watch_filter=None,
                debounce=50,
                step=5,
                stop_event=stop,
                recursive=False,
                raise_interrupt=False,
                ignore_permission_denied=True,
            ):
                if any(kind is Change.deleted and Path(path) in folders for kind, path in changes):
                    self._folders = ()  # systems tell no more of it, whatever comes to have its name
                self._woken.set()
        except OSError:  # a folder that went meanwhile, or no watches left: marks are looked at all the same
            self._woken.set()


class Watch:
    """A watch over the files that a deck is made of."""

    def __init__(self, waker: Waker | None = None) -> None:
        """Begin with no files; `waker` is the best there is on this machine, unless one is given."""
        self._waker = waker or (Told() if find_spec("watchfiles") else Clock())
        self._marks: Mapping[Path, Mark] = {}

    def over(self, marks: Mapping[Path, Mark]) -> None:
        """Watch these paths, which were looked at when they had these marks."""
        self._marks = marks
        self._listen()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until one of the paths has another mark and that has settled, or for so long; tell whether one has."""
        end = None if seconds is None else time.monotonic() + seconds
        while not self._changed():
            if end is not None and time.monotonic() >= end:
                return False
            self._waker.wait()
            self._listen()
        self._settle()
        return True

    def close(self) -> None:
        """Watch no more."""
        self._waker.close()

    def _listen(self) -> None:
        self._waker.watch(sorted({_nearest_folder(path) for path in self._marks}))

    def _changed(self) -> list[Path]:
        return [path for path, mark in self._marks.items() if mark_of(path) != mark]

    def _settle(self) -> None:
        end = time.monotonic() + LONGEST
        changed = self._changed()
        marks = [mark_of(path) for path in changed]
        while time.monotonic() < end:
            time.sleep(SETTLED)
            now = [mark_of(path) for path in changed]
            if now == marks:
                return
            marks = now


def _nearest_folder(path: Path) -> Path:
    """Return the folder that a path lies in, or where that is not there, the nearest one above."""
    folder = path.parent
    while not os.path.isdir(folder) and folder != folder.parent:
        folder = folder.parent
    return folder
