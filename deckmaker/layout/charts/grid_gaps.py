"""Where words stand over the grid of a plot, its lines are interrupted: none strikes a word through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from deckmaker.dataclasses import replace
from deckmaker.layout.chart_item import BarMark, DotMark, Plot, Stroke
from deckmaker.layout.charts.drawing import Drawing
from deckmaker.layout.document import Placed, ShapeItem, TextItem
from deckmaker.layout.roles import Role
from deckmaker.model.geometry import Rect
from deckmaker.text.fitting import TOLERANCE
from deckmaker.theme.theme import ChartStyle

BESIDE = 3.0
"""Points of ground between words and a line at both their ends."""

ABOVE, BELOW = 0.95, 0.35
"""Ems from a baseline to where letters end, with the air between two lines of words."""

LEAST = 4.0
"""Points of a piece of a line at least: what is shorter is left out."""

MOST_OF = 0.9
"""Of a side of the plot: how long a line of the grid is at least. Others join single columns."""


def with_gaps(drawing: Drawing, look: ChartStyle) -> Drawing:
    """Return a drawing whose grids are interrupted where words stand, those behind the plots, too."""
    texts = [one for one in drawing.around if one.role is Role.LABEL]
    words: list[Rect] = []
    plots = []
    for plot in drawing.plots:
        labels = (label.placed for group in plot.groups for one in group.series for label in one.labels)
        own = [box for one in (*labels, *texts) for box in _boxes(one) if _is_on_grid(box, plot)]
        words += own
        plots.append(replace(plot, grid=tuple(part for one in plot.grid for part in _parts(one, plot, own))))
    behind = tuple(part for one in drawing.behind for part in _drawn_parts(one, look, words))
    return replace(drawing, plots=tuple(plots), behind=behind)


def _boxes(placed: Placed) -> Iterator[Rect]:
    """Yield the boxes of a text's lines."""
    item, frame = placed.item, placed.rect
    if not isinstance(item, TextItem):
        return
    size = item.setting.size
    for line in (line for paragraph in item.setting.paragraphs for line in paragraph.lines):
        width = line.line.width
        spare = {"left": 0.0, "center": 0.5, "right": 1.0}[item.style.align] * (frame.width - width)
        top = frame.y + item.offset + line.baseline - ABOVE * size
        yield Rect(frame.x + spare - BESIDE, top, width + 2 * BESIDE, (ABOVE + BELOW) * size)


def _is_on_grid(box: Rect, plot: Plot) -> bool:
    """Tell whether the grid may be seen at words: they stand in the plot, and not in a bar or a bubble."""
    inner = Rect(box.x + BESIDE, box.y, box.width - 2 * BESIDE, box.height)
    grounds = (_around(one) for one in plot.marks if isinstance(one, BarMark | DotMark))
    return box.overlaps(plot.rect) and not any(_holds(ground, inner) for ground in grounds)


def _around(mark: BarMark | DotMark) -> Rect:
    if isinstance(mark, BarMark):
        return mark.rect
    (x, y), radius = mark.center, mark.radius
    return Rect(x - radius, y - radius, 2 * radius, 2 * radius)


def _holds(outer: Rect, inner: Rect) -> bool:
    across = outer.x <= inner.x and inner.right <= outer.right
    return across and outer.y <= inner.y and inner.bottom <= outer.bottom


class _Line(NamedTuple):
    """A line that lies or stands: where it is across its direction, and where it begins and ends along it."""

    upright: bool
    at: float
    start: float
    end: float

    def between(self, words: Iterable[Rect]) -> list[tuple[float, float]]:
        """Return where its pieces between words begin and end."""
        met = [one for one in words if self._meets(one)]
        gaps = sorted((one.y, one.bottom) if self.upright else (one.x, one.right) for one in met)
        pieces, start = [], self.start
        for first, last in (*gaps, (self.end, self.end)):
            if first - start >= LEAST or not gaps:
                pieces.append((start, first))
            start = max(start, last)
        return pieces

    def _meets(self, words: Rect) -> bool:
        across = (words.x + BESIDE, words.right - BESIDE) if self.upright else (words.y, words.bottom)
        along = (words.y, words.bottom) if self.upright else (words.x, words.right)
        return across[0] < self.at < across[1] and along[0] < self.end and self.start < along[1]


def _parts(stroke: Stroke, plot: Plot, words: Sequence[Rect]) -> Iterator[Stroke]:
    """Yield a line of the grid, or its pieces between words."""
    (x0, y0), *_, (x1, y1) = stroke.points
    upright = abs(x1 - x0) < abs(y1 - y0)
    reach = plot.rect.height if upright else plot.rect.width
    line = _Line(True, x0, min(y0, y1), max(y0, y1)) if upright else _Line(False, y0, min(x0, x1), max(x0, x1))
    pieces = line.between(words) if line.end - line.start > MOST_OF * reach else [(line.start, line.end)]
    if pieces == [(line.start, line.end)]:
        yield stroke
        return
    for start, end in pieces:
        points = ((line.at, start), (line.at, end)) if upright else ((start, line.at), (end, line.at))
        yield replace(stroke, points=points, is_piece=True)


def _drawn_parts(placed: Placed, look: ChartStyle, words: Sequence[Rect]) -> Iterator[Placed]:
    """Yield what stands behind plots; of a line of a grid its pieces between words."""
    item, rect = placed.item, placed.rect
    is_line = isinstance(item, ShapeItem) and item.color == look.grid
    if not is_line or min(rect.width, rect.height) > look.grid_width + TOLERANCE:
        yield placed
        return
    upright = rect.width < rect.height
    middle = rect.x + rect.width / 2, rect.y + rect.height / 2
    line = _Line(True, middle[0], rect.y, rect.bottom) if upright else _Line(False, middle[1], rect.x, rect.right)
    for start, end in line.between(words):
        own = replace(rect, y=start, height=end - start) if upright else replace(rect, x=start, width=end - start)
        yield replace(placed, rect=own)
