"""Charts of our own presentations that other programs have as others: dumbbells, slopes, and small multiples.

What they are called says what they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from deckmaker.importing.imported import Block
from deckmaker.importing.marks import escaped
from deckmaker.importing.powerpoint.order import around
from deckmaker.importing.powerpoint.shapes import Shape
from deckmaker.importing.powerpoint.texts import TextReader
from deckmaker.importing.powerpoint.title_lines import line_of
from deckmaker.importing.told import Told
from deckmaker.importing.trial import refusal_of
from deckmaker.model.geometry import Rect
from deckmaker.template.chart_names import are_multiples, row_in, type_in
from deckmaker.template.numbers import number

OTHER_NUMBERS = (
    "numbers that differ among small multiples are those of the chart that has the name of their series",
    "look whether these are right",
)
"""What is said where somebody changed a series in one chart and not in the others, and what helps."""


class Framed(NamedTuple):
    """A chart and the frame that it was read from."""

    shape: Shape
    block: Block


class OwnCharts:
    """The charts of a slide, with the texts around them."""

    def __init__(self, labels: Sequence[Shape], texts: TextReader, slide: int, told: Told) -> None:
        self._labels, self._texts = labels, texts
        self._slide, self._told = slide, told

    def of(self, charts: Sequence[Framed]) -> Iterator[tuple[Rect | None, Block]]:
        """Yield charts as a deck has them, each with its place."""
        groups: dict[str, list[Framed]] = {}
        for one in charts:
            if are_multiples(one.shape.group):
                groups.setdefault(one.shape.group, []).append(one)
            else:
                yield one.shape.place, self._chart(one)
        for group, members in groups.items():
            whole = self._whole(members, type_in(group))
            places = [one.shape.place for one in members if one.shape.place]
            if whole is not None:
                yield around(places) if places else None, whole
            else:
                yield from ((one.shape.place, _titled(one)) for one in members)

    def _chart(self, framed: Framed) -> Block:
        key, value = framed.block
        kind = type_in(framed.shape.name)
        changed = value
        if kind == "slope" and value.get("type") == "line":
            changed = {**value, "type": kind}
        elif kind == "dumbbell" and value.get("type") == "scatter":
            changed = _dumbbell(value, self._rows(framed.shape))
        is_other = changed is not value and refusal_of((key, changed)) is None
        return key, changed if is_other else value

    def _rows(self, chart: Shape) -> dict[int, str]:
        """Return the names of a dumbbell's rows by their numbers from 0: those in the group that lies on the chart."""
        rows: dict[str, dict[int, str]] = {}
        for one in self._labels:
            if (row := row_in(one.name)) and _lies_on(one, chart):
                rows.setdefault(one.group, {}).setdefault(row - 1, line_of(self._texts.paragraphs(one)))
        return max(rows.values(), key=len, default={})

    def _whole(self, members: Sequence[Framed], kind: str) -> Block | None:
        """Return small multiples as one chart; None where they are no longer of one kind and along the same names."""
        values = [one.block[1] for one in members]
        first = values[0]
        own = [_own_series(one) for one in members]
        is_alike = all(
            (one.get("type"), one.get("categories")) == (first.get("type"), first.get("categories")) for one in values
        )
        if not is_alike or not all(own) or len({one["name"] for one in own}) < len(own):
            return None
        value = {**first, "type": kind or first["type"], "series": own}
        block: Block = ("chart", {"type": value.pop("type"), "multiples": "true", **value})
        if refusal_of(block) is not None:
            return None
        numbers = {one["name"]: one["values"] for one in own}
        others = [one for value in values for one in value["series"] if one["name"] in numbers]
        if any(one["values"] != numbers[one["name"]] for one in others):
            self._told.note(self._slide, *OTHER_NUMBERS)
        return block


def _own_series(framed: Framed) -> dict[str, Any]:
    """Return the series after which one of small multiples is called, or its only one; none where there is no such."""
    series = list(framed.block[1].get("series", ()))
    named = [one for one in series if one["name"] == " ".join(framed.shape.name.split())]
    found = named or series
    return dict(found[0]) if len(found) == 1 else {}


def _titled(framed: Framed) -> Block:
    """Return one of small multiples as a chart of its own, which says what it was called."""
    key, value = framed.block
    return key, {"subtitle": escaped(framed.shape.name), **value}


def _dumbbell(value: dict[str, Any], names: dict[int, str]) -> dict[str, Any]:
    """Return a scatter chart as the dumbbells that it draws: a row a name, at which points stand by their second
    number; the chart itself where a row has no name or a point no row."""
    points = [(one["name"], [(number(row, -1), across) for across, row in one["values"]]) for one in value["series"]]
    rows = {row for _, found in points for row, _ in found}
    if not rows or sorted(names) != list(range(len(names))) or not rows.issubset(names):
        return value
    series = []
    for name, found in points:
        by_row = dict(found)
        series.append({"name": name, "values": [by_row.get(row, "") for row in sorted(names)]})
    kept = {key: one for key, one in value.items() if key not in ("type", "series")}
    return {"type": "dumbbell", "categories": [names[row] for row in sorted(names)], "series": series, **kept}


def _lies_on(label: Shape, chart: Shape) -> bool:
    if label.place is None or chart.place is None:
        return False
    middle = label.place.x + label.place.width / 2, label.place.y + label.place.height / 2
    return chart.place.x <= middle[0] <= chart.place.right and chart.place.y <= middle[1] <= chart.place.bottom
