"""Outlines of glyphs as SVG path data (SVG 2, 9.3), in font units, y growing upward."""

from __future__ import annotations

from functools import lru_cache

from deckmaker.fonts.face import face
from deckmaker.fonts.source import FaceKey


class _PathPen:
    """Takes the steps of an outline as HarfBuzz tells them, by the names of fontTools' pens."""

    def __init__(self) -> None:
        self.steps: list[str] = []

    def moveTo(self, point: tuple[float, float]) -> None:
        self._add("M", point)

    def lineTo(self, point: tuple[float, float]) -> None:
        self._add("L", point)

    def qCurveTo(self, *points: tuple[float, float]) -> None:
        self._add("Q", *points)

    def curveTo(self, *points: tuple[float, float]) -> None:
        self._add("C", *points)

    def closePath(self) -> None:
        self.steps.append("Z")

    def endPath(self) -> None:
        """An open outline fills as a closed one does."""

    def _add(self, command: str, *points: tuple[float, float]) -> None:
        self.steps.append(command + " ".join(f"{x:g} {y:g}" for x, y in points))


@lru_cache(maxsize=4_096)
def glyph_path(key: FaceKey, glyph: int) -> str:
    """Return a glyph's outline, empty where it leaves no ink."""
    pen = _PathPen()
    face(key).hb_font.draw_glyph_with_pen(glyph, pen)
    return "".join(pen.steps)
