"""The arrows of a diagram as path operators (ISO 32000-2, 8.5.2)."""

from __future__ import annotations

from collections.abc import Iterable

from deckmaker.layout.arrows import DASHES, Arrow, Point

DASHED = f"[{' '.join(f'{one:.3f}' for one in DASHES)}] 0 d "
"""The operators that break a line into dashes."""


def stroke_path(left: float, top: float, arrow: Arrow) -> str:
    """Return the path of a line, in a page's points, y growing upward; its drawing begins there."""
    return _path(left, top, arrow.stroke)


def head_paths(left: float, top: float, arrow: Arrow) -> str:
    """Return the paths of its heads."""
    return " ".join(f"{_path(left, top, head)} h" for head in arrow.heads)


def _path(left: float, top: float, points: Iterable[Point]) -> str:
    first, *others = (f"{left + x:.3f} {top - y:.3f}" for x, y in points)
    return " ".join((f"{first} m", *(f"{one} l" for one in others)))
