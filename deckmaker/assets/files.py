"""Opening files that may be anything: nothing here waits for a pipe or reads a device."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from deckmaker.assets.flaw import Unusable
from deckmaker.budget import MEGABYTE, PICTURE_BYTES, Bound

Stamp = tuple[int, int]
"""Size in bytes and time of the last change in nanoseconds: another stamp, another content."""

# Between the look at what a path is and its opening it can become a pipe; without this flag, opening would wait.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


@contextmanager
def opened(path: Path, most: Bound = PICTURE_BYTES) -> Iterator[tuple[BinaryIO, Stamp]]:
    """Open a regular file of bearable size for reading. Raises Unusable for any other."""
    try:
        with os.fdopen(os.open(path, _FLAGS), "rb") as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise Unusable("is not a file", None)
            if status.st_size > most.most:
                allowed = f"{most.most // MEGABYTE} MB"
                raise Unusable(f"has {status.st_size / MEGABYTE:,.0f} MB: more than {allowed}", "save it smaller")
            yield stream, (status.st_size, status.st_mtime_ns)
    except OSError as error:
        raise Unusable(f"cannot be read: {(error.strerror or str(error)).lower()}", None) from error


def stamp(path: Path) -> Stamp | None:
    """Return the stamp of a file, None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_size, status.st_mtime_ns) if stat.S_ISREG(status.st_mode) else None
