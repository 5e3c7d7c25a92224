"""Whole files: a reader sees the old one or the new one, never half of one. Knows nothing of records or decks.

A file is written beside its place under a temporary name, brought to the disk, and renamed: rename(2) replaces in one
step. What a build leaves behind that was killed outright has the temporary name, and the next build sweeps it away.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from deckmaker.output.ending import tidy_end
from deckmaker.patterns import pattern

_TEMPORARY = pattern(r"\.deckmaker-[0-9a-f]{16}")
"""A temporary name; no output, no record and no file that somebody named has such a one."""


def temporary_name() -> str:
    """Return a name that no other file has, and that `sweep` knows."""
    return f".deckmaker-{secrets.token_hex(8)}"


def is_temporary(name: str) -> bool:
    """Tell whether a name is one that `temporary_name` gives."""
    return bool(_TEMPORARY.fullmatch(name))


@contextmanager
def atomic_write(target: Path, publish: Callable[[Path], None]) -> Iterator[Callable[[], None]]:
    """Let a file be published beside `target`, and yield what puts it in its place; what is not put there is removed.

    The file has the rights of the one in its place or, where there is none, those that the user gives to new files. It
    is removed, too, where somebody asks this process to end.
    """
    temporary = target.parent / temporary_name()
    with tidy_end():
        try:
            publish(temporary)
            with suppress(FileNotFoundError):
                if stat.S_ISREG(before := target.lstat().st_mode):
                    temporary.chmod(stat.S_IMODE(before))
            yield lambda: os.replace(temporary, target)
        finally:
            temporary.unlink(missing_ok=True)


def as_it_will_be(target: Path) -> Path:
    """Return the path of a file, whose folder is made where there is none, without steps back out of what is yet to be
    made: `new/../deck.yaml` is there as soon as `new` is, and not before."""
    return target if os.path.isdir(target.parent) else Path(os.path.normpath(target))


def refuse_devices(target: Path) -> None:
    """Raise OSError where a pipe, socket or device has a name, or a link of that name leads to one: the system may need
    it, as `/dev/stdout`, and nothing may ever come out of it."""
    try:
        found = os.stat(target).st_mode
    except OSError:  # nothing, or a link that leads nowhere
        return
    if not stat.S_ISREG(found) and not stat.S_ISDIR(found):
        raise OSError(errno.EEXIST, "there is a pipe, socket or device of that name", os.fspath(target))


def written(content: bytes) -> Callable[[Path], None]:
    """Return what publishes a file of this content, on the disk."""

    def publish(path: Path) -> None:
        with open(path, "xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())  # or a power cut may leave the new name on an empty file

    return publish


@contextmanager
def put_back(target: Path) -> Iterator[None]:
    """Have what stood in a place stand there again, or nothing, where what is done meanwhile fails."""
    before = target.parent / temporary_name()
    if os.path.lexists(target):
        try:
            os.link(target, before, follow_symlinks=False)
        except (OSError, NotImplementedError):  # a file system that gives no file a second name
            os.replace(target, before)
    try:
        yield
    except BaseException:
        if os.path.lexists(before):
            os.replace(before, target)
        else:
            target.unlink(missing_ok=True)
        raise
    finally:
        before.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Throw away what killed builds left behind. Whoever calls holds the folder: no living build has files there."""
    for path in folder.iterdir():
        if is_temporary(path.name):
            with suppress(OSError):  # a folder, or another user's: it does no harm
                path.unlink()
