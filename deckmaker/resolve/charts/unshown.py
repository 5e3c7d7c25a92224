"""What a chart says, and its type has no place for: a reader would miss it, and its author not notice."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.diagnostics import Diagnostics
from deckmaker.language.chart import ChartEntry
from deckmaker.model.chart import ChartType
from deckmaker.resolve.charts.drawn import Drawn
from deckmaker.resolve.charts.places import Places

_OVER = ("lines", "bands", "annotations")
_WITHOUT = {
    ChartType.PIE: ("a pie", (*_OVER, "x_title", "y_title")),
    ChartType.DOUGHNUT: ("a doughnut", (*_OVER, "x_title")),
    ChartType.SLOPE: ("a slope", _OVER),
}
"""Types without some axes; nor does anything lie across wedges and slopes, whose numbers and names fill the room."""

_STACKED = (ChartType.COLUMN, ChartType.BAR, ChartType.AREA)
"""Types whose series may stand on one another."""

_SECOND = ("second_title", "second_unit")


def report_unshown(entry: ChartEntry, drawn: Drawn, places: Places, diagnostics: Diagnostics) -> None:
    """Report each key of a chart that is written, and seen nowhere."""
    for key, message, help in _unshown(entry, drawn):
        diagnostics.report("not-shown", message, places.of(key), help)


def _unshown(entry: ChartEntry, drawn: Drawn) -> Iterator[tuple[str, str, str]]:
    """Yield the keys, each with what is said of it and the help."""
    what, without = _WITHOUT.get(drawn.type, ("", ()))
    for key in without:
        if getattr(entry, key):
            yield (
                key,
                f"{what} shows no `{key}`",
                "remove it, say it in the `subtitle` or `note`, or write another `type`",
            )
    if entry.stack and drawn.type not in _STACKED:
        help = "write `type: area` or `type: column`, or remove it"
        yield "stack", f"a chart of the type `{drawn.type.value}` shows no `stack`", help
    if not any(one.on_second_axis for one in drawn.series):
        help = "write `axis: second` at the series that it is for, or remove it"
        for key in _SECOND:
            if getattr(entry, key):
                yield key, f"the chart has no second axis, and shows no `{key}`", help
