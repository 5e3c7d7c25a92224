"""Axes of a chart of PowerPoint as a deck says them: what they are called, and whether they count in powers.

Source: ECMA-376 part 1, 21.2.2.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from deckmaker.importing.marks import escaped
from deckmaker.importing.powerpoint.chart_series import C, is_number, is_on, said, title_in
from deckmaker.template.names import local

_OF_CATEGORIES = ("catAx", "dateAx")
_OF_VALUES = "valAx"
_LYING = ("b", "t")
"""Sides at which the x axis of a scatter chart may stand, which is one of values, too."""

AXIS_TITLE_LEFT_OUT = (
    "the title of an axis of a chart is left out",
    "say it in the `subtitle` or the `note` of the chart",
)
"""What is said of a title that a chart has no place for, and what helps."""

_BY_XS = ("scatterChart", "bubbleChart")


class Axes(NamedTuple):
    """The axes of a chart that a deck has a place for, as far as the chart has them, and all that it shows."""

    x: Element | None = None
    values: Element | None = None
    second: Element | None = None
    shown: tuple[Element, ...] = ()


class Wish(NamedTuple):
    """Keys that a chart is to have, and what is said where it cannot have them, with what helps."""

    keys: dict[str, Any]
    remark: str
    help: str


def axes_of(plots: Sequence[Element], area: Element | None) -> Axes:
    """Return the axes of plots with series, which stand beside them in the `area`; the first plot's are the first."""
    if area is None or not plots:
        return Axes()
    every = [one for one in area if local(one.tag) in (*_OF_CATEGORIES, _OF_VALUES)]
    x, values = _pair(plots[0], every)
    others = (_pair(plot, every)[1] for plot in plots[1:])
    second = next((one for one in others if one is not None and one is not values), None)
    return Axes(x, values, second, tuple(one for one in every if not is_on(one, "delete")))


def title_wishes(axes: Axes, value: dict[str, Any]) -> Iterator[Wish]:
    """Yield what the axes are called; a chart that became a table has an empty `value`."""
    has_second = any("axis" in one for one in value.get("series", ()))
    places = {"x_title": axes.x, "y_title": axes.values, "second_title": axes.second if has_second else None}
    keys: dict[str, Any] = {}
    for key, axis in places.items():
        if value and axis is not None and axis in axes.shown and (title := title_in(axis)):
            keys[key] = escaped(title)
    taken = [axis for key, axis in places.items() if key in keys]
    if keys:
        yield Wish(keys, *AXIS_TITLE_LEFT_OUT)
    if any(title_in(one) for one in axes.shown if one not in taken):
        yield Wish({}, *AXIS_TITLE_LEFT_OUT)


def log_wishes(axes: Axes, value: dict[str, Any]) -> Iterator[Wish]:
    """Yield which axes count in powers."""
    is_by_xs = value["type"] in ("scatter", "bubble")
    has_x, has_values = (is_by_xs and _is_log(axes.x)), _is_log(axes.values)
    remark = "the logarithmic axis of a chart counts evenly"
    help = "write `type: line` and `log: true`, if powers matter"
    if has_x or has_values:
        log = "both" if has_x and has_values else "x" if has_x else "true"
        yield Wish({"log": log}, remark, help)
    if _is_log(axes.second):
        yield Wish({}, remark, help)


def begin_wishes(axes: Axes, value: dict[str, Any]) -> Iterator[Wish]:
    """Yield where the axis of a waterfall begins above zero, which no program chooses by itself."""
    scaling = axes.values.find(f"{C}scaling") if axes.values is not None and not _is_log(axes.values) else None
    begin = said(scaling, "min") if scaling is not None else ""
    if value["type"] == "waterfall" and is_number(begin) and float(begin) > 0:
        remark = "the axis of a waterfall that began above zero begins where it does by itself"
        yield Wish({"min": begin}, remark, "write `min`, if it is to begin there")


def second_axis_wishes(axes: Axes, value: dict[str, Any]) -> Iterator[Wish]:
    """Yield what is said of a second axis that a chart has no place for."""
    if axes.second is not None and not any("axis" in one for one in value.get("series", ())):
        help = "write `type: combination`, and `axis: second` at its lines, or make two charts"
        yield Wish({}, "all series of a chart are along one axis, where some had a second one", help)


def _pair(plot: Element, every: Sequence[Element]) -> tuple[Element | None, Element | None]:
    """Return the axes of a plot: that of categories, or along x, and that of values."""
    ids = {one.get("val") for one in plot.iterfind(f"{C}axId")}
    own = [one for one in every if said(one, "axId") in ids]
    if local(plot.tag) in _BY_XS:
        along = [one for one in own if said(one, "axPos") in _LYING]
    else:
        along = [one for one in own if local(one.tag) in _OF_CATEGORIES]
    values = [one for one in own if one not in along and local(one.tag) == _OF_VALUES]
    return next(iter(along), None), next(iter(values), None)


def _is_log(axis: Element | None) -> bool:
    return axis is not None and axis.find(f"{C}scaling/{C}logBase") is not None
