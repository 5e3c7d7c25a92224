"""Waterfalls: columns that begin where the one before ends, natively on a base that nobody sees."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from deckmaker.layout.chart_item import BarMark, GroupType, PlotGroup, PlottedSeries
from deckmaker.layout.charts.axes import Axes, AxesWish, set_axes
from deckmaker.layout.charts.bar_values import CLEAR, above_bar
from deckmaker.layout.charts.bars import gap_between
from deckmaker.layout.charts.colors import MUTED, point_color
from deckmaker.layout.charts.drawing import Drawing, LegendEntry, PlotRoom
from deckmaker.layout.charts.lacking import lacking
from deckmaker.layout.charts.overlays import add_overlays
from deckmaker.layout.charts.placing import Placing
from deckmaker.layout.charts.texts import LABEL, SetLabel
from deckmaker.layout.charts.wording import number, values_style
from deckmaker.layout.compositions import shape
from deckmaker.layout.document import Placed
from deckmaker.layout.findings import Finding
from deckmaker.layout.roles import Role
from deckmaker.localization.decimals import added
from deckmaker.localization.lookup import looked_up
from deckmaker.localization.numbers import format_code
from deckmaker.model.chart import Chart, NumberStyle, SeriesLabels, Stacking, ValueLabels
from deckmaker.model.geometry import Rect

AIR = 6.0
"""Points between the topmost value and what is said of the chart above it."""

CUT, STRIP = 6.0, 2.0
"""Points of a column that stand below its cut, and the height of each strip and of what is between two."""

UP, DOWN, TOTAL = "series-1", "series-2", MUTED
"""Palette names of columns: what is added, what is taken away, and sums."""


LEGENDS = {
    "en": ("Increase", "Decrease", "Total"),
    "de": ("Zunahme", "Abnahme", "Summe"),
    "fr": ("Hausse", "Baisse", "Total"),
    "es": ("Aumento", "Disminución", "Total"),
    "he": ("עלייה", "ירידה", "סך הכול"),
    "ar": ("زيادة", "نقصان", "المجموع"),
    "zh": ("增加", "减少", "合计"),
    "zh-hant": ("增加", "減少", "合計"),
    "zh-hk": ("增加", "減少", "合計"),
    "zh-mo": ("增加", "減少", "合計"),
    "zh-tw": ("增加", "減少", "合計"),
}
"""What the colours mean, by language."""


class Step(NamedTuple):
    """A column: where it begins and ends, its value as it is given, and whether it is a sum."""

    start: float
    end: float
    value: float
    is_total: bool

    @property
    def color(self) -> str:
        """The palette's name of its colour."""
        return TOTAL if self.is_total else UP if self.end >= self.start else DOWN


def steps_of(chart: Chart) -> list[Step | None]:
    """Return the columns of a waterfall; a sum is drawn as it is given, None for a gap."""
    level, steps = 0.0, list[Step | None]()
    for n, value in enumerate(chart.series[0].values if chart.series else ()):
        is_total = n in chart.totals
        if is_total:
            level = level if value is None else value
            steps.append(Step(0.0, level, level, True))
        elif value is None:
            steps.append(None)
        else:
            end = added(level, value)
            steps.append(Step(level, end, value, False))
            level = end
    return steps


def draw(room: PlotRoom) -> Drawing:
    """Draw a waterfall with its values at its columns, and connectors between them."""
    chart, steps = room.chart, steps_of(room.chart)
    if legend := () if room.named else tuple(_legend(chart, steps)):
        return Drawing((), room.rect.bottom, legend=legend)
    known = [one for one in steps if one]
    values = [end for one in known for end in (one.start, one.end) if end or not chart.is_cut]
    style = values_style(chart.y_axis.style, [one.value for one in known])
    own = room.texts.style(LABEL, "center")
    labels = {n: room.texts.set(_shown(n, one, style), own) for n, one in enumerate(steps) if one}
    step = room.rect.width / max(len(steps), 1)
    written = chart.value_labels is not ValueLabels.NONE and all(one.width <= step for one in labels.values())
    beyond = (
        max((one.height - one.below + above_bar(one) for one in labels.values()), default=0.0) + AIR if written else 0.0
    )
    wish = AxesWish(values=values, from_zero=not chart.is_cut, tight=written and _is_free(chart), beyond=beyond)
    axes = set_axes(room, wish)
    placing = axes.placing(room)
    gap = gap_between(axes.rect.width / max(len(steps), 1), 1, axes.look)
    marks = _marks(chart, steps, axes, gap)
    texts = _labels(room, axes, steps, labels, placing) if written else []
    group = PlotGroup(GroupType.COLUMNS, _plotted(chart, steps, format_code(style)), Stacking.STACKED, gap, 1.0)
    plot = axes.plot((group,), marks)
    findings: tuple[Finding, ...] = ()
    if axes.left_out:
        message = f": its chart has {len(steps)} names, and no room for all of them"
        findings = (Finding("names-left-out", message, chart.span, "show fewer steps, or give the chart more room"),)
    if chart.value_labels is ValueLabels.ALL or (written and wish.tight):
        findings = (*findings, *lacking(chart, len(labels) - len(texts)))
    around = (*axes.around, *_connectors(steps, axes, gap), *_cuts(marks, steps, axes, room), *texts)
    drawing = Drawing((plot,), axes.bottom, (), around, (), findings)
    return add_overlays(drawing, room, axes, placing)


def _shown(point: int, step: Step, style: NumberStyle) -> str:
    """Return what a column says: a sum its value, as the first one does, which begins at zero; others their change."""
    return ("+" if step.value > 0 and point and not step.is_total else "") + number(step.value, style)


def _legend(chart: Chart, steps: list[Step | None]) -> Iterator[LegendEntry]:
    """Yield what colours mean, where there are several, and nothing is highlighted."""
    if chart.highlight or chart.series_labels is SeriesLabels.NONE:
        return
    used, said = {one.color for one in steps if one}, looked_up(LEGENDS, chart.y_axis.style.language)
    if len(used) > 1:
        yield from (
            LegendEntry(word, color) for word, color in zip(said, (UP, DOWN, TOTAL), strict=True) if color in used
        )


def _is_free(chart: Chart) -> bool:
    return chart.y_axis.least is None and chart.y_axis.most is None and not chart.lines and not chart.bands


def _edges(axes: Axes, gap: float, point: int) -> tuple[float, float]:
    half = 0.5 / (1 + gap)
    return axes.names.at(point - half), axes.names.at(point + half)


def _color(chart: Chart, point: int, step: Step) -> str:
    if chart.highlight and not chart.highlight.has(0, point):
        return MUTED
    return point_color(chart, 0, point) if chart.highlight and not step.is_total else step.color


def _marks(chart: Chart, steps: list[Step | None], axes: Axes, gap: float) -> list[BarMark]:
    marks = []
    for n, one in enumerate(steps):
        if one and one.start != one.end:
            rect = axes.bar(*_edges(axes, gap, n), one.start, one.end)
            if rect.width > 0 and rect.height > 0:
                marks.append(BarMark(0, n, rect, _color(chart, n, one)))
    return marks


def _connectors(steps: list[Step | None], axes: Axes, gap: float) -> list[Placed]:
    """Return the lines from each column's end to the beginning of the next one.

    They are no lines of the native chart: LibreOffice ignores those between series (`c:serLines`).
    """
    found, before = [], None
    strong = axes.look.leader
    for n, one in enumerate(steps):
        if one and before is not None:
            last, step = before
            y = axes.values.at(step.end)
            x, end = _edges(axes, gap, last)[1], _edges(axes, gap, n)[0]
            found.append(shape(Rect(x, y - strong / 2, end - x, strong), axes.look.axis))
        before = (n, one) if one else before
    return found


def _cuts(marks: list[BarMark], steps: list[Step | None], axes: Axes, room: PlotRoom) -> list[Placed]:
    """Return two strips of ground across each column that would begin at zero, which the axis does not reach.

    They are no part of the native chart, which has no broken axes.
    """
    if axes.values.axis.least <= 0:
        return []
    ground = room.texts.place.styles.layout.background
    found = []
    for one in marks:
        step = steps[one.point]
        if step and min(step.start, step.end) == 0 and one.rect.height > CUT + 2 * STRIP:
            lowest = one.rect.bottom - CUT
            found += [
                shape(Rect(one.rect.x, lowest - strip * STRIP, one.rect.width, STRIP), ground) for strip in (1, 3)
            ]
    return found


def _labels(
    room: PlotRoom, axes: Axes, steps: list[Step | None], labels: dict[int, SetLabel], placing: Placing
) -> list[Placed]:
    """Return the values above what is added, and below what is taken away.

    They are no labels of the native chart: stacked columns have none beyond their ends (`c:dLblPos`).
    """
    found = []
    for point, label in labels.items():
        step = steps[point]
        assert step
        middle, ends = axes.names.at(point), (axes.values.at(step.start), axes.values.at(step.end))
        above = label.above(middle, min(ends) - above_bar(label))
        below = label.below_line(middle, max(ends) + CLEAR + label.ink)
        is_down = step.end < step.start
        if where := placing.first_free((below, above) if is_down else (above, below)):
            found.append(label.placed(where, Role.LABEL, room.texts.span))
    return found


def _plotted(chart: Chart, steps: list[Step | None], numbers: str) -> tuple[PlottedSeries, ...]:
    """Return what is drawn as stacked series: a base without colour, then what is added, taken away and summed.

    What reaches from below zero to above it is in two parts, since each stands on zero: those below have their own
    series, where there are any.
    """
    crosses = any(one and min(one.start, one.end) < 0 < max(one.start, one.end) for one in steps)
    name = chart.series[0].name if chart.series else ""
    base = tuple(_base(one) for one in steps)
    found = [PlottedSeries("", base, None)]
    for below in (False, True) if crosses else (False,):
        for color in (UP, DOWN, TOTAL):
            values = tuple(_part(one, below) if one and one.color == color else None for one in steps)
            if any(value is not None for value in values):
                colors = tuple(
                    (n, own)
                    for n, one in enumerate(steps)
                    if one and values[n] is not None
                    for own in (_color(chart, n, one),)
                    if own != color
                )
                found.append(PlottedSeries(name, values, color, colors=colors, numbers=numbers))
    return tuple(found)


def _base(step: Step | None) -> float | None:
    """Return what is between zero and a column, above or below."""
    if step is None:
        return None
    low, high = sorted((step.start, step.end))
    return low if low > 0 else high if high < 0 else 0.0


def _part(step: Step, below: bool) -> float | None:
    """Return the part of a column above zero, or below it; one that lies on one side only is all in the first."""
    low, high = sorted((step.start, step.end))
    if low < 0 < high:
        return low if below else high
    return None if below else (-abs(step.value) if high <= 0 else abs(step.value))
