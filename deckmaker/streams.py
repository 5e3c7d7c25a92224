"""The process's own streams, such that whoever starts the command may close them, fill their disk, or stop reading.

What deckmaker does must not hang on who listens: a deck is built and the exit code is right all the same. One thing is
left to be told: that stdout is on a full disk, since what was asked for is lost.
"""

from __future__ import annotations

import os
import sys
from io import BufferedReader, BufferedWriter, FileIO, TextIOWrapper


def mend_streams() -> None:
    """Open the null device in place of streams that are closed, and let stdout and stderr put up with what may come.

    Where one is closed, as by cron or `>&-`, the next file that is opened would be taken for it: open(2) gives the
    lowest number that is free.
    """
    if os.name != "posix":  # Windows' console has streams of its own kind, and no numbers that are given again
        return
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)
    sys.stdin = sys.stdin or TextIOWrapper(BufferedReader(FileIO(0, closefd=False)), encoding="utf-8")
    sys.stdout = _mended(sys.stdout, 1, _Outlet)
    sys.stderr = _mended(sys.stderr, 2, _QuietOutlet)


def _mended(stream: object, number: int, kind: type[_Outlet]) -> TextIOWrapper:
    """Return a stream like one of Python's own, which writes through an outlet."""
    encoding, errors = getattr(stream, "encoding", "utf-8"), getattr(stream, "errors", "backslashreplace")
    raw = kind(number, "wb", closefd=False)
    if errors == "strict":  # a character that the terminal's encoding lacks is no reason to fail
        errors = "backslashreplace"
    return TextIOWrapper(BufferedWriter(raw), encoding, errors, line_buffering=True)


class _Outlet(FileIO):
    """Throws away what nobody reads any more, and waits for a reader who is slow."""

    def write(self, data: object, /) -> int:
        """Write bytes. Raises OSError where the disk is full, and for whatever else is not the reader's doing."""
        try:
            while (written := super().write(data)) is None:  # type: ignore[arg-type]
                from select import select

                select([], [self], [])  # a full pipe that another program has made non-blocking
        except BrokenPipeError:
            return memoryview(data).nbytes  # type: ignore[arg-type]
        return written


class _QuietOutlet(_Outlet):
    """Throws away what cannot be written: there is no other place to say so."""

    def write(self, data: object, /) -> int:
        """Write bytes, or do without."""
        try:
            return super().write(data)
        except OSError:
            return memoryview(data).nbytes  # type: ignore[arg-type]
