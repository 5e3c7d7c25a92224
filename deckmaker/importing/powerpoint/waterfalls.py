"""Waterfalls of our own to waterfalls: in the file, they are stacked columns on a base that nobody sees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import isclose
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from deckmaker.importing.powerpoint.chart_series import C, Series, at, categories_of, read_series, said, shown
from deckmaker.importing.trial import refusal_of
from deckmaker.layout.charts.waterfall import DOWN, TOTAL, UP
from deckmaker.localization.decimals import added
from deckmaker.template.names import A, local

_SCHEME = {"accent1": UP, "accent2": DOWN}
"""What columns mean, by their colours of the scheme; sums have another one. Some programs keep no such colours."""

_MOST = 7
"""Series: the base, and what is added, taken away and summed, each above zero and below it."""

_NEAR = 1e-9
_HEX = 6
"""Letters of a colour by its parts of red, green and blue; no name of a scheme's colour has so many."""


class _Column(NamedTuple):
    """What a column means, and how the file draws it: above its base, below zero as a number below zero."""

    kind: str
    value: float
    base: float
    drawn: float


def waterfall_of(plots: Sequence[Element], from_1904: bool) -> dict[str, Any] | None:
    """Return a waterfall as a block's value; None for stacked columns that are none, or that no deck takes as one."""
    elements = [one for plot in plots for one in plot.iterfind(f"{C}ser")]
    if len(plots) != 1 or local(plots[0].tag) != "barChart" or not 2 <= len(elements) <= _MOST:
        return None
    base, *others = (read_series(one, 0, plots[0], from_1904) for one in elements)
    fills = [_fill(one) for one in elements]
    is_stacked = said(plots[0], "grouping") == "stacked" and said(plots[0], "barDir") == "col"
    if not is_stacked or base.name or fills[0] or len({one.name for one in others}) > 1 or "" in fills[1:]:
        return None
    names = categories_of([base, *others])
    readings = (list(_columns(base, others, kinds, len(names))) for kinds in _kinds(fills[1:]))
    columns = max(readings, key=_matches, default=[])
    if len(columns) != len(names) or 2 * _matches(columns) < len(names):
        return None
    value = _value(names, columns, others[0].name)
    if all(one.is_percent for one in others):
        value["format"] = "percent"
    return value if refusal_of(("chart", value)) is None else None


def _fill(series: Element) -> str:
    """Return the colour of a series' columns as the file says it, '' for none."""
    color = next(iter(series.findall(f"{C}spPr/{A}solidFill/*")), None)
    return "" if color is None else color.get("val", "")


def _kinds(fills: Sequence[str]) -> Iterator[list[str]]:
    """Yield what the columns of each series may mean, by their colours, else by the order in which we write them."""
    own = list(dict.fromkeys(fills))
    if any(len(one) != _HEX for one in own):
        yield [_SCHEME.get(one, TOTAL) for one in fills]
        return
    for kinds in combinations((UP, DOWN, TOTAL), len(own)):
        yield [kinds[own.index(one)] for one in fills]


def _columns(base: Series, others: Sequence[Series], kinds: Sequence[str], count: int) -> Iterator[_Column]:
    """Yield the columns of a chart; none for a place at which there is none, or two that mean different things."""
    for index in range(count):
        every = [(kind, at(one.values, index)) for kind, one in zip(kinds, others, strict=True)]
        parts = [(kind, float(value)) for kind, value in every if value]
        if len({kind for kind, _ in parts}) != 1:
            continue
        (kind, value), *others_of_it = parts
        signed = value if kind == TOTAL else -abs(value) if kind == DOWN else abs(value)
        for _, part in others_of_it:  # what stands below zero of one that reaches across it
            signed = added(signed, -abs(part) if kind == DOWN else abs(part))
        yield _Column(kind, signed, float(at(base.values, index) or 0), sum(part for _, part in parts))


def _matches(columns: Sequence[_Column]) -> int:
    """Return how many columns stand where a waterfall has them: somebody may have changed a number among them."""
    level, found = 0.0, 0
    for one in columns:
        begin, level = (0.0, one.value) if one.kind == TOTAL else (level, added(level, one.value))
        low, high = sorted((begin, level))
        base = low if low > 0 else high if high < 0 else 0.0
        drawn = max(high, 0.0) - max(low, 0.0) + min(low, 0.0) - min(high, 0.0)
        pairs = ((base, one.base), (drawn, one.drawn))
        found += all(isclose(ours, its, rel_tol=_NEAR, abs_tol=_NEAR) for ours, its in pairs)
    return found


def _value(names: Sequence[str], columns: Sequence[_Column], name: str) -> dict[str, Any]:
    """Return a waterfall of columns. A total whose name another column has, too, is one that has no value."""
    totals = [name for name, one in zip(names, columns, strict=True) if one.kind == TOTAL]
    are_alone = all(names.count(one) == 1 for one in totals)
    values = [shown(repr(one.value)) if one.kind != TOTAL or are_alone else "" for one in columns]
    value: dict[str, Any] = {"type": "waterfall", "categories": list(names)}
    value |= {"series": [{"name": name, "values": values}]} if name else {"values": values}
    return {**value, "totals": totals} if totals and are_alone else value
