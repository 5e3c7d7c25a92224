"""The form in which a chart of PowerPoint stands in a deck: as it is, else the one that loses least and can be drawn.

PowerPoint draws shares of what is below zero, and numbers of any size. A deck does not, and is not built with them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from deckmaker.budget.charts import CHART_VALUES
from deckmaker.diagnostics import Diagnostic
from deckmaker.importing.imported import Block
from deckmaker.importing.powerpoint.chart_axes import (
    Wish,
    axes_of,
    begin_wishes,
    log_wishes,
    second_axis_wishes,
    title_wishes,
)
from deckmaker.importing.powerpoint.chart_losses import left_out_told, lost_of
from deckmaker.importing.powerpoint.chart_numbers import number_wishes
from deckmaker.importing.powerpoint.chart_series import C
from deckmaker.importing.powerpoint.charts import chart_of, table_of_chart
from deckmaker.importing.trial import refusal_of, refused

LOOK = "look at `type` of `chart`"
NOT_THERE = ("a chart whose numbers are not in the file is left out", LOOK)
"""What is said of a chart of which nothing is known, and what helps."""

FEWER = "show fewer, such as those of months"

_TOO_MANY = "endless-table"
"""The code of what is said of tables with more rows, columns or cells than decks show."""


class ChartForm(NamedTuple):
    """The block that a chart becomes, None for none, and what is said of what was lost, each with what helps."""

    block: Block | None
    remarks: list[tuple[str, str]]


def form_of(root: Element, description: str, is_compared: bool = False) -> ChartForm:
    """Return a chart, or its table where no deck can draw it.

    Of one that is to be compared, formats of numbers say nothing: a program that saves it writes them anew.
    """
    value, remarks = _drawn(root, description)
    if value:
        wishes = list(_wishes(root, value, is_compared))
        return _with_wishes(value, wishes, [*lost_of(root, value["type"]), *remarks])
    table = table_of_chart(root)
    if not table:
        return ChartForm(None, [left_out_told(root)])
    if error := refused(("table", table)):
        return ChartForm(None, [refused_told(error)])
    lost = [(one.remark, one.help) for one in _wishes(root, {}, is_compared)]
    return ChartForm(("table", table), [*lost_of(root, ""), *lost, *remarks])


def refused_told(error: Diagnostic) -> tuple[str, str]:
    """Return what is said of a chart whose table no deck takes for an error, and what helps."""
    help = FEWER if error.code == _TOO_MANY else error.help or LOOK
    return f"a chart is left out: {error.message}", help


def _drawn(root: Element, description: str) -> tuple[dict[str, Any] | None, list[tuple[str, str]]]:
    """Return a chart that decks can draw, None for none, and what is said of the form that it has."""
    value = chart_of(root, description)
    if not value:
        return None, [("a chart of a kind that decks have not is there as its table", LOOK)]
    why = refusal_of(("chart", value))
    if why is None:
        return value, []
    for other, remark, help in _others(value):
        if refusal_of(("chart", other)) is None:
            return other, [(f"{remark}: {why}", help)]
    return None, [(f"a chart is there as its table: {why}", LOOK)]


def _wishes(root: Element, value: dict[str, Any], is_compared: bool) -> Iterator[Wish]:
    """Yield what a chart is to say of its axes and numbers, or, where it became a table, what is said of these."""
    area = root.find(f"{C}chart/{C}plotArea")
    plots = [one for one in area if one.find(f"{C}ser") is not None] if area is not None else []
    axes = axes_of(plots, area)
    yield from title_wishes(axes, value)
    if value:
        yield from log_wishes(axes, value)
        yield from second_axis_wishes(axes, value)
    if value and not is_compared:
        yield from begin_wishes(axes, value)
    if not is_compared:
        yield from number_wishes(plots, axes, value)


def _with_wishes(value: dict[str, Any], wishes: list[Wish], remarks: list[tuple[str, str]]) -> ChartForm:
    """Return a chart with the keys that decks take, and what is said of the others."""
    with_all = value | {key: one for wish in wishes for key, one in wish.keys.items()}
    are_all_taken = with_all == value or refusal_of(("chart", with_all)) is None  # one trial: charts may be large
    for wish in wishes:
        why = "" if not wish.keys else None if are_all_taken else refusal_of(("chart", value | wish.keys))
        if why is None:
            value = value | wish.keys
        else:
            remarks.append((f"{wish.remark}: {why}" if why else wish.remark, wish.help))
    return ChartForm(("chart", value), remarks)


def _others(value: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str, str]]:
    """Yield a chart in other forms, those first that lose less, with what is said of each, and what helps."""
    if value["type"] == "area":  # areas stand on one another always
        other = {key: one for key, one in value.items() if key != "stack"}
        if "stack" in value:
            yield other, "a chart of shares shows the values themselves", "look at `stack` of `chart`"
        yield {**other, "type": "line"}, "areas are there as lines", LOOK
    elif value.get("stack") == "percent":
        yield {**value, "stack": "true"}, "a chart of shares shows the values themselves", "look at `stack` of `chart`"
    if value["type"] in ("pie", "doughnut"):
        yield {**value, "type": "bar"}, "a pie is there as bars", LOOK
    if series := value.get("series"):
        most = CHART_VALUES.most // len(series)
        cut = {**value, "series": [{**one, "values": one["values"][:most]} for one in series]}
        if "categories" in value:
            cut["categories"] = value["categories"][:most]
        yield cut, f"points of a chart beyond its first {most:,} are left out", FEWER
