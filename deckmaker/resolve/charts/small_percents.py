"""Places on an axis of percents that are written as parts of one: 0.5 is half a percent there, and may mean 50 %."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckmaker.language.chart import ChartEntry
from deckmaker.source import DataPath

if TYPE_CHECKING:
    from deckmaker.resolve.resolver import Resolver

_LARGE = 0.02
"""The share that the values of a chart reach where no place of up to one percent is likely."""


def report_small_percents(entry: ChartEntry, path: DataPath, largest: float, resolver: Resolver) -> None:
    """Report numbers of up to one that stand without a sign on an axis whose values go up to a `largest` share."""
    if largest < _LARGE:
        return
    for at, written in _places(entry, resolver.written(path)):
        try:
            value = float(written)
        except ValueError:
            continue  # has a sign, or is a category
        if 0 < abs(value) <= 1:
            message = f"`{written}` is {value:g} percent on an axis of percents"
            help = f"write `{value * 100:g} %` if that is meant, else `{value:g} %`"
            resolver.diagnostics.report("small-percent", message, resolver.tree.value_span((*path, *at)), help)


def _places(entry: ChartEntry, written: dict[str, object]) -> Iterator[tuple[DataPath, str]]:
    """Yield the places along the axis of values as they are written, each with its path below the chart's."""
    for key in ("min", "max"):
        if getattr(entry, key) is not None:
            yield (key,), str(written.get(key, ""))
    for index, line in enumerate(entry.lines):
        if line.axis != "x":
            yield ("lines", index, "at"), line.at
    for index, band in enumerate(entry.bands):
        for key in ("from", "to"):
            if band.axis != "x" and (end := band.__dict__[key]) is not None:
                yield ("bands", index, key), end
