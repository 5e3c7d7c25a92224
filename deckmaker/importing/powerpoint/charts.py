"""Charts of PowerPoint to charts of a deck: their type, their categories and the numbers that the file keeps of them.

Source: ECMA-376 part 1, 21.2. The numbers are those that PowerPoint shows, which it keeps beside the workbook.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any
from xml.etree.ElementTree import Element

from deckmaker.dataclasses import replace
from deckmaker.importing.marks import escaped
from deckmaker.importing.powerpoint.chart_days import on_calendar
from deckmaker.importing.powerpoint.chart_series import (
    MOST_POINTS,
    MOST_SERIES,
    PAIRS,
    TYPES,
    C,
    Series,
    all_series,
    at,
    categories_of,
    from_1904,
    is_number,
    placed_by_x,
    said,
    title_in,
    with_own_names,
)
from deckmaker.importing.powerpoint.waterfalls import waterfall_of
from deckmaker.template.names import local
from deckmaker.template.numbers import number

_WITH_TWO_AXES = ("combination", "line")
"""Types of charts that have a second axis."""


def chart_of(root: Element, description: str) -> dict[str, Any] | None:
    """Return a chart as a block's value; None for a kind that a deck has not, or without numbers."""
    plots = [one for one in root.iterfind(f"{C}chart/{C}plotArea/*") if one.find(f"{C}ser") is not None]
    if not plots or any(local(one.tag) not in TYPES for one in plots):
        return None
    begin = from_1904(root)
    found = all_series(plots, begin)
    if not found:
        return None
    named = [one for one in found if one.name]
    found = named if any(any(one.values) for one in named) else found  # lines that help to draw others have no name
    if root.find(f"{C}chart/{C}plotArea/{C}dateAx") is not None:
        found = [replace(one, categories=on_calendar(one.categories, begin)) for one in found]
    value = waterfall_of(plots, begin) or _data(plots, with_own_names(found))
    title = (title_in(root.find(f"{C}chart")) or _title_of_itself(root, value, found)) if value else ""
    if value and "values" in value and (name := _shown_by_pie(found).name) not in ("", title):
        value["series"] = [{"name": name, "values": value.pop("values")}]
    if value and title:
        value["subtitle"] = escaped(title)
    if value and description:
        value["alt"] = description
    return value


def values_of(root: Element) -> int:
    """Return how many values a chart has, gaps among them: a point may stand far behind the one before it."""
    count = 0
    for series in islice(root.iter(f"{C}ser"), MOST_SERIES):
        last = max((number(one.get("idx")) for one in series.iter(f"{C}pt")), default=-1) + 1
        stated = max((number(one.get("val")) for one in series.iter(f"{C}ptCount")), default=0)
        count += min(max(last, stated), MOST_POINTS)
    return count


def table_of_chart(root: Element) -> dict[str, Any] | None:
    """Return the numbers of a chart as a table, for kinds of charts that a deck has not; None without numbers."""
    plots = list(root.iterfind(f"{C}chart/{C}plotArea/*"))
    found, _ = placed_by_x(all_series(plots, from_1904(root)))
    if not found:
        return None
    table: dict[str, Any] = {"rows": _rows_of_points(found) or _rows_of_categories(found)}
    if title := title_in(root.find(f"{C}chart")):
        table["caption"] = escaped(title)
    return table


def _rows_of_categories(found: Sequence[Series]) -> list[list[str]]:
    categories = enumerate(categories_of(found))
    rows = [[escaped(name), *(at(one.values, index) for one in found)] for index, name in categories]
    return [["", *(escaped(one.name) for one in found)], *rows]


def _rows_of_points(found: Sequence[Series]) -> list[list[str]]:
    """Return a row for each point of a scatter or bubble chart, of which each series has numbers along x of its own;
    none where a row for each category says all."""
    if any(one.kind not in PAIRS or not any(map(is_number, one.categories)) for one in found):
        return []
    are_bubbles = any(one.sizes for one in found)
    if len(found) == 1 and not are_bubbles:
        return []
    rows = [["", "x", "y", "size"][: 4 if are_bubbles else 3]]
    for one in found:
        for index, value in enumerate(one.values):
            point = [escaped(at(one.categories, index)), value, at(one.sizes, index)]
            rows.append([escaped(one.name), *point[: len(rows[0]) - 1]])
    return rows


def _data(plots: Sequence[Element], found: Sequence[Series]) -> dict[str, Any] | None:
    kinds = list(dict.fromkeys(one.kind for one in found))
    if len(kinds) == 1 and kinds[0] in PAIRS:
        return _pairs(kinds[0], found)
    categories = categories_of(found)
    count = len(categories)
    value: dict[str, Any] = {"type": kinds[0]}
    if set(kinds) == {"column", "line"}:
        value["type"] = "combination"
    elif len(kinds) > 1:
        return None
    elif kinds[0] == "column" and said(plots[0], "barDir") == "bar":
        value["type"] = "bar"
    if stack := _stack(plots, found, value):
        value["stack"] = stack
    if all(one.is_percent for one in found):
        value["format"] = "percent"
    value["categories"] = categories
    if value["type"] in ("pie", "doughnut"):
        value["values"] = [at(_shown_by_pie(found).values, index) for index in range(count)]
        return value
    axes = [{one.get("val") for one in plot.iterfind(f"{C}axId")} for plot in plots]
    value["series"] = []
    for one in found:
        series: dict[str, Any] = {"name": one.name}
        if value["type"] == "combination":
            series["as"] = one.kind
        if value["type"] in _WITH_TWO_AXES and axes[one.plot] != axes[0]:
            series["axis"] = "second"
        series["values"] = [at(one.values, index) for index in range(count)]
        value["series"].append(series)
    return value


def _shown_by_pie(found: Sequence[Series]) -> Series:
    """Return the one series that a pie shows: the first one with values."""
    return next(one for one in found if any(one.values))


def _stack(plots: Sequence[Element], found: Sequence[Series], value: dict[str, Any]) -> str:
    """Return how series stand on one another, and change the type where a deck's kind would show other numbers.

    Areas of a deck stand on one another always, its lines never.
    """
    kind = "column" if value["type"] == "combination" else found[0].kind
    plot = next(plots[one.plot] for one in found if one.kind == kind)
    stack = {"stacked": "true", "percentStacked": "percent"}.get(said(plot, "grouping"), "")
    if kind in ("area", "line"):
        if len(found) > 1:
            value["type"] = "area" if stack else "line"
        return stack if stack == "percent" and value["type"] == "area" else ""
    return stack if kind == "column" else ""


def _pairs(kind: str, found: Sequence[Series]) -> dict[str, Any] | None:
    """Return the points of a scatter or bubble chart, those alone that have all their numbers."""
    series = []
    for one in found:
        across = one.categories if any(one.categories) else [str(index + 1) for index in range(len(one.values))]
        parts = (across, one.values, one.sizes) if kind == "bubble" else (across, one.values)
        points = [list(point) for point in zip(*parts, strict=False) if all(map(is_number, point))]
        if points:
            series.append({"name": one.name, "values": points})
    return {"type": kind, "series": series} if series else None


def _title_of_itself(root: Element, value: dict[str, Any], found: Sequence[Series]) -> str:
    """Return the name of a pie's series, which PowerPoint shows above it unless its title was deleted."""
    chart = root.find(f"{C}chart")
    is_deleted = chart is None or said(chart, "autoTitleDeleted") in ("1", "true")
    return "" if is_deleted or value["type"] not in ("pie", "doughnut") else _shown_by_pie(found).name
