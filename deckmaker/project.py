"""Where a project begins: decks, pictures and outputs are found from its root."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_MARKS = ("deckmaker.yaml", "pyproject.toml", "decks")


def project_root(path: Path) -> Path:
    """Return the nearest folder upward of the file `path` that holds a project's mark, else its own folder."""
    return _root(path.resolve().parent)


def path_beside(file: Path, written: str) -> Path | None:
    """Return where `written`, relative to `file`, leads, links resolved; None where no system has such a path."""
    try:
        path = (file.parent / written).resolve()
        path.is_file()
    except (ValueError, OSError, RuntimeError):  # a NUL, an overlong name, links in a circle
        return None
    return path


@cache
def _root(folder: Path) -> Path:
    for candidate in (folder, *folder.parents):
        if any((candidate / mark).exists() for mark in _MARKS):
            return candidate
    return folder
