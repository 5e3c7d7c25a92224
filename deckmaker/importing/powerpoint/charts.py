"""Charts of PowerPoint to charts of a deck: their type, their categories and the numbers that the file keeps of them.

Source: ECMA-376 part 1, 21.2. The numbers are those that PowerPoint shows, which it keeps beside the workbook.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import Any
from xml.etree.ElementTree import Element

from deckmaker.dataclasses import dataclass, replace
from deckmaker.importing.marks import escaped
from deckmaker.patterns import pattern
from deckmaker.template.names import A, local
from deckmaker.template.numbers import number

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_TYPES = {
    **dict.fromkeys(("barChart", "bar3DChart"), "column"),
    **dict.fromkeys(("lineChart", "line3DChart"), "line"),
    **dict.fromkeys(("areaChart", "area3DChart"), "area"),
    **dict.fromkeys(("pieChart", "pie3DChart", "ofPieChart"), "pie"),
    "doughnutChart": "doughnut",
    "scatterChart": "scatter",
    "bubbleChart": "bubble",
}
_MOST_POINTS, _MOST_SERIES = 10_000, 50
"""Points of one series, those of a chart of a year's hours; series of a chart. More are left out."""

_DATE_FORMAT = pattern(r"(?i)yy|mmm|d[/. -]m|m[/. -]d")
_LAST_DAY = 2_958_466
"""The one after 31 December 9999."""

_LITERAL = pattern(r"\"[^\"]*\"|\\.")
"""What a format of numbers shows as it is typed: a percent sign there makes no hundredfold (18.8.30)."""

_EPOCH = date(1899, 12, 30)
"""Day 0 of a workbook whose days count from 1900, from March on (ECMA-376 part 1, 18.17.4.1)."""


@dataclass(frozen=True, slots=True)
class _Series:
    name: str
    categories: list[str]
    values: list[str]
    sizes: list[str]
    plot: int
    kind: str
    is_percent: bool


def chart_of(root: Element, description: str) -> dict[str, Any] | None:
    """Return a chart as a block's value; None for a kind that a deck has not, or without numbers."""
    plots = [one for one in root.iterfind(f"{_C}chart/{_C}plotArea/*") if one.find(f"{_C}ser") is not None]
    if not plots or any(local(one.tag) not in _TYPES for one in plots):
        return None
    found = _all_series(plots)
    if not found:
        return None
    found = [one for one in found if one.name] or found  # lines that help to draw others have no name
    if root.find(f"{_C}chart/{_C}plotArea/{_C}dateAx") is not None:
        found = [replace(one, categories=[_day(name) for name in one.categories]) for one in found]
    value = _data(plots, _with_own_names(found))
    if value and (title := _title(root) or _title_of_itself(root, value, found)):
        value["subtitle"] = escaped(title)
    if value and description:
        value["alt"] = description
    return value


def values_of(root: Element) -> int:
    """Return how many values a chart has, gaps among them: a point may stand far behind the one before it."""
    count = 0
    for series in islice(root.iter(f"{_C}ser"), _MOST_SERIES):
        last = max((number(one.get("idx")) for one in series.iter(f"{_C}pt")), default=-1) + 1
        said = max((number(one.get("val")) for one in series.iter(f"{_C}ptCount")), default=0)
        count += min(max(last, said), _MOST_POINTS)
    return count


def lost_of(root: Element, kind: str) -> Iterator[tuple[str, str]]:
    """Yield what is left out of a chart that became one of this kind, or a table, and what helps."""
    plots = list(root.iterfind(f"{_C}chart/{_C}plotArea/*"))
    elements = [one for plot in plots for one in plot.iterfind(f"{_C}ser")]
    found = _all_series(plots)
    if len(elements) > _MOST_SERIES:
        yield f"series of a chart beyond its first {_MOST_SERIES} are left out", "show fewer, or make two charts"
    if any(number(one.get("idx")) >= _MOST_POINTS for series in elements for one in series.iter(f"{_C}pt")):
        yield f"points of a chart beyond its first {_MOST_POINTS:,} are left out", "show fewer, such as those of months"
    if kind in ("pie", "doughnut") and len(found) > 1:
        yield "a pie shows one series: others are left out", "show them as `bar`, with `stack: percent`"
    elif kind and any(one.name for one in found) and not all(one.name for one in found):
        yield "a series of a chart without a name is left out", "name it in PowerPoint, if it is one to be shown"


def table_of_chart(root: Element) -> dict[str, Any] | None:
    """Return the numbers of a chart as a table, for kinds of charts that a deck has not; None without numbers."""
    plots = list(root.iterfind(f"{_C}chart/{_C}plotArea/*"))
    found = _all_series(plots)
    if not found:
        return None
    names = [escaped(one.name) for one in found]
    categories = _categories(found)
    rows = [[escaped(name), *(_at(one.values, index) for one in found)] for index, name in enumerate(categories)]
    return {"rows": [["", *names], *rows]}


def _data(plots: Sequence[Element], found: Sequence[_Series]) -> dict[str, Any] | None:
    kinds = list(dict.fromkeys(one.kind for one in found))
    if kinds in (["scatter"], ["bubble"]):
        return _pairs(kinds[0], found)
    categories = _categories(found)
    count = len(categories)
    value: dict[str, Any] = {"type": kinds[0]}
    if set(kinds) == {"column", "line"}:
        value["type"] = "combination"
    elif len(kinds) > 1:
        return None
    elif kinds[0] == "column" and _said(plots[0], "barDir") == "bar":
        value["type"] = "bar"
    if stack := _stack(plots, found, value):
        value["stack"] = stack
    if all(one.is_percent for one in found):
        value["format"] = "percent"
    value["categories"] = categories
    if value["type"] in ("pie", "doughnut"):
        value["values"] = [_at(found[0].values, index) for index in range(count)]
        return value
    axes = [{one.get("val") for one in plot.iterfind(f"{_C}axId")} for plot in plots]
    value["series"] = []
    for one in found:
        series: dict[str, Any] = {"name": one.name}
        if value["type"] == "combination":
            series["as"] = one.kind
            if axes[one.plot] != axes[0]:
                series["axis"] = "second"
        series["values"] = [_at(one.values, index) for index in range(count)]
        value["series"].append(series)
    return value


def _stack(plots: Sequence[Element], found: Sequence[_Series], value: dict[str, Any]) -> str:
    """Return how series stand on one another, and change the type where a deck's kind would show other numbers.

    Areas of a deck stand on one another always, its lines never.
    """
    kind = "column" if value["type"] == "combination" else found[0].kind
    plot = next(plots[one.plot] for one in found if one.kind == kind)
    stack = {"stacked": "true", "percentStacked": "percent"}.get(_said(plot, "grouping"), "")
    if kind in ("area", "line"):
        if len(found) > 1:
            value["type"] = "area" if stack else "line"
        return stack if stack == "percent" and value["type"] == "area" else ""
    return stack if kind == "column" else ""


def _categories(found: Sequence[_Series]) -> list[str]:
    """Return a name for each value: that of its category, or its number."""
    categories = max((one.categories for one in found), key=len)
    count = max(len(categories), *(len(one.values) for one in found))
    return [_at(categories, index) or str(index + 1) for index in range(count)]


def _pairs(kind: str, found: Sequence[_Series]) -> dict[str, Any] | None:
    """Return the points of a scatter or bubble chart, those alone that have all their numbers."""
    series = []
    for one in found:
        across = one.categories if any(one.categories) else [str(index + 1) for index in range(len(one.values))]
        parts = (across, one.values, one.sizes) if kind == "bubble" else (across, one.values)
        points = [list(point) for point in zip(*parts, strict=False) if all(map(_is_number, point))]
        if points:
            series.append({"name": one.name, "values": points})
    return {"type": kind, "series": series} if series else None


def _all_series(plots: Sequence[Element]) -> list[_Series]:
    """Return the series that have values; of those that draw the same cells in the same way, such as for labels on a
    second side, the first."""
    elements = [(one, index, plot) for index, plot in enumerate(plots) for one in plot.iterfind(f"{_C}ser")]
    found: list[_Series] = []
    drawn: set[tuple[str, ...]] = set()
    for element, index, plot in elements[:_MOST_SERIES]:
        cells = tuple(one.text or "" for one in element.iter(f"{_C}f"))
        if cells and (plot.tag, *cells) in drawn:
            continue
        drawn.add((plot.tag, *cells))
        series = _series(element, index, plot)
        if any(series.values):
            found.append(series)
    return found


def _series(element: Element, plot: int, around: Element) -> _Series:
    names = [*_cache(element.find(f"{_C}tx")), *(one.text or "" for one in element.iterfind(f"{_C}tx/{_C}v"))]
    is_pairs = element.find(f"{_C}xVal") is not None or element.find(f"{_C}yVal") is not None
    values = element.find(f"{_C}{'yVal' if is_pairs else 'val'}")
    code = next((one.text or "" for one in values.iter(f"{_C}formatCode")), "") if values is not None else ""
    return _Series(
        " ".join(" ".join(names).split()),
        _cache(element.find(f"{_C}{'xVal' if is_pairs else 'cat'}")),
        _numbers(values),
        _numbers(element.find(f"{_C}bubbleSize")),
        plot,
        _TYPES.get(local(around.tag), ""),
        "%" in _LITERAL.sub("", code),
    )


def _cache(element: Element | None) -> list[str]:
    """Return what the file keeps of names or numbers, '' for gaps; of names in levels, those of the lowest."""
    if element is None:
        return []
    found = next((one for one in element.iter() if local(one.tag) in _CACHES), None)
    if found is None:
        return []
    code = found.findtext(f"{_C}formatCode") or ""
    level = found.find(f"{_C}lvl")
    points = list((level if level is not None else found).iterfind(f"{_C}pt"))
    said = found.find(f"{_C}ptCount")
    count = min(number(said.get("val")) if said is not None else 0, _MOST_POINTS)
    texts = {number(one.get("idx")): one.findtext(f"{_C}v") or "" for one in points}
    is_date = local(found.tag) in ("numCache", "numLit") and bool(_DATE_FORMAT.search(_LITERAL.sub(_sign_of, code)))
    count = max(count, min(max(texts, default=-1) + 1, _MOST_POINTS))
    return [_shown(texts.get(index, ""), is_date) for index in range(count)]


def _numbers(element: Element | None) -> list[str]:
    """Return numbers, '' for gaps and for what a workbook could not compute, such as `#REF!`."""
    return [one if _is_number(one) else "" for one in _cache(element)]


_CACHES = ("strCache", "numCache", "strLit", "numLit", "multiLvlStrCache")


def _shown(text: str, is_date: bool) -> str:
    """Return a name on one line, a number without what floats add to it, a day as it is written in a deck."""
    words = " ".join(text.split())
    if not _is_number(words):
        return words
    if is_date:
        return _day(words)
    return f"{float(words):.15g}" if "e" not in f"{float(words):.15g}" else words


def _sign_of(found: re.Match[str]) -> str:
    """Return what a format of numbers shows as it is typed: a sign between the parts of a date, else nothing."""
    return found[0][1] if found[0][0] == "\\" else ""


def _day(text: str) -> str:
    """Return a day that a workbook counts as it is written in a deck; any other text as it is."""
    if not _is_number(text) or not 0 < float(text) < _LAST_DAY:
        return text
    return (_EPOCH + timedelta(days=int(float(text)))).isoformat()


def _is_number(text: str) -> bool:
    return bool(pattern(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?").fullmatch(text))


def _with_own_names(found: Sequence[_Series]) -> list[_Series]:
    """Return series each of which has a name of its own."""
    taken: set[str] = set()
    named = []
    for index, one in enumerate(found, start=1):
        base = name = one.name or f"Series {index}"
        again = 2
        while name in taken:
            name, again = f"{base} ({again})", again + 1
        taken.add(name)
        named.append(replace(one, name=name))
    return named


def _title_of_itself(root: Element, value: dict[str, Any], found: Sequence[_Series]) -> str:
    """Return the name of a pie's series, which PowerPoint shows above it unless its title was deleted."""
    chart = root.find(f"{_C}chart")
    is_deleted = chart is None or _said(chart, "autoTitleDeleted") in ("1", "true")
    return "" if is_deleted or value["type"] not in ("pie", "doughnut") else found[0].name


def _title(root: Element) -> str:
    title = root.find(f"{_C}chart/{_C}title")
    return " ".join("".join(one.text or "" for one in title.iter(f"{A}t")).split()) if title is not None else ""


def _said(element: Element, name: str) -> str:
    found = element.find(f"{_C}{name}")
    return (found.get("val") or "") if found is not None else ""


def _at(values: Sequence[str], index: int) -> str:
    return values[index] if index < len(values) else ""
