"""What charts are drawn with, as the document has it: each path's bounds and colour; and how a reader's differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import cos, pi, sin

from deckmaker.layout.chart_item import (
    AreaMark,
    BarMark,
    ChartItem,
    DotMark,
    LineMark,
    Mark,
    Point,
    Stroke,
    WedgeMark,
)
from tests.agreement.report import Deviation, Finding, Kind, Report
from tests.agreement.view import PageView, PaintedBox

EDGES = ("left", "top", "right", "bottom")

NEAR = 6.0
"""Points by which a mark may be out of place; what is further is another one."""

_SAMPLES = 720
"""Places on a wedge's arcs, close enough together that their bounds are the arcs' within 0.01 points."""


def expected_marks(item: ChartItem, palette: Mapping[str, str]) -> Iterator[PaintedBox]:
    """Yield what a chart is drawn with, in order; a line is as thick as it is drawn across its longer direction."""
    for plot in item.plots:
        for one in (*plot.grid, *plot.axes, *plot.marks):
            color, points, width = _drawn(one)
            yield _box(points, palette[color].lstrip("#").upper(), width)


def compare_marks(expected: PageView, found: PageView, scale: float, report: Report) -> None:
    """Find each mark among what `found` has in its colour, none twice, and tell how far its edges are off."""
    theirs = list(found.boxes or ())
    for mark in expected.marks if found.boxes is not None else ():
        alike = [one for one in theirs if one.color == mark.color and _distance(mark, one) <= NEAR]
        if not alike:
            text = "the mark in {} at {:.0f}, {:.0f} to {:.0f}, {:.0f} is not there".format(mark.color, *mark.edges)
            report.findings.append(Finding(Kind.MISSING_MARK, expected.number, "chart", text))
            continue
        nearest = min(alike, key=lambda one: _distance(mark, one))
        theirs.remove(nearest)
        for edge, own, its in zip(EDGES, mark.edges, nearest.edges, strict=True):
            report.deviations.append(Deviation(expected.number, "chart", "(mark)", edge, (its - own) * scale))


def _distance(one: PaintedBox, other: PaintedBox) -> float:
    return max(abs(own - its) for own, its in zip(one.edges, other.edges, strict=True))


def _drawn(one: Stroke | Mark) -> tuple[str, list[Point], float]:
    match one:
        case Stroke() | LineMark():
            stroke = one if isinstance(one, Stroke) else one.stroke
            return stroke.color, [*stroke.points], stroke.width
        case BarMark(rect=rect, color=color):
            return color, [(rect.x, rect.y), (rect.right, rect.bottom)], 0.0
        case AreaMark(corners=corners, color=color):
            return color, [*corners], 0.0
        case DotMark(center=(x, y), radius=radius, color=color):
            return color, [(x - radius, y - radius), (x + radius, y + radius)], 0.0
        case WedgeMark(color=color):
            return color, [*_around(one)], 0.0


def _around(wedge: WedgeMark) -> Iterator[Point]:
    x, y = wedge.center
    for step in range(_SAMPLES + 1):
        angle = (wedge.start + wedge.sweep * step / _SAMPLES) * 2 * pi
        for radius in (wedge.radius, wedge.hole):
            if radius or wedge.sweep < 1:
                yield x + radius * sin(angle), y - radius * cos(angle)


def _box(points: Iterable[Point], color: str, width: float) -> PaintedBox:
    xs, ys = zip(*points, strict=True)
    x0, y0, x1, y1 = min(xs), min(ys), max(xs), max(ys)
    across, down = (0.0, width / 2) if x1 - x0 >= y1 - y0 else (width / 2, 0.0)
    return PaintedBox(x0 - across, y0 - down, x1 + across, y1 + down, color)
