"""What a deck follows from: its row's texts, all that was looked at for it, and what is the same for all rows.

A digest of it tells whether a deck would be the same as it is. Paths count whether there is anything or not: a file
that comes to be there may change a deck, too.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from hashlib import file_digest, sha256
from pathlib import Path
from typing import NamedTuple

from deckmaker import __version__
from deckmaker.budget.tables import DECK_FILE_BYTES
from deckmaker.own_data import DATA
from deckmaker.project import Mark, mark_of, opened_file
from deckmaker.render.date import DATE_VARIABLE
from deckmaker.rows.versions import versions
from deckmaker.values.row import Row


class Inputs(NamedTuple):
    """Where a deck lies, from which paths are told, and a digest of what is the same for all rows."""

    folder: Path
    common: str

    def paths(self, marks: Iterable[Path]) -> tuple[str, ...]:
        """Return paths as they are told: relative to the deck's folder, with slashes, in order. deckmaker's own data
        are left out: its version stands for them."""
        folder = os.fspath(self.folder)
        told = (_told(os.fspath(path), folder) for path in marks if not path.is_relative_to(DATA))
        return tuple(sorted(told))

    def digest(self, name: str, row: Row, marks: Mapping[Path, Mark]) -> str:
        """Return the digest of what a deck was made of that has a `name`; `marks` are of all paths that were looked at.
        Empty where one of them has another mark by now: what it was made of is gone."""
        if any(mark_of(path) != mark for path, mark in marks.items()):
            return ""
        return self._digest(name, row, self.paths(marks))

    def digest_now(self, name: str, row: Row, paths: Sequence[str]) -> str:
        """Return the digest as `digest` would be, if the deck was made of its row and these paths as they are now."""
        return self._digest(name, row, paths)

    def lie_in(self, root: Path, paths: Sequence[str], deck: Path) -> bool:
        """Tell whether paths as they are told are a project's, or the one by which the deck was named, which may be a
        link to it: whoever wrote others, nothing is looked at elsewhere."""
        folder, project, named = os.fspath(self.folder), os.fspath(root), os.path.abspath(deck)
        return all(_lies_in(project, folder, path) or os.fspath(_placed(folder, path)) == named for path in paths)

    def _digest(self, name: str, row: Row, paths: Sequence[str]) -> str:
        found = sha256()
        for text in (self.common, name, *row.texts):
            data = text.encode("utf-8", "surrogatepass")
            found.update(b"%d:" % len(data))
            found.update(data)
        for path in sorted(paths):
            place = _placed(os.fspath(self.folder), path)
            found.update(f"\n{path}\0{_content(place, mark_of(place))}".encode("utf-8", "surrogatepass"))
        return found.hexdigest()


@lru_cache(maxsize=4_096)
def _told(path: str, folder: str) -> str:
    with suppress(ValueError):  # on another drive of Windows
        return Path(os.path.relpath(path, folder)).as_posix()
    return path


@lru_cache(maxsize=4_096)
def _placed(folder: str, path: str) -> Path:
    return Path(os.path.normpath(os.path.join(folder, path)))


@lru_cache(maxsize=4_096)
def _lies_in(project: str, folder: str, path: str) -> bool:
    return _placed(folder, path).is_relative_to(project)


def common_digest(parts: Iterable[str]) -> str:
    """Return the digest of what is the same for all rows: `parts` of the order, deckmaker and its libraries, the date
    that files carry, and the fonts of this machine."""
    own = (__version__, repr(sorted(versions().items())), os.environ.get(DATE_VARIABLE, ""), fonts_digest())
    return sha256("\0".join((*own, *parts)).encode("utf-8", "surrogatepass")).hexdigest()


def fonts_digest() -> str:
    """Return a digest of the names and sizes of the fonts that are installed: any may stand in for others."""
    from deckmaker.fonts.folders import font_files, font_folders

    found = sha256()
    for rank, folders in enumerate(font_folders()):
        for name, size in sorted((path.name, _size(path)) for one in folders for path in font_files(one)):
            found.update(f"{rank} {name}\0{size}\n".encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


@lru_cache(maxsize=4_096)
def _content(path: Path, mark: Mark) -> str:
    """Return what stands for the content of a path, which is read once while it keeps its mark."""
    if mark is None:
        return "nothing"
    if not stat.S_ISREG(mark[0]):
        with suppress(OSError):
            return f"link to {os.readlink(path)}"
        return f"kind {mark[0]}"
    if mark[1] > DECK_FILE_BYTES.most:  # which no deck reads, and nobody waits for
        return f"{mark[1]} bytes, last changed {mark[2]}"
    try:
        with opened_file(path) as (stream, _):
            return file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]  # a file, as it needs
    except OSError:
        return "unreadable"
