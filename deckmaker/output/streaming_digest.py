"""The SHA-256 of a file that grows, taken on another core while the rest of it is made."""

from __future__ import annotations

import os
from hashlib import file_digest, sha256
from io import FileIO
from threading import Condition, Thread

from deckmaker.memory import threads_for

_STEP = 1 << 20
"""Bytes that are read and summed at once."""

_WORTHWHILE = 8 << 20
"""Bytes of a file for which a thread of its own is worth while."""


class StreamingDigest:
    """Follows a file to its end as `grow` tells of it. The lock of Python's threads is free while bytes are summed."""

    def __init__(self, file: FileIO) -> None:
        self._file = file
        self._end = 0
        self._is_whole = False
        self._changed = Condition()
        self._sum = sha256()
        self._thread: Thread | None = None
        self._rewritten = False

    def rewrite(self) -> None:
        """Tell that what may be summed already has changed: all is summed anew when the file is whole."""
        self._rewritten = True

    def grow(self, start: int, end: int) -> None:
        """Tell that bytes were written from `start` to `end`."""
        if start < self._end:
            self.rewrite()
        with self._changed:
            self._end = max(self._end, end)
            self._changed.notify()
        if self._thread is None and self._end >= _WORTHWHILE and not self._rewritten and threads_for(1):
            self._thread = Thread(target=self._follow, daemon=True)
            self._thread.start()

    def digest(self) -> str:
        """Return the sum of the whole file in hexadecimal digits. Raises OSError where it cannot be read."""
        if self._thread:
            with self._changed:
                self._is_whole = True
                self._changed.notify()
            self._thread.join()
        if self._thread and not self._rewritten and self._followed == self._end:
            return self._sum.hexdigest()
        self._file.seek(0)
        return file_digest(self._file, "sha256").hexdigest()

    _followed = 0
    """Bytes that are in the sum."""

    def _follow(self) -> None:
        buffer = memoryview(bytearray(_STEP))
        while not self._rewritten:
            with self._changed:
                self._changed.wait_for(lambda: self._is_whole or self._end - self._followed >= _STEP)
                if self._followed == self._end:
                    return
            try:
                read = os.preadv(self._file.fileno(), [buffer], self._followed)
            except OSError:
                read = 0
            if read == 0:
                return  # cut off meanwhile, or not to be read: `digest` will see
            self._sum.update(buffer[:read])
            self._followed += read
