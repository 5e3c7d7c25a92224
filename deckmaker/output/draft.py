"""A file in the making. It has no name yet: nobody sees it, and nothing is left of it, however the build ends."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from io import BufferedRandom, FileIO
from pathlib import Path
from threading import Thread
from typing import BinaryIO, NamedTuple

from deckmaker.memory import threads_for
from deckmaker.output.streaming_digest import StreamingDigest

_BUFFER = 1 << 18
"""Bytes: what is larger, such as a photo, goes to the system as it is."""


class Draft:
    """A file that a renderer writes to, seekable, and known by the `name` that it will have in the folder of outputs.

    `error` is what the system had against writing, which a renderer may hide in an exception of its own. The disk is
    not waited for where the file is not to be `lasting`: whoever publishes it then sees to that.
    """

    def __init__(self, name: str, raw: _Watched, lasting: bool = True) -> None:
        self.name = name
        self._lasting = lasting
        self._raw = raw
        self._stream = BufferedRandom(raw, _BUFFER)
        self.stream: BinaryIO = self._stream

    @property
    def error(self) -> OSError | None:
        return self._raw.error

    def finish(self) -> str:
        """Bring what was written to the disk, and return its SHA-256. Raises OSError where there is no room for it.

        The disk is waited for while the sum is taken: that halves the 0.4 s that 330 MB take.
        """
        self.stream.flush()
        if not self._lasting:
            return self._raw.sum.digest()
        disk = Thread(target=self._raw.sync) if threads_for(1) else None
        try:
            if disk:
                disk.start()
        except RuntimeError:  # no memory for a second stack
            disk = None
        if disk is None:
            self._raw.sync()
        digest = self._raw.sum.digest()
        if disk:
            disk.join()
        if self.error:
            raise self.error
        return digest

    def publish(self, path: Path) -> None:
        """Give the file a name, where there must be none yet; on another disk, or where systems know no files
        without one, a copy of it."""
        try:
            # linkat(2): told of a folder, Python asks it to follow the link to the open file
            with _opened(path.parent) as folder:
                os.link(f"/proc/self/fd/{self._raw.fileno()}", path, src_dir_fd=folder, follow_symlinks=True)
        except (OSError, NotImplementedError):
            self.stream.seek(0)
            with path.open("xb") as copy:
                shutil.copyfileobj(self.stream, copy, 1 << 20)
                copy.flush()
                os.fsync(copy.fileno())


class DraftPart(NamedTuple):
    """A file that a draft holds among others, one behind another: `size` bytes from `start` on.

    Many files take one draft, since a system lets a process have but some hundred files open.
    """

    name: str
    draft: Draft
    start: int
    size: int

    def publish(self, path: Path) -> None:
        """Give the file a name, where there must be none yet, by a copy on the disk."""
        self.draft.stream.seek(self.start)
        with path.open("xb") as copy:
            copy.write(self.draft.stream.read(self.size))
            copy.flush()
            os.fsync(copy.fileno())


class Finished(NamedTuple):
    """A draft, or a part of one, whose file is whole, and its SHA-256.

    `folder` is the one of its own in the folder of outputs that it belongs into, with others of its kind; empty for
    none.
    """

    draft: Draft | DraftPart
    digest: str
    folder: str = ""


class _Watched(FileIO):
    """Remembers what went wrong with writing, and sums what is written."""

    error: OSError | None = None

    def __init__(self, descriptor: int) -> None:
        super().__init__(descriptor, "r+b", closefd=False)
        self.sum = StreamingDigest(self)

    def write(self, data: object, /) -> int:
        start = self.tell()
        try:
            written: int = super().write(data)  # type: ignore[arg-type]  # any buffer, as FileIO says itself
        except OSError as error:
            self.error = error
            raise
        self.sum.grow(start, start + written)
        return written

    def truncate(self, size: int | None = None, /) -> int:
        self.sum.rewrite()
        return super().truncate(size)

    def sync(self) -> None:
        try:
            os.fsync(self.fileno())  # or a power cut may leave a name on an empty file
        except OSError as error:
            self.error = error


@contextmanager
def open_draft(folder: Path, name: str, lasting: bool = True) -> Iterator[Draft]:
    """Open a file without a name on the disk of an existing folder. Raises OSError where that takes none."""
    with ExitStack() as stack:
        raw = _Watched(_nameless(folder, stack))
        draft = Draft(name, raw, lasting)
        stack.callback(_let_go, draft)
        yield draft


def _nameless(folder: Path, stack: ExitStack) -> int:
    """Open a file without a name, until the stack ends: by open(2)'s O_TMPFILE, which gives it the rights that the user
    gives to new files and lets it get a name, or as other systems and file systems can."""
    if hasattr(os, "O_TMPFILE"):
        try:
            descriptor = os.open(folder, os.O_TMPFILE | os.O_RDWR, 0o666)
        except OSError as error:
            if error.errno not in (errno.EISDIR, errno.EOPNOTSUPP, errno.ENOENT):  # what open(2) says where it cannot
                raise
        else:
            stack.callback(os.close, descriptor)
            return descriptor
    return stack.enter_context(tempfile.TemporaryFile(dir=folder)).fileno()


def _let_go(draft: Draft) -> None:
    """Close the stream; what could not be written from its buffer is lost with the file."""
    with suppress(OSError):
        draft.stream.close()


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)
