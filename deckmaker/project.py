"""Where a project begins: decks, pictures and outputs are found from its root."""

from __future__ import annotations

import os
import unicodedata
from functools import cache
from pathlib import Path

from deckmaker.budget import FILES_LOOKED_AT

_MARKS = ("deckmaker.yaml", "pyproject.toml", "decks")


def project_root(path: Path) -> Path:
    """Return the nearest folder upward of the file `path` that holds a project's mark, else its own folder.

    A deck that is a link belongs to the project in which it is named, not to the one where the link leads.
    """
    return _root(without_links(path.parent))


def without_links(path: Path) -> Path:
    """Return where `path` leads; links in a circle, which `Path.resolve` fails on, stay as they are."""
    return Path(os.path.realpath(path))


def path_beside(file: Path, written: str) -> Path | None:
    """Return where `written`, relative to `file`, leads, links resolved; None where no system has such a path."""
    try:
        path = _spelt_as_on_disk(file.parent, written).resolve()
        path.is_file()
    except (ValueError, OSError, RuntimeError):  # a NUL, an overlong name, links in a circle
        return None
    return path


def files_beside(path: Path) -> list[str]:
    """Return the names of the files around `path`, which may have a slip in its own; none where there is no folder."""
    try:
        return sorted(one.name for one in path.parent.iterdir() if one.is_file())
    except OSError:
        return []


def file_named(name: str, deck: Path) -> str | None:
    """Return the path, from a deck, of a file of that name somewhere in its project; hidden folders do not count."""
    root, looked_at = project_root(deck), 0
    for folder, folders, files in os.walk(root):
        if name in files and (Path(folder) / name).is_file():
            return Path(os.path.relpath(Path(folder) / name, without_links(deck.parent))).as_posix()
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        looked_at += len(files)
        if looked_at > FILES_LOOKED_AT.most:
            break
    return None


def _spelt_as_on_disk(folder: Path, written: str) -> Path:
    """Return `written` below `folder`, each step in the Unicode normal form that its name has on the disk.

    An `ü` is one character or two: macOS and the archives made there write two, most keyboards one.
    """
    path = folder
    for step in Path(written).parts:
        known = step.isascii() or (path / step).exists() or not path.is_dir()
        path = path / (step if known else _equal_name(path, step))
    return path


def _equal_name(folder: Path, name: str) -> str:
    composed = unicodedata.normalize("NFC", name)
    names = sorted(one.name for one in folder.iterdir())
    return next((one for one in names if unicodedata.normalize("NFC", one) == composed), name)


@cache
def _root(folder: Path) -> Path:
    for candidate in (folder, *folder.parents):
        if any(os.path.exists(candidate / mark) for mark in _MARKS):  # never fails, as `Path.exists` may
            return candidate
    return folder
