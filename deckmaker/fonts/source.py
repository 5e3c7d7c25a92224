"""Where a face comes from: a file, its place in a collection, and where a variable font is pinned on its axes."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

OFFICE = ""
"""The origin of families that every Office has, for which deckmaker's own stand."""

INSTALLED = "installed"
"""The origin of families that stand in for a theme's where it lacks a glyph. A theme's own have others."""


class FaceKey(NamedTuple):
    """Which face: a family, its style, and the family's `origin`, which tells apart two of one name."""

    family: str
    bold: bool
    italic: bool
    origin: str = OFFICE

    @property
    def is_office(self) -> bool:
        """Whether one of deckmaker's own fonts draws it."""
        return self.origin == OFFICE


class FontSource(NamedTuple):
    """A face in a file: its `place` in a collection, and the `axes` at which a variable font is pinned, by their tags.

    `content` is the file's, where that was read already: a project's files are opened once.
    """

    path: Path
    place: int = 0
    axes: tuple[tuple[str, float], ...] = ()
    content: bytes | None = None
