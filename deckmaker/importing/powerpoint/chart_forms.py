"""The form in which a chart of PowerPoint stands in a deck: as it is, else the one that loses least and can be drawn.

PowerPoint draws shares of what is below zero, and numbers of any size. A deck does not, and is not built with them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from deckmaker.budget.charts import CHART_VALUES
from deckmaker.importing.imported import Block
from deckmaker.importing.powerpoint.charts import chart_of, lost_of, table_of_chart
from deckmaker.importing.trial import refusal_of

_LOOK = "look at `type` of `chart`"
NOT_THERE = ("a chart whose numbers are not in the file is left out", _LOOK)
"""What is said of a chart of which nothing is known, and what helps."""

_FEWER = "show fewer, such as those of months"


class ChartForm(NamedTuple):
    """The block that a chart becomes, None for none, and what is said of what was lost, each with what helps."""

    block: Block | None
    remarks: list[tuple[str, str]]


def form_of(root: Element, description: str) -> ChartForm:
    """Return a chart, or its table where no deck can draw it."""
    value, table = chart_of(root, description), table_of_chart(root)
    if value:
        why = refusal_of(("chart", value))
        if why is None:
            return ChartForm(("chart", value), list(lost_of(root, value["type"])))
        for other, remark, help in _others(value):
            if refusal_of(("chart", other)) is None:
                return ChartForm(("chart", other), [*lost_of(root, value["type"]), (f"{remark}: {why}", help)])
        remark = f"a chart is there as its table: {why}"
    else:
        remark = "a chart of a kind that decks have not is there as its table"
    if not table:
        return ChartForm(None, [NOT_THERE])
    if why := refusal_of(("table", table)):
        return ChartForm(None, [(f"a chart is left out: {why}", _FEWER)])
    return ChartForm(("table", table), [*lost_of(root, ""), (remark, _LOOK)])


def _others(value: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str, str]]:
    """Yield a chart in other forms, those first that lose less, with what is said of each, and what helps."""
    if value["type"] == "area":  # areas stand on one another always
        other = {key: one for key, one in value.items() if key != "stack"}
        if "stack" in value:
            yield other, "a chart of shares shows the values themselves", "look at `stack` of `chart`"
        yield {**other, "type": "line"}, "areas are there as lines", _LOOK
    elif value.get("stack") == "percent":
        yield {**value, "stack": "true"}, "a chart of shares shows the values themselves", "look at `stack` of `chart`"
    if value["type"] in ("pie", "doughnut"):
        yield {**value, "type": "bar"}, "a pie is there as bars", _LOOK
    if series := value.get("series"):
        most = CHART_VALUES.most // len(series)
        cut = {**value, "series": [{**one, "values": one["values"][:most]} for one in series]}
        if "categories" in value:
            cut["categories"] = value["categories"][:most]
        yield cut, f"points of a chart beyond its first {most:,} are left out", _FEWER
