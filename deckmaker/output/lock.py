"""One build at a time in a folder. Knows the systems' locks; nothing of files or records.

The lock belongs to the process that takes it and ends with it, however that ends: no stale lock is ever left behind.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PATIENCE = 60.0
"""Seconds to wait for another build. It holds the lock while it writes one file; one that is stopped holds it on."""

_PAUSE = 0.01
_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
_WINDOWS_LOCK = ".deckmaker.lock"


class FolderIsTaken(OSError):
    """Another build did not let go of the folder."""


@contextmanager
def sole_use(folder: Path, patience: float = PATIENCE) -> Iterator[bool]:
    """Hold a folder for this thread alone; yield False where its file system knows no locks.

    POSIX: flock(2) on the folder itself, which leaves no file behind, works in folders without rights, and is another
    lock for each time that the folder is opened, so that threads wait for each other too. Windows can lock files
    only: an empty one beside the record, which stays.

    Raises FolderIsTaken after `patience` seconds, and OSError where the folder cannot be opened.
    """
    windows = sys.platform == "win32"
    name, flags = (folder / _WINDOWS_LOCK, os.O_RDWR | os.O_CREAT) if windows else (folder, os.O_RDONLY)
    descriptor = os.open(name, flags, 0o666)
    try:
        yield _taken(descriptor, time.monotonic() + patience)
    finally:
        os.close(descriptor)  # lets go of the lock


def _taken(descriptor: int, deadline: float) -> bool:
    while True:
        try:
            _try_lock(descriptor)
            return True
        except OSError as error:
            if error.errno not in _TAKEN:
                return False  # NFS, for one, locks no folder
        if time.monotonic() > deadline:
            raise FolderIsTaken
        time.sleep(_PAUSE)


def _try_lock(descriptor: int) -> None:
    if sys.platform == "win32":
        system: Any = __import__("msvcrt")
        system.locking(descriptor, system.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
