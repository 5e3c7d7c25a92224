"""Where a face comes from: a file, its place in a collection, and the weight at which a variable font is pinned."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class FaceKey(NamedTuple):
    """Which face: a family and its style. Families are Office's, or `installed`: those of fonts on this machine."""

    family: str
    bold: bool
    italic: bool
    installed: bool = False


class FontSource(NamedTuple):
    """A face in a file: its `place` in a collection, `weight` on the axis of a variable font, None for any other."""

    path: Path
    place: int = 0
    weight: float | None = None
