"""Opening a file that was found inside a project: that file, whatever its path has come to lead to since.

What a path is and what it was judged to be can part in between: a link may have taken the place of a file or a folder.
So no link is followed, at any step; and nothing here waits for a pipe or reads a device.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from deckmaker.project.looked_at import note

Stamp = tuple[int, int, int, int]
"""Size in bytes, last change in nanoseconds, device and number of a file: another stamp, another content."""

_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)

# Between the look at what a path is and its opening it can become a pipe; without this flag, opening would wait.
_FILE = os.O_RDONLY | _NO_LINK | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

_FOLDER = os.O_RDONLY | _NO_LINK | getattr(os, "O_DIRECTORY", 0)

_LISTS_OPEN_FOLDERS = os.scandir in os.supports_fd

_OF_THE_SYSTEM = ("/proc", "/sys")
"""Where what looks like a file is the system's answer to a question, such as for the secrets of a process."""

_TRIES = 100
"""Where links and folders change places without pause, one in some twenty looks fails."""


class NotAFile(OSError):
    """There is something else: a link, a device, a pipe, or what the system only says to be a file."""


@contextmanager
def opened_file(path: Path) -> Iterator[tuple[BinaryIO, Stamp]]:
    """Open the regular file at a path that has no link in it, and hold it. Raises OSError, or NotAFile of that kind."""
    whole = Path(os.path.abspath(path))
    note(whole)
    if any(whole.is_relative_to(place) for place in _OF_THE_SYSTEM):
        raise NotAFile(errno.EINVAL, "is not a file", os.fspath(path))
    descriptor = _descriptor(whole)
    try:
        status = os.fstat(descriptor)
        if stat.S_ISDIR(status.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), os.fspath(path))
        if not stat.S_ISREG(status.st_mode):
            raise NotAFile(errno.EINVAL, "is not a file", os.fspath(path))
        with os.fdopen(descriptor, "rb", closefd=False) as stream:
            yield stream, _stamp(status)
    finally:
        os.close(descriptor)


@contextmanager
def held_folder(path: Path) -> Iterator[Path]:
    """Open a folder at a path that has no link in it, and hold it: yield a path that leads there whatever takes the
    folder's place meanwhile. Raises OSError.

    Where the system gives open folders no paths, the path itself is yielded: there it may be swapped.
    """
    if sys.platform != "linux":
        yield path
        return
    descriptor = _descriptor(Path(os.path.abspath(path)), _FOLDER)
    try:
        by_number = Path("/proc/self/fd", str(descriptor))
        yield by_number if os.path.isdir(by_number) else path
    finally:
        os.close(descriptor)


@contextmanager
def scanned_folder(path: Path) -> Iterator[Iterator[os.DirEntry[str]]]:
    """Open a folder at a path that has no link in it, and yield what is in it, whatever takes its place meanwhile; the
    entries tell what they are only as long as it is open. Raises OSError.

    Where the system lists no open folders, as Windows, it may be swapped.
    """
    if not _LISTS_OPEN_FOLDERS:
        with os.scandir(path) as entries:
            yield entries
        return
    descriptor = _descriptor(Path(os.path.abspath(path)), _FOLDER)
    try:
        with os.scandir(descriptor) as entries:
            yield entries
    finally:
        os.close(descriptor)


def without_links(path: Path) -> Path:
    """Return where `path` leads; links in a circle, which `Path.resolve` fails on, stay as they are.

    The system is asked what each step is, and then where a link leads. If it is none any more by then, that fails, and
    the path is looked at anew. Raises OSError where it fails again and again.
    """
    for _ in range(_TRIES - 1):
        try:
            return Path(os.path.realpath(path))
        except OSError:
            continue
    return Path(os.path.realpath(path))


def stamp_of(path: Path) -> Stamp | None:
    """Return the stamp of a regular file, None where there is none; a link is none."""
    note(path)
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return _stamp(status) if stat.S_ISREG(status.st_mode) else None


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_size, status.st_mtime_ns, status.st_dev, status.st_ino


def _descriptor(path: Path, how: int = _FILE) -> int:
    """Open a file, or as flags say how a folder, from the root of the file system on, folder by folder, none of them a
    link."""
    if sys.platform != "linux":
        return _compared(path)
    flags = os.O_PATH | os.O_DIRECTORY | _NO_LINK
    folder = os.open(path.anchor, flags)
    try:
        for step in path.parts[1:-1]:
            outer, folder = folder, os.open(step, flags, dir_fd=folder)
            os.close(outer)  # Ctrl-C here closes nothing twice, which would be told as an error of the system
        return os.open(path.name or path.anchor, how, dir_fd=folder)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise NotAFile(errno.ELOOP, "is not a file", os.fspath(path)) from error
        raise
    finally:
        os.close(folder)


def _compared(path: Path) -> int:
    """Open a file or folder, and see afterwards that its path has no link in it and leads to what was opened."""
    descriptor = os.open(path, _FILE)
    try:
        is_same = os.path.samestat(os.fstat(descriptor), os.lstat(path))
        if not is_same or os.path.normcase(without_links(path)) != os.path.normcase(path):
            raise NotAFile(errno.ELOOP, "is not a file", os.fspath(path))
    except OSError:
        os.close(descriptor)
        raise
    return descriptor
