"""What is said of names, and of values that an author wished for, that have no room."""

from __future__ import annotations

from deckmaker.layout.findings import Finding
from deckmaker.model.chart import Chart


def lacking(chart: Chart, count: int) -> tuple[Finding, ...]:
    """Return what is said of so many values without room; nothing of none."""
    if not count:
        return ()
    values = "1 value has" if count == 1 else f"{count} values have"
    message, help = f": {values} no room in its chart", "show fewer, or give the chart more room"
    return (Finding("names-left-out", message, chart.span, help),)


def names_lacking(chart: Chart, are_left_out: bool) -> tuple[Finding, ...]:
    """Return what is said of names of categories without room; nothing where all have some, or none is missed."""
    if not are_left_out:
        return ()
    message = f": its chart has {len(chart.categories.names)} names, and no room for all of them"
    return (Finding("names-left-out", message, chart.span, "show fewer categories, or give the chart more room"),)
