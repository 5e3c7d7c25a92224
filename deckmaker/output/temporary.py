"""Folders for what nobody is to see, which are gone afterwards: the one place where they are made."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from deckmaker.output.ending import whole_before_end

HELP = "set `TMPDIR` to a folder that has room, and into which you may write"


class NoTemporaryFolder(OSError):
    """There is no folder in which one can be made; its cause is why."""


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """Make a folder, and remove it with all that is in it. Raises NoTemporaryFolder."""
    try:
        with whole_before_end():
            folder = TemporaryDirectory(prefix="deckmaker-")
    except OSError as error:
        reason = error.strerror or ""
        if isinstance(error, FileNotFoundError) and not error.filename:  # of all that there are, `tempfile` says
            reason = "no folder for temporary files can be written to"
        raise NoTemporaryFolder(error.errno, reason) from error
    try:
        yield Path(folder.name)
    finally:
        with whole_before_end():
            folder.cleanup()
