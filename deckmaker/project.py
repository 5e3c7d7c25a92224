"""Where a project begins: decks, pictures and outputs are found from its root."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_MARKS = ("deckmaker.yaml", "pyproject.toml", "decks")


@cache
def project_root(path: Path) -> Path:
    """Return the nearest folder upward of the file `path` that holds a project's mark, else the file's own folder."""
    folder = path.resolve().parent
    for candidate in (folder, *folder.parents):
        if any((candidate / mark).exists() for mark in _MARKS):
            return candidate
    return folder
