"""Charts of the kinds that PowerPoint has since 2016: a waterfall to a waterfall of a deck, others to their tables.

Source: [MS-ODRAWXML] 2.24.3, the part `chartex`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from deckmaker.importing.marks import escaped
from deckmaker.importing.powerpoint.chart_forms import FEWER, LOOK, ChartForm, refused_told
from deckmaker.importing.powerpoint.chart_losses import gaps_told, with_names
from deckmaker.importing.powerpoint.chart_series import (
    MOST_LEVELS,
    MOST_POINTS,
    MOST_SERIES,
    at,
    is_number,
    joined_levels,
    on_one_line,
    shown,
    typed_lines,
)
from deckmaker.importing.seen_texts import seen_line
from deckmaker.importing.trial import refusal_of, refused
from deckmaker.template.numbers import number

_CX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
LEFT_OUT = ("a chart of a newer kind of PowerPoint is left out", "write its numbers in a `chart` or a `table`")
"""What is said of one whose data cannot be read, and what helps."""

_WATERFALL = "waterfall"
_SIZES = ("val", "size", "y", "x")
"""Kinds of lists of numbers, those first that a chart shows."""


class _Data(NamedTuple):
    """Numbers of a series with the names that they belong to, and what it is called."""

    name: str
    categories: list[str]
    values: list[str]
    series: Element


def new_values_of(root: Element) -> int:
    """Return how many values a chart has, gaps among them."""
    every = islice(root.iterfind(f"{_CX}chartData/{_CX}data"), MOST_SERIES)
    return sum(max((_count(level) for level in one.iterfind(f"{_CX}numDim/{_CX}lvl")), default=0) for one in every)


def form_of_new(root: Element, description: str) -> ChartForm:
    """Return a chart of a newer kind as a waterfall or as its table; nothing where it says no numbers."""
    found = list(_series(root))
    if not any(any(one.values) for one in found):
        names = [_title(root.find(f"{_CX}chart/{_CX}title"))]
        for one in found:
            names += [one.name, *one.categories]
        return ChartForm(None, [(with_names(LEFT_OUT[0], names), LEFT_OUT[1])])
    kind = found[0].series.get("layoutId", "")
    title = escaped(_title(root.find(f"{_CX}chart/{_CX}title")))
    remarks = list(_lost(root))
    if kind == _WATERFALL and len(found) == 1 and (value := _waterfall(found[0])):
        value |= {"subtitle": title} if title else {}
        value |= {"alt": description} if description else {}
        if refusal_of(("chart", value)) is None:
            return ChartForm(("chart", value), remarks)
    table = _table(found) | ({"caption": title} if title else {})
    if error := refused(("table", table)):
        return ChartForm(None, [refused_told(error)])
    return ChartForm(
        ("table", table), [("a chart of a kind that decks have not is there as its table", LOOK), *remarks]
    )


def _waterfall(one: _Data) -> dict[str, Any] | None:
    """Return a waterfall; None where its totals have names that others have, too."""
    names = [at(one.categories, index) or str(index + 1) for index in range(len(one.values))]
    places = {number(found.get("val")) for found in one.series.iterfind(f"{_CX}layoutPr/{_CX}subtotals/{_CX}idx")}
    totals = [name for index, name in enumerate(names) if index in places]
    if any(names.count(name) > 1 for name in totals):
        return None
    value: dict[str, Any] = {"type": "waterfall", "categories": names, "values": one.values}
    return {**value, "totals": totals} if totals else value


def _table(found: Sequence[_Data]) -> dict[str, Any]:
    categories = max((one.categories for one in found), key=len)
    count = max(len(categories), *(len(one.values) for one in found))
    rows = [
        [escaped(at(categories, index) or str(index + 1)), *(at(one.values, index) for one in found)]
        for index in range(count)
    ]
    return {"rows": [["", *(escaped(one.name) for one in found)], *rows]}


def _lost(root: Element) -> Iterator[tuple[str, str]]:
    """Yield what is left out of a chart that became a waterfall or a table."""
    if len(list(root.iterfind(f"{_CX}chartData/{_CX}data"))) > MOST_SERIES:
        yield f"series of a chart beyond its first {MOST_SERIES} are left out", "show fewer, or make two charts"
    if any(number(one.get("idx")) >= MOST_POINTS for one in root.iter(f"{_CX}pt")):
        yield f"points of a chart beyond its first {MOST_POINTS:,} are left out", FEWER
    every = islice(root.iterfind(f"{_CX}chartData/{_CX}data"), MOST_SERIES)
    numbers = [text for one in every for text in _list(one, "numDim")]
    yield from gaps_told(list(dict.fromkeys(text for text in numbers if text and not is_number(text))))
    if any(len(one.findall(f"{_CX}numDim")) > 1 for one in root.iterfind(f"{_CX}chartData/{_CX}data")):
        yield "numbers that colour a chart are left out", "write them in a `table` beside the others"
    if any(_title(one) for one in root.iterfind(f"{_CX}chart/{_CX}plotArea/{_CX}axis/{_CX}title")):
        yield "the title of an axis of a chart is left out", "say it in the `subtitle` or the `note` of the chart"


def _series(root: Element) -> Iterator[_Data]:
    """Yield the series with their data; what shows the same data again, such as a line of sums, is none."""
    data = {one.get("id", ""): one for one in root.iterfind(f"{_CX}chartData/{_CX}data")}
    every = list(root.iterfind(f"{_CX}chart/{_CX}plotArea/{_CX}plotAreaRegion/{_CX}series"))
    taken: set[str] = set()
    for one in every[:MOST_SERIES]:
        said = one.find(f"{_CX}dataId")
        id = said.get("val", "") if said is not None else ""
        if id in taken or id not in data:
            continue
        taken.add(id)
        numbers, names = _list(data[id], "numDim"), _list(data[id], "strDim")
        called = one.findtext(f"{_CX}tx/{_CX}txData/{_CX}v") or ""
        yield _Data(seen_line(called), names, [value if is_number(value) else "" for value in numbers], one)


def _list(data: Element, kind: str) -> list[str]:
    """Return the names or the numbers that a chart shows of its data; names in levels are joined."""
    found = min(data.iterfind(f"{_CX}{kind}"), key=_place, default=None)
    levels = list(found.iterfind(f"{_CX}lvl"))[:MOST_LEVELS] if found is not None else []
    count = max(map(_count, levels), default=0)
    texts = [{number(one.get("idx")): one.text or "" for one in level.iterfind(f"{_CX}pt")} for level in levels]
    as_shown = shown if kind == "numDim" else on_one_line
    return joined_levels([[as_shown(one.get(index, "")) for index in range(count)] for one in texts]) if texts else []


def _place(dimension: Element) -> int:
    kind = dimension.get("type", "")
    return _SIZES.index(kind) if kind in _SIZES else len(_SIZES) * (kind != "cat")


def _count(level: Element) -> int:
    last = max((number(one.get("idx")) for one in level.iterfind(f"{_CX}pt")), default=-1)
    return min(max(number(level.get("ptCount")), last + 1), MOST_POINTS)


def _title(element: Element | None) -> str:
    """Return the words of a title, typed or those of a cell."""
    if element is None:
        return ""
    return typed_lines(element) or seen_line(element.findtext(f"{_CX}tx/{_CX}txData/{_CX}v") or "")
