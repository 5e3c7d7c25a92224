"""A folder of this machine as the store of outputs."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path, PurePosixPath

from deckmaker.memory import threads_for
from deckmaker.output import Finished
from deckmaker.output.atomic import is_temporary, sweep, temporary_name
from deckmaker.output.lock import sole_use
from deckmaker.output.obstacle import ELSEWHERE, NAMED, WRITABLE, Obstacle
from deckmaker.output.record import digest_of
from deckmaker.project import held_folder, without_links
from deckmaker.rows.stores.protocol import JOURNAL, Journal, Kept, Part, lines_in, refuse_larger
from deckmaker.source.reading import display_name

_AT_ONCE = 8
"""Files that the disk is asked for at once: it then takes 0.6 ms for each instead of 3.6 (ext4)."""

_PIECE = 1 << 20
"""Bytes of a journal that are read at once."""

PATIENCE = 10.0
"""Seconds to wait for another run, which is given up for one that goes on: a killed one's workers end within them."""


class FolderStore:
    """A folder; one that nobody named must lie `within` the project."""

    def __init__(self, path: Path, within: Path | None = None) -> None:
        """Begin with a folder that need not be there yet."""
        self._path, self._within = path, within

    @property
    def name(self) -> str:
        """The folder as messages show it."""
        return display_name(self._path)

    @property
    def at_once(self) -> int:
        """One: a system renames faster than threads take turns."""
        return 1

    @property
    def is_local(self) -> bool:
        """It is: outputs lie where they are begun."""
        return True

    @property
    def ground(self) -> Path:
        """The folder itself, once it is held."""
        return self._real()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Make the folder, and hold it."""
        place = self._real()
        for path in (place, *place.parents):
            if os.path.lexists(path) and not os.path.isdir(path):
                raise Obstacle(f"`{display_name(path)}` is not a folder", ELSEWHERE)
        place.mkdir(parents=True, exist_ok=True)
        with self._held() as held, sole_use(held, PATIENCE) as is_alone:
            if is_alone:
                sweep(held)
            try:
                yield
            finally:
                if is_alone:
                    sweep(held)

    @contextmanager
    def journal(self) -> Iterator[Journal]:
        """Open the file of that name in the folder, which must be a file."""
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        with self._held() as place:
            descriptor = os.open(place / JOURNAL, flags | getattr(os, "O_BINARY", 0), 0o666)
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise Obstacle("there is a pipe, socket or device of that name", ELSEWHERE)
            refuse_larger(os.fstat(descriptor).st_size)
            yield _JournalFile(descriptor, self._real())
        finally:
            os.close(descriptor)

    def stage(self, name: str, file: Finished) -> Part:
        """Give a draft a name that `sweep` knows."""
        key = temporary_name()
        with self._held() as place:
            file.draft.publish(place / key)
        return Part(name, key, file.digest)

    def is_key(self, key: str) -> bool:
        """Tell whether it is a name that `sweep` knows."""
        return is_temporary(key)

    def settle(self, parts: Sequence[Part]) -> None:
        """Wait for the disk, with several files at once where the system has threads for that."""
        at_once = threads_for(min(_AT_ONCE, len(parts)))
        with suppress(RuntimeError):  # what Python says where there is no further thread
            if at_once > 1:
                with ThreadPoolExecutor(at_once) as threads:
                    list(threads.map(self._sync, (part.key for part in parts)))
                return
        for part in parts:
            self._sync(part.key)

    def _sync(self, key: str) -> None:
        with self._held() as place:
            descriptor = os.open(place / key, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def publish(self, part: Part) -> Kept:
        """Rename the part, with the rights of the file that it replaces; no link on the way to its place is followed.

        Raises Obstacle where no file is in its place.
        """
        target = self._real() / part.name
        if not os.path.isdir(target.parent):
            self._make(PurePosixPath(part.name).parent)
        with self._held() as ground, held_folder(target.parent) as place:
            staged = ground / part.key
            _take_rights(place / target.name, staged)
            os.replace(staged, place / target.name)
            mark = _mark(os.lstat(place / target.name))
        return Kept(part.name, part.digest, mark)

    def _make(self, folder: PurePosixPath) -> None:
        """Make a folder and those that it lies in, none of which may be a link."""
        made = self._real()
        for step in folder.parts:
            with held_folder(made) as place, suppress(FileExistsError):
                (place / step).mkdir()
            made /= step

    def mark(self, name: str, is_fresh: bool = False) -> str | None:
        """Return the size and the last change of a file; for all that is none, what never was a file's mark."""
        if (place := self._place_of(name)) is None:
            return "no file"
        try:
            found = os.lstat(place)
        except (FileNotFoundError, NotADirectoryError):
            return None
        return _mark(found) if stat.S_ISREG(found.st_mode) else "no file"

    def digest(self, name: str) -> str | None:
        """Read the file, of which no link leads there."""
        try:
            return digest_of(place) if (place := self._place_of(name)) else None
        except OSError:
            return None

    def remove(self, name: str) -> None:
        """Remove a file; what lies behind a link is none of the store's."""
        target = self._real() / name
        with suppress(FileNotFoundError, NotADirectoryError), held_folder(target.parent) as place:
            (place / target.name).unlink()

    def _place_of(self, name: str) -> Path | None:
        """Return where a name is; None where a link is on the way, behind which nothing is looked at."""
        place = self._real() / name
        return place if "/" not in name or without_links(place.parent) == place.parent else None

    @contextmanager
    def _held(self) -> Iterator[Path]:
        """Hold the folder: yield a path that leads there whatever takes its place meanwhile. Raises OSError."""
        with held_folder(self._real()) as place:
            yield place

    def _real(self) -> Path:
        """Return where the folder is, without links. Raises Obstacle where it leads out of the project."""
        real = without_links(self._path)
        if self._within and not real.is_relative_to(self._within):
            raise Obstacle(f"`{self.name}` leads out of the project", NAMED)
        return real


def _mark(found: os.stat_result) -> str:
    return f"{found.st_size}-{found.st_mtime_ns}"


def _sync_folder(folder: Path) -> None:
    if hasattr(os, "O_DIRECTORY"):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _take_rights(target: Path, staged: Path) -> None:
    try:
        before = target.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(before):
        raise Obstacle("is a directory", ELSEWHERE)
    if stat.S_ISREG(before):
        if not before & 0o222:
            raise Obstacle("the file is read-only", WRITABLE)
        staged.chmod(stat.S_IMODE(before))
    elif not stat.S_ISLNK(before):
        raise Obstacle("there is a pipe, socket or device of that name", ELSEWHERE)


class _JournalFile:
    """A file that each line is appended to, in one step."""

    def __init__(self, descriptor: int, folder: Path) -> None:
        self._descriptor, self._folder = descriptor, folder
        self._is_ended = False

    def lines(self) -> Iterator[bytes]:
        """Read the file from its beginning."""
        with open(os.dup(self._descriptor), "rb") as stream:
            stream.seek(0)
            yield from lines_in(iter(partial(stream.read, _PIECE), b""))

    def _end_line(self) -> None:
        """End a last line that a killed run left half, or the next would become part of it."""
        self._is_ended = True
        size = os.fstat(self._descriptor).st_size
        if size:
            os.lseek(self._descriptor, size - 1, os.SEEK_SET)
            if os.read(self._descriptor, 1) != b"\n":
                self.append(b"\n")

    def append(self, lines: bytes) -> None:
        """Write at the end, and wait for the disk."""
        if not self._is_ended:
            self._end_line()
        rest = memoryview(lines)
        while rest:
            rest = rest[os.write(self._descriptor, rest) :]
        os.fsync(self._descriptor)

    def replace(self, lines: Iterable[bytes]) -> None:
        """Write another file, which takes the name and the rights of this one. What a killed run leaves is swept."""
        with held_folder(self._folder) as place:
            other = place / temporary_name()
            try:
                with other.open("xb") as stream:
                    stream.writelines(lines)
                    stream.flush()
                    os.fsync(stream.fileno())
                other.chmod(stat.S_IMODE(os.fstat(self._descriptor).st_mode))
                written = os.open(other, os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0))
                try:
                    os.replace(other, place / JOURNAL)
                    _sync_folder(place)  # or a power cut may leave the old file without what is added from here on
                    os.dup2(written, self._descriptor, inheritable=False)
                finally:
                    os.close(written)
            finally:
                other.unlink(missing_ok=True)
