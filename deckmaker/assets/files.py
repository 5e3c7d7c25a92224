"""Opening the files of pictures and tables, which may be anything: what is too large is not read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from deckmaker.assets.flaw import Unusable
from deckmaker.budget.bound import Bound
from deckmaker.budget.pictures import PICTURE_BYTES
from deckmaker.project import NotAFile, Stamp, opened_file
from deckmaker.project import stamp_of as stamp

__all__ = ["Stamp", "opened", "stamp"]


@contextmanager
def opened(path: Path, most: Bound = PICTURE_BYTES) -> Iterator[tuple[BinaryIO, Stamp]]:
    """Open a regular file of bearable size for reading; no link is followed. Raises Unusable for any other."""
    try:
        with opened_file(path) as (stream, now):
            if now[0] > most.most:
                raise Unusable(most.excess(now[0]), "save it smaller")
            yield stream, now
    except NotAFile as error:
        raise Unusable("is not a file", None) from error
    except OSError as error:
        raise Unusable(f"cannot be read: {(error.strerror or str(error)).lower()}", None) from error
