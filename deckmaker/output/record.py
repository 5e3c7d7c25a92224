"""The record of what deckmaker wrote: its own files are known from edited ones, and one deck's from another's."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from hashlib import file_digest
from io import BufferedReader
from pathlib import Path, PureWindowsPath

from deckmaker.budget.paths import OUTPUT_BYTES, RECORD_BYTES
from deckmaker.output.atomic import atomic_write, written

RECORD = ".deckmaker.json"
"""In the output folder: the SHA-256 of each file as deckmaker wrote it; of two while one replaces the other."""

_DECKS = ".decks"
"""In the record beside the files, none of which has such a name: the deck of each, by its path from the project's root.
Older versions of deckmaker leave it as it is, and so are their records read."""

_PROJECTS = ".projects"
"""Likewise the mark of the project that a file's deck belongs to, where the folder lies in none or in another one."""


class Record:
    """A folder's record. Whoever uses it holds the folder, since adding to it is reading and writing."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / RECORD

    def digests(self, name: str) -> list[str]:
        """Return the digests under a name; none where the record is missing or broken, which proves nothing."""
        written = self._read().get(name)
        return [one for one in (written if isinstance(written, list) else [written]) if isinstance(one, str)]

    def names(self) -> list[str]:
        """Return the names of all files that it knows. A path is none: the folder may have come with its record from
        anywhere, and what stands elsewhere is not deckmaker's to remove."""
        return [name for name in self._read() if name not in (_DECKS, _PROJECTS) and _is_name(name)]

    def deck(self, name: str) -> str | None:
        """Return the deck that a file was built from, None where nothing is known of it."""
        return _text_of(self._read(), _DECKS, name)

    def project(self, name: str) -> str | None:
        """Return the mark of the project of that deck; None where the folder is in that project."""
        return _text_of(self._read(), _PROJECTS, name)

    def with_digests(
        self, digests: Mapping[str, list[str]], deck: str | None = None, project: str | None = None
    ) -> AbstractContextManager[Callable[[], None]]:
        """Write the record with these digests by name, as `atomic_write` writes; a name without any is forgotten.

        `deck` is what these files are built from, `project` the mark of its project.
        """
        found = {name: some[0] if len(some) == 1 else some for name, some in digests.items()}
        before = self._read()
        known = {name: some for name, some in {**before, **found}.items() if some and name not in (_DECKS, _PROJECTS)}
        for key, new in ((_DECKS, deck), (_PROJECTS, project)):
            told = {**_told(before, key), **dict.fromkeys(digests, new)}
            if kept := {name: one for name, one in told.items() if one and name in known}:
                known[key] = kept
        return atomic_write(self._path, written((json.dumps(known, indent=1, sort_keys=True) + "\n").encode()))

    def _read(self) -> dict[str, object]:
        """Return what the record holds; nothing where it is none, or larger than any that deckmaker writes."""
        try:
            with _opened(self._path) as stream:
                if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                    return {}
                content = stream.read(RECORD_BYTES.most + 1)
            known = json.loads(content) if len(content) <= RECORD_BYTES.most else {}
        except (OSError, ValueError, RecursionError):
            return {}
        return known if isinstance(known, dict) else {}


def _is_name(written: str) -> bool:
    """Tell whether a file of any system could have such a name."""
    return PureWindowsPath(written).name == written and written not in ("", "..") and is_writable(written)


def is_writable(path: str) -> bool:
    """Tell whether a path could be given to the system: without a NUL, and without half of a pair of code units, which
    JSON may hold."""
    try:
        return b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        return False


def _told(known: Mapping[str, object], key: str) -> dict[str, object]:
    found = known.get(key)
    return found if isinstance(found, dict) else {}


def _text_of(known: Mapping[str, object], key: str, name: str) -> str | None:
    found = _told(known, key).get(name)
    return found if isinstance(found, str) else None


def digest_of(file: Path) -> str | None:
    """Return the SHA-256 of a file, None where it is no file, or larger than any that deckmaker writes."""
    with _opened(file) as stream:
        status = os.fstat(stream.fileno())
        if not stat.S_ISREG(status.st_mode) or status.st_size > OUTPUT_BYTES.most:
            return None
        return file_digest(stream, "sha256").hexdigest()


def _opened(file: Path) -> BufferedReader:
    """Open what may have come to be a link, which is not followed, or a pipe, which is not waited for."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(file, flags)
    try:
        return open(descriptor, "rb")
    except OSError:  # a folder
        os.close(descriptor)
        raise
