"""What a chart says, and its type has no place for: a reader would miss it, and its author not notice."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.diagnostics import Diagnostics
from deckmaker.language.chart import ChartEntry
from deckmaker.model.chart import ChartType, Series
from deckmaker.resolve.charts.drawn import Drawn
from deckmaker.resolve.charts.left_out import left_out
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

_WISHED = ("all", "ends", True)
"""What `labels` says where numbers are to stand at marks of every series."""

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
    yield from (("type", message, help) for message, help in left_out(drawn))
    if entry.stack and drawn.type not in _STACKED:
        help = "write `type: area` or `type: column`, or remove it"
        yield "stack", f"a chart of the type `{drawn.type.value}` shows no `stack`", help
    if entry.labels in _WISHED and drawn.type is ChartType.AREA:
        yield "labels", "areas show no numbers beside them", "write `type: line` or `type: column`, or remove it"
    elif entry.labels in _WISHED and any(one.as_line or _is_second_line(one, drawn) for one in drawn.series):
        which = "lines across columns" if any(one.as_line for one in drawn.series) else "lines on a second axis"
        help = "give the line a chart of its own, or say its numbers in the `note`, and remove it"
        yield "labels", f"{which} show no numbers beside them", help
    if not any(one.on_second_axis for one in drawn.series):
        help = "write `axis: second` at the series that it is for, or remove it"
        for key in _SECOND:
            if getattr(entry, key):
                yield key, f"the chart has no second axis, and shows no `{key}`", help


def _is_second_line(series: Series, drawn: Drawn) -> bool:
    return series.on_second_axis and drawn.type is ChartType.LINE
