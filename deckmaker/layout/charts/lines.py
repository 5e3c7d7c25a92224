"""Line charts: over categories or over dates to scale, each line named at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from deckmaker.dataclasses import replace
from deckmaker.layout.chart_item import ChartLabel, LabelFor, LabelPosition, Mark, Point
from deckmaker.layout.charts.axes import Axes, AxesWish, set_axes
from deckmaker.layout.charts.axis_numbers import names_at_axes
from deckmaker.layout.charts.colors import series_color
from deckmaker.layout.charts.drawing import Drawing, LegendEntry, PlotRoom
from deckmaker.layout.charts.label_boxes import FROM_DOT
from deckmaker.layout.charts.lacking import lacking, names_lacking
from deckmaker.layout.charts.line_marks import at_points, dot_radius, line_group, line_marks
from deckmaker.layout.charts.line_names import line_names, names_beside_width
from deckmaker.layout.charts.obstacles import covered, crossed
from deckmaker.layout.charts.overlays import add_overlays, lines_width
from deckmaker.layout.charts.placing import MOST_VALUES, Placing
from deckmaker.layout.charts.texts import LABEL, SetLabel
from deckmaker.layout.charts.wording import number, values_style
from deckmaker.layout.roles import Role
from deckmaker.localization.numbers import format_code
from deckmaker.model.chart import Chart, NumberStyle, Series, SeriesLabels, ValueLabels
from deckmaker.model.geometry import Rect

CLEAR = 5.0
"""Points between a point of a line and the label above or below it."""

LIFT = 7.0
"""Points by which a label stands further above or below a point where the line would pass through it."""

MOST_LIFTS = 3
"""How often a label is lifted so before it stands beside its point: the steeper a line, the further it is to be."""

ALIGN = {LabelPosition.RIGHT: "left", LabelPosition.LEFT: "right"}
"""To which side labels beside a point are set."""


def draw(room: PlotRoom) -> Drawing:
    """Draw lines; where they cannot be named at their ends they need a legend."""
    chart = room.chart
    every = range(len(chart.series))
    first = [n for n in every if not chart.series[n].on_second_axis]
    second = [n for n in every if chart.series[n].on_second_axis]
    direct = _is_direct(room) and not second
    if not direct and (legend := _needed_legend(room)):
        return Drawing((), room.rect.bottom, legend=legend)
    ends = len(every) == 1 and not direct and _wanted(chart) in (ValueLabels.ENDS, None)
    to_scale = len(set(chart.categories.dates)) > 1
    values = [value for n in first for value in chart.series[n].values]
    written = [chart.series[n].values[point] for n in first for point in _written(room, n)]
    beside = names_beside_width(chart, room) if direct else _last_value_width(room) if ends else 0.0
    wish = AxesWish(
        values=values,
        labelled=written,
        second=[value for n in second for value in chart.series[n].values],
        to_scale=to_scale,
        edge_to_edge=True,
        beside=max(beside, lines_width(room)),
        beyond=room.texts.set("0", room.texts.style(LABEL)).height + CLEAR if written else 0.0,
    )
    axes = set_axes(room, wish)
    placing = axes.placing(room)
    around = list(axes.around)
    names: dict[int, tuple[ChartLabel, ...]] = {}
    marks = line_marks(chart, first, axes)
    if direct:
        named = line_names(room, axes, marks, placing)
        direct = named is not None
        if named:
            names, others = named
            around += others
    own_second = replace(axes, values=axes.second) if axes.second else None
    found = {n: [*_values(n, room, axes, placing, marks)] for n in first}
    labels = {n: (*found[n], *names.get(n, ())) for n in first}
    groups = [line_group(chart, first, False, axes, labels)] if first else []
    if own_second:
        marks += line_marks(chart, second, own_second)
        groups.append(line_group(chart, second, True, own_second))
    plot = axes.plot(groups, marks)
    legend = () if direct else _needed_legend(room)
    findings = names_lacking(chart, axes.left_out)
    if chart.value_labels is not ValueLabels.AUTO:
        findings = (*findings, *lacking(chart, sum(len(_wished(room, n)) - len(found[n]) for n in first)))
    drawing = Drawing((plot,), axes.bottom, (), tuple(around), legend, findings)
    return add_overlays(drawing, room, axes, placing)


def _wants_names(chart: Chart) -> bool:
    if names_at_axes(chart) or chart.series_labels is SeriesLabels.NONE or not chart.series:
        return False
    return len(chart.series) > 1 or (chart.subtitle is None and bool(chart.series[0].name))


def _is_direct(room: PlotRoom) -> bool:
    allowed = room.chart.series_labels in (SeriesLabels.AUTO, SeriesLabels.DIRECT) and not room.named
    return allowed and _wants_names(room.chart)


def _needed_legend(room: PlotRoom) -> tuple[LegendEntry, ...]:
    """Return the legend of lines that are not named at their ends, unless there is one, or none is wanted."""
    chart = room.chart
    if room.named or not _wants_names(chart):
        return ()
    return tuple(LegendEntry(one.name, series_color(chart, n), is_line=True) for n, one in enumerate(chart.series))


def _wanted(chart: Chart) -> ValueLabels | None:
    """Return which points have their values beside them; None for the last one of a line that is alone."""
    if chart.value_labels is not ValueLabels.AUTO:
        return chart.value_labels
    if len(chart.series) == 1 and len(chart.series[0].values) > 1:
        return None
    return ValueLabels.HIGHLIGHT if chart.highlight.single or chart.highlight.points else ValueLabels.NONE


def _values(series: int, room: PlotRoom, axes: Axes, placing: Placing, marks: Sequence[Mark]) -> Iterator[ChartLabel]:
    """Yield the values of a line that have room, above their points or, at its valleys, below them.

    The last one stands beside its point, where no name does. One that has no room so begins or ends at its point.
    """
    chart = room.chart
    own = chart.series[series]
    points = at_points(chart, series, axes)
    clear = max(CLEAR, dot_radius(chart, series, axes) + FROM_DOT)
    line = [one for one in marks if one.series == series]
    for n in _written(room, series):
        point = points[n]
        if point is None:
            continue
        label = _value(room, own, n, "center")
        places = [
            (position, rect)
            for position, rect in _places(label, point, clear, room.rect, _is_valley(points, n), n, len(points) - 1)
            if placing.is_free(rect)
            and rect.y + rect.height / 2 < axes.rect.bottom
            and rect.right > axes.rect.x + rect.width / 2 - 1
        ]
        places.sort(key=lambda place: _badness(place[1], line, marks, axes))  # of equals the first
        if places:
            position, rect = places[0]
            placing.take(rect)
            label = _value(room, own, n, ALIGN.get(position, "center"))
            placed = label.placed(rect, Role.LABEL, room.texts.span)
            code = format_code(_style_of(room.chart, own, n)) if room.chart.y_axis.log else ""
            yield ChartLabel(placed, LabelFor.VALUE, n, series, position, code)


def _badness(rect: Rect, line: Sequence[Mark], marks: Sequence[Mark], axes: Axes) -> tuple[bool, ...]:
    """Return what counts against a place of a value: that its own line is in it, that of an axis, or another mark."""
    return covered(rect, line) > 0, crossed(rect, axes.lines) > 0, covered(rect, marks) > 0


def _places(
    label: SetLabel, point: Point, clear: float, room: Rect, is_valley: bool, n: int, last: int
) -> Iterator[tuple[LabelPosition, Rect]]:
    """Yield where the value of the point `n` may stand, the best place first: that of the first point not over an
    axis."""
    above_and_below = [LabelPosition.ABOVE, LabelPosition.BELOW]
    if is_valley:
        above_and_below.reverse()
    if n == last:
        yield LabelPosition.RIGHT, _beside_point(label, point, LabelPosition.RIGHT, clear, room)
    lifts = [LIFT * one for one in range(MOST_LIFTS + 1)]
    for lift, aside in product(lifts, (0.5, 0.0, -0.75, 1.0, 1.5) if n == 0 else (0.0, 0.5, -0.5)):
        for position in above_and_below:
            rect = _beside_point(label, point, position, clear + lift, room)
            yield position, replace(rect, x=rect.x + aside * label.width)
    sides = (LabelPosition.LEFT,) if n == last else (LabelPosition.RIGHT, LabelPosition.LEFT)
    for position, lift in product(sides, (0.0, LIFT)):
        yield position, _beside_point(label, point, position, clear + lift, room)


def _value(room: PlotRoom, series: Series, point: int, align: str) -> SetLabel:
    value = series.values[point] or 0.0
    return room.texts.set(number(value, _style_of(room.chart, series, point)), room.texts.style(LABEL, align))


def _style_of(chart: Chart, series: Series, point: int) -> NumberStyle:
    """Return the style of a value: with the decimals that all have, on a logarithmic axis those of its own."""
    axis = chart.y_axis
    return values_style(axis.style, [series.values[point] or 0.0] if axis.log else series.values)


def _last_value_width(room: PlotRoom) -> float:
    """Return what the value beside the last point of a single line takes, in points."""
    own = room.chart.series[0]
    last = len(own.values) - 1
    return (
        0.0 if last < 0 or own.values[last] is None else _value(room, own, last, "left").width + CLEAR + room.look.dot
    )


def _written(room: PlotRoom, series: int) -> list[int]:
    """Return the points of a series that have their values beside them, if all are not more than anybody reads."""
    wished = _wished(room, series)
    count = len(wished) * (len(room.chart.series) - room.behind)
    return wished if count <= MOST_VALUES or room.chart.value_labels is not ValueLabels.ALL else []


def _wished(room: PlotRoom, series: int) -> list[int]:
    """Return the points of a series that are to have their values beside them: none of a line behind the plot's own."""
    chart = room.chart
    known = [n for n, value in enumerate(chart.series[series].values) if value is not None]
    if series < room.behind:
        return []
    match _wanted(chart):
        case ValueLabels.ALL:
            return known
        case ValueLabels.ENDS:
            return known if len(known) < 2 else [known[0], known[-1]]
        case None:
            return known[-1:]
        case ValueLabels.HIGHLIGHT:
            return [n for n in known if chart.highlight.has(series, n)]
        case _:
            return []


def _is_valley(points: list[Point | None], n: int) -> bool:
    own = points[n]
    beside = [one[1] for one in points[max(n - 1, 0) : n + 2] if one]
    return own is not None and sum(beside) / len(beside) < own[1] - 1.0


def _beside_point(label: SetLabel, point: Point, position: LabelPosition, clear: float, room: Rect) -> Rect:
    x, y = point
    if position in ALIGN:
        rect = label.around(x, y)
        return replace(rect, x=x + clear if position is LabelPosition.RIGHT else x - clear - label.width)
    is_above = position is LabelPosition.ABOVE
    rect = label.above(x, y - clear) if is_above else label.below_line(x, y + clear + label.ink)
    return Rect(min(max(rect.x, room.x), room.right - rect.width), rect.y, rect.width, rect.height)
