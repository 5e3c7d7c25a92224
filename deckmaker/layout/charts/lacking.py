"""What is said of values that an author wished for and that have no room."""

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
