"""Axes: their ends, their steps and their lines stated, so that no program looks for ones of its own.

The numbers of a value axis are not among it: programs set them at their own distances, so they are text boxes. What
stands along it is deleted then, which leaves its grid lines.
"""

from __future__ import annotations

from typing import NamedTuple

from deckmaker.layout import TextItem
from deckmaker.layout.chart_item import AxisScale, GroupType, Plot, PlotAxis, Stroke
from deckmaker.layout.charts.below_axis import lower_in_powerpoint
from deckmaker.model.chart import Chart
from deckmaker.render.pptx.charts.date_axis import date_code, date_units
from deckmaker.render.pptx.charts.drawn import BARS, BY_XS
from deckmaker.render.pptx.charts.grid import along, native_line
from deckmaker.render.pptx.charts.looks import NO_LOOK, THINNED, UPRIGHT, Looks
from deckmaker.render.pptx.charts.sheet import GENERAL, has_dates, number, serial
from deckmaker.render.pptx.xml import Xml, attribute, joined

FIRST, SECOND = (1001, 1002), (1003, 1004)
"""The ids of the axis of categories and of that of values, of both pairs; PowerPoint wants them above 0."""

_HALF = 0.25
"""Of the way between two categories: what stands further out than that before the first has a place of its own."""


class _Sides(NamedTuple):
    """The sides at which a pair of axes stands, and which of the lines on the page run along each."""

    x: str
    y: str
    lying: bool


def axes_xml(chart: Chart, plot: Plot, looks: Looks) -> Xml:
    """Return all axes of a plot; a pie has none."""
    if plot.x_axis is None or plot.y_axis is None:
        return Xml("")
    lying = any(group.type is GroupType.BARS for group in plot.groups)
    sides = _Sides("l", "b", True) if lying else _Sides("b", "l", False)
    axes = [_x_axis(chart, plot, sides, looks), _y_axis(plot, plot.y_axis, FIRST, sides, looks)]
    if plot.second_axis and any(group.on_second_axis for group in plot.groups):
        axes += [_hidden(plot.x_axis, sides), _second(plot, plot.second_axis, sides)]
    return joined(axes)


def _x_axis(chart: Chart, plot: Plot, sides: _Sides, looks: Looks) -> Xml:
    assert plot.x_axis
    line = along(plot.axes, upright=sides.lying)
    texts = (one.placed.item for one in plot.categories)
    label = next((one for one in texts if isinstance(one, TextItem) and one.text.strip()), None)
    text = looks.text(label, THINNED if sides.lying and _skipped(plot) else UPRIGHT) if label else ""
    shown = f'<c:tickLblPos val="{"low" if label else "none"}"/>{looks.ruled(line)}{text}'
    delete = not (label or line)
    grid = _grid(plot, upright=not sides.lying, looks=looks)
    begin = f"{_begin(plot.x_axis, FIRST[0], delete, sides.x, _has_numbers(plot), has_dates(plot, chart))}{grid}"
    cross = f'<c:crossAx val="{FIRST[1]}"/><c:crosses val="{_crossing(plot, line, sides)}"/>'
    ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
    if _has_numbers(plot):
        unit = _unit(plot.x_axis)
        return Xml(
            f'<c:valAx>{begin}{_code(GENERAL)}{ticks}{shown}{cross}<c:crossBetween val="midCat"/>{unit}</c:valAx>'
        )
    if has_dates(plot, chart):
        code = _code(date_code(chart, plot))
        end = f'<c:auto val="0"/>{_distance(label, sides)}{date_units(plot.x_axis)}'
        return Xml(f"<c:dateAx>{begin}{code}{ticks}{shown}{cross}{end}</c:dateAx>")
    end = f'<c:auto val="0"/>{_aligned(label)}{_distance(label, sides)}{_skipped(plot)}<c:noMultiLvlLbl val="1"/>'
    return Xml(f"<c:catAx>{begin}{_code(GENERAL)}{ticks}{shown}{cross}{end}</c:catAx>")


def _y_axis(plot: Plot, axis: PlotAxis, ids: tuple[int, int], sides: _Sides, looks: Looks) -> Xml:
    line = along(plot.axes, upright=not sides.lying)
    grid = _grid(plot, upright=sides.lying, looks=looks)
    crosses = "max" if plot.x_axis and plot.x_axis.reversed else "min"
    if line and _has_numbers(plot) and plot.x_axis:
        crosses = _crossing_along(plot.x_axis, (line.points[0][0] - plot.rect.x) / plot.rect.width, plot.rect.width)
    return _values(plot, axis, ids, sides.y, Xml(f"{grid}{_code(GENERAL)}"), looks.ruled(line), line is None, crosses)


def _second(plot: Plot, axis: PlotAxis, sides: _Sides) -> Xml:
    """Return the second axis of values: not deleted, or LibreOffice counts its series along the first, but not seen."""
    side = {"l": "r", "b": "t"}[sides.y]
    return _values(plot, axis, SECOND, side, _code(GENERAL), NO_LOOK, False, "max")


def _values(
    plot: Plot, axis: PlotAxis, ids: tuple[int, int], side: str, head: Xml, look: Xml, delete: bool, crosses: str
) -> Xml:
    begin = _begin(axis, ids[1], delete, side, has_ends=True)
    ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
    cross = f'<c:crossAx val="{ids[0]}"/><c:crosses val="{crosses}"/><c:crossBetween val="{_between(plot)}"/>'
    return Xml(f"<c:valAx>{begin}{head}{ticks}{look}{cross}{_unit(axis)}</c:valAx>")


def _hidden(axis: PlotAxis, sides: _Sides) -> Xml:
    """Return the categories' axis of the second pair, which nobody sees: it says the same as the first."""
    begin = _begin(axis, SECOND[0], True, sides.x)
    return Xml(
        f'<c:catAx>{begin}{_code(GENERAL)}<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="none"/><c:crossAx val="{SECOND[1]}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _begin(axis: PlotAxis, id: int, delete: bool, side: str, has_ends: bool = False, has_days: bool = False) -> Xml:
    """Return what all kinds of axes begin with."""
    log = '<c:logBase val="10"/>' if axis.scale is AxisScale.LOG else ""
    ends = ""
    if has_days:
        ends = f'<c:max val="{serial(axis.most)}"/><c:min val="{serial(axis.least)}"/>'
    elif has_ends:
        ends = f'<c:max val="{number(axis.most)}"/><c:min val="{number(axis.least)}"/>'
    orientation = "maxMin" if axis.reversed else "minMax"
    return Xml(
        f'<c:axId val="{id}"/><c:scaling>{log}<c:orientation val="{orientation}"/>{ends}</c:scaling>'
        f'<c:delete val="{int(delete)}"/><c:axPos val="{side}"/>'
    )


def _unit(axis: PlotAxis) -> Xml:
    return Xml(f'<c:majorUnit val="{number(axis.step)}"/>' if axis.step > 0 else "")


def _code(code: str) -> Xml:
    return Xml(f'<c:numFmt formatCode={attribute(code)} sourceLinked="0"/>')


def _grid(plot: Plot, upright: bool, looks: Looks) -> Xml:
    """Return grid lines that stand upright, or that lie."""
    line = native_line(plot, upright)
    return Xml(f"<c:majorGridlines>{looks.ruled(line)}</c:majorGridlines>" if line else "")


def _has_numbers(plot: Plot) -> bool:
    return any(group.type in BY_XS for group in plot.groups)


def _between(plot: Plot) -> str:
    """Return whether categories have places of their own along their axis, or stand on its ends."""
    axis = plot.x_axis
    if axis and axis.scale is AxisScale.NAMES:
        return "between" if axis.least < -_HALF else "midCat"
    return "between" if any(group.type in BARS for group in plot.groups) else "midCat"


def _aligned(label: TextItem | None) -> Xml:
    """Return to which side the lines of a name are aligned; LibreOffice sets them in the middle."""
    sides = {"left": "l", "right": "r"}
    return Xml(f'<c:lblAlgn val="{sides.get(label.style.align, "ctr") if label else "ctr"}"/>')


def _distance(label: TextItem | None, sides: _Sides) -> Xml:
    """Return how far names stand from their axis, in percent of what programs take for granted.

    Below an axis PowerPoint's would be lower than layout has them. LibreOffice takes no notice of it.
    """
    lower = 0.0 if label is None or sides.lying else lower_in_powerpoint(label.setting.size)
    return Xml(f'<c:lblOffset val="{round(100 * (1 - lower))}"/>')


def _skipped(plot: Plot) -> Xml:
    """Return how many categories have a label together, where not all have one."""
    shown = [label.point for label in plot.categories]
    if len(shown) < 2 or (skip := shown[1] - shown[0]) < 2:
        return Xml("")
    return Xml(f'<c:tickLblSkip val="{skip}"/><c:tickMarkSkip val="{skip}"/>')


def _crossing(plot: Plot, line: Stroke | None, sides: _Sides) -> str:
    """Return where the line of the x axis crosses that of values: at its beginning, its end, or at zero."""
    axis, rect = plot.y_axis, plot.rect
    if line is None or axis is None:
        return "autoZero"
    x, y = line.points[0]
    share = (x - rect.x) / rect.width if sides.lying else (rect.bottom - y) / rect.height
    return _crossing_along(axis, share, min(rect.width, rect.height))


def _crossing_along(axis: PlotAxis, share: float, length: float) -> str:
    """Return where a line crosses an axis which is so many points long, from its share of it on the page."""
    share = 1 - share if axis.reversed else share
    near = 1 / length
    return "min" if share < near else "max" if share > 1 - near else "autoZero"
