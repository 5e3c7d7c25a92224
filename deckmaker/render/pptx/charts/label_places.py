"""Where programs put a label that is asked for at a position, and how far from there layout has it.

What moves away, such as the name of a series at the end of its line that would lie on another one, says by how much
(ECMA-376 Part 1, 21.2.2.95: of a label `manualLayout` is a distance from where it would stand).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot, log10

from deckmaker.fonts import face
from deckmaker.layout import TextItem
from deckmaker.layout.chart_item import (
    AxisScale,
    BarMark,
    ChartLabel,
    DotMark,
    GroupType,
    LabelPosition,
    PlotAxis,
    PlottedSeries,
    Point,
)
from deckmaker.model.chart import Stacking
from deckmaker.model.geometry import Rect
from deckmaker.render.pptx.charts.drawn import BARS, BY_XS, DrawnGroup
from deckmaker.text.glyph_runs import GlyphRun

GAP = 2.83
"""Points between a mark and its label in LibreOffice, a millimetre; PowerPoint has about 1.4 more above columns."""

ASIDE, ABOVE = 4.0, 2.0
"""Points by which a label's ground may be larger than its words: PowerPoint has 3 and 1.5."""

NEAR = 0.65
"""Points within which a label is where its position says."""

_PIXEL = 0.75
"""Points of the pixels in which LibreOffice measures charts."""

_ON_AXES = (*BARS, *BY_XS, GroupType.LINES)


def offset(
    drawn: DrawnGroup, series: PlottedSeries, labels: Sequence[ChartLabel], position: LabelPosition | None
) -> Point | None:
    """Return by how many points a label of a point is right of and below where its position would have it.

    None where that is near, or where nobody knows: labels of wedges stand where programs find room, those of areas in
    the middle of theirs.
    """
    if drawn.group.type not in _ON_AXES or position is None:
        return None
    boxes = [_box(one) for one in labels]
    box, wider = _around(boxes), [_wider(one) for one in labels]
    are_lines = box.width <= max(one.width for one in boxes)
    wide = box.width + (max(wider) if are_lines else sum(wider))
    if drawn.is_bars:
        away = _from_bar(drawn, series, labels[0].point, box, wide, position)
    else:
        away = _from_point(drawn, series, labels[0].point, box, wide, position)
    return away if away and max(map(abs, away)) > NEAR else None


def bar_around(drawn: DrawnGroup, labels: Sequence[ChartLabel]) -> BarMark | None:
    """Return the bar, or part of one, on which all of a label's ground lies; None where there is none such."""
    box = _around([_box(one) for one in labels])
    left, right, top, bottom = box.x - ASIDE, box.right + ASIDE, box.y - ABOVE, box.bottom + ABOVE
    bars = (one for one in drawn.plot.marks if isinstance(one, BarMark))
    return next(
        (
            one
            for one in bars
            if one.rect.x <= left and right <= one.rect.right and one.rect.y <= top and bottom <= one.rect.bottom
        ),
        None,
    )


def along(axis: PlotAxis, value: float, start: float, length: float) -> float:
    """Return where a value of an axis stands on the page; the axis begins at `start` and is `length` points long."""
    least, most = axis.least, axis.most
    if axis.scale is AxisScale.LOG:
        least, most, value = log10(least), log10(most), log10(value)
    share = (value - least) / (most - least)
    return start + length * (1 - share if axis.reversed else share)


def _upward(axis: PlotAxis, value: float, rect: Rect) -> float:
    return rect.bottom - along(axis, value, 0.0, rect.height)


def _from_bar(
    drawn: DrawnGroup, series: PlottedSeries, point: int, box: Rect, wide: float, position: LabelPosition
) -> Point | None:
    """Return how far a label is from its place along a bar; across it is in the bar's middle."""
    axis, rect = drawn.value_axis, drawn.plot.rect
    if axis is None:
        return None
    base, end = _ends(drawn, series, point, axis)
    if drawn.group.type is GroupType.BARS:
        first, last = (along(axis, one, rect.x, rect.width) for one in (base, end))
        return box.x + box.width / 2 - _on_bar(first, last, wide, position) - wide / 2, 0.0
    first, last = (_upward(axis, one, rect) for one in (base, end))
    return 0.0, box.y - _on_bar(first, last, box.height, position)


def _on_bar(base: float, end: float, length: float, position: LabelPosition) -> float:
    """Return where a label of a length begins, along a bar that reaches from its base to its end."""
    grows = end > base
    if position is LabelPosition.CENTER:
        return (base + end - length) / 2
    edge = base if position is LabelPosition.INSIDE_BASE else end
    is_behind = (position is LabelPosition.INSIDE_END) == grows
    return edge - GAP - length if is_behind else edge + GAP


def _ends(drawn: DrawnGroup, series: PlottedSeries, point: int, axis: PlotAxis) -> tuple[float, float]:
    """Return the values between which a bar reaches, its base first."""
    group, value = drawn.group, series.values[point] or 0.0
    if not drawn.is_stacked:
        return (axis.least if axis.scale is AxisScale.LOG else max(axis.least, min(axis.most, 0.0))), value
    all_of = [one.values[point] or 0.0 for one in group.series]
    index = next(number for number, one in enumerate(group.series) if one is series)
    below = sum(one for one in all_of[:index] if (one < 0) == (value < 0))
    whole = (sum(map(abs, all_of)) or 1.0) if group.stacking is Stacking.PERCENT else 1.0
    return below / whole, (below + value) / whole


def _from_point(
    drawn: DrawnGroup, series: PlottedSeries, point: int, box: Rect, wide: float, position: LabelPosition
) -> Point | None:
    """Return how far a label, which LibreOffice sets so `wide`, is from its place at a point."""
    axis, x_axis, rect = drawn.value_axis, drawn.plot.x_axis, drawn.plot.rect
    value, at = series.values[point], _at(drawn, series, point)
    if axis is None or x_axis is None or value is None or at is None:
        return None
    x, y = along(x_axis, at, rect.x, rect.width), _upward(axis, value, rect)
    reach = _radius(drawn, series, x, y) + GAP
    middle, top = x, y - box.height / 2
    match position:
        case LabelPosition.ABOVE:
            top = y - reach - box.height
        case LabelPosition.BELOW:
            top = y + reach
        case LabelPosition.LEFT:
            middle = x - reach - wide / 2
        case LabelPosition.RIGHT:
            middle = x + reach + wide / 2
        case _:
            pass  # in its middle
    return box.x + box.width / 2 - middle, box.y - top


def _at(drawn: DrawnGroup, series: PlottedSeries, point: int) -> float | None:
    """Return where a point stands along the x axis, as that counts."""
    if series.xs:
        return series.xs[point]
    if drawn.plot.x_axis and drawn.plot.x_axis.scale is AxisScale.DATES:
        return drawn.chart.categories.dates[point].toordinal()
    return point


def _radius(drawn: DrawnGroup, series: PlottedSeries, x: float, y: float) -> float:
    """Return the radius of a point's dot, of a bubble that of the one which is drawn there."""
    if drawn.group.type is not GroupType.BUBBLES:
        return series.marker
    dots = (one for one in drawn.plot.marks if isinstance(one, DotMark))
    return max((one.radius for one in dots if hypot(one.center[0] - x, one.center[1] - y) < 1), default=0.0)


def _box(label: ChartLabel) -> Rect:
    """Return the box of a label's words: as wide as they are, from the font's top to its bottom."""
    item, frame = label.placed.item, label.placed.rect
    assert isinstance(item, TextItem), "a label of a chart is a text"
    lines = [line for one in item.setting.paragraphs for line in one.lines]
    width = max((one.line.width for one in lines), default=0.0)
    spare = {"left": 0.0, "center": 0.5, "right": 1.0}[item.style.align] * (frame.width - width)
    if not lines or not lines[0].line.runs:
        return Rect(frame.x + spare, frame.y + item.offset, width, item.setting.height)
    metrics, size = face(lines[0].line.runs[0].style.face).metrics, item.setting.size
    top = frame.y + item.offset + lines[0].baseline - metrics.ascent * size
    bottom = frame.y + item.offset + lines[-1].baseline - metrics.descent * size
    return Rect(frame.x + spare, top, width, bottom - top)


def _wider(label: ChartLabel) -> float:
    """Return by how many points LibreOffice sets a label wider than layout does.

    It kerns no words of charts, and takes the widths of letters from a font of whole pixels: those of 14 points, 18.7
    pixels, are as wide as those of 19. So labels keep their middles, and both ends are half of that away.
    """
    item = label.placed.item
    assert isinstance(item, TextItem), "a label of a chart is a text"
    lines = [line.line for one in item.setting.paragraphs for line in one.lines]
    wider = [sum(map(_set_width, line.runs)) - line.width for line in lines]
    return max(wider, default=0.0)


def _set_width(run: GlyphRun) -> float:
    """Return how wide LibreOffice sets a run in a chart, in points."""
    ems = sum(map(face(run.style.face).glyph_advance, run.glyphs))
    return ems * round(run.style.size / _PIXEL) * _PIXEL + run.style.tracking * len(run.glyphs)


def _around(boxes: Sequence[Rect]) -> Rect:
    x, y = min(one.x for one in boxes), min(one.y for one in boxes)
    return Rect(x, y, max(one.right for one in boxes) - x, max(one.bottom for one in boxes) - y)
