"""Charts as path operators (ISO 32000-2, 8.5): no pixels, one path a mark, so that a long line is one."""

from __future__ import annotations

from collections.abc import Mapping

from deckmaker.layout.chart_item import ChartItem
from deckmaker.layout.charts.drawn_paths import DrawnPath, Step, drawn_paths
from deckmaker.render.pdf.content import PageContent

_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}
_ROUND = "1 J 1 j "
"""Round ends and corners (8.4.3.3, 8.4.3.4)."""


class ChartPainter:
    """Draws the marks of charts on pages of a `height` in points. Colours are operators, by their names."""

    def __init__(self, height: float, fills: Mapping[str, str], lines: Mapping[str, str]) -> None:
        self._height = height
        self._fills, self._lines = fills, lines

    def draw(self, item: ChartItem, content: PageContent) -> None:
        """Draw all of a chart but its texts."""
        for plot in item.plots:
            for one in drawn_paths(plot):
                content.drawn(f"{self._looks(one)}{self._steps(one.steps)} {_painting(one)}", one.opacity)

    def _looks(self, drawn: DrawnPath) -> str:
        fill = f"{self._fills[drawn.fill]} " if drawn.fill else ""
        if not drawn.stroke:
            return fill
        dashes = f"[{' '.join(f'{one:.3f}' for one in drawn.dashes)}] 0 d " if drawn.dashes else ""
        ends = _ROUND if drawn.is_round else ""
        return f"{fill}{self._lines[drawn.stroke]} {drawn.width:.3f} w {ends}{dashes}"

    def _steps(self, steps: tuple[Step, ...]) -> str:
        return " ".join(
            f"{''.join(f'{x:.3f} {self._height - y:.3f} ' for x, y in points)}{_OPERATORS[letter]}"
            for letter, points in steps
        )


def _painting(drawn: DrawnPath) -> str:
    """Return the operator that fills a path, draws along it, or both (8.5.3)."""
    if drawn.fill:
        return "B" if drawn.stroke else "f"
    return "S"
