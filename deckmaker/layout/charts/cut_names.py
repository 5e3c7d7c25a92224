"""What is said of names in a chart that are cut for want of room: above all, of two that read the same then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from deckmaker.diagnostics.shortening import shortened
from deckmaker.layout.charts.drawing import Drawing
from deckmaker.layout.document import Placed, TextItem
from deckmaker.layout.findings import Finding
from deckmaker.model.chart import Chart

_CUT = "…"
_HELP = "write shorter ones, or give the chart more room"


def cut_names(chart: Chart, drawing: Drawing) -> Iterator[Finding]:
    """Yield what is said of names of categories, series and points that a drawing shows in part."""
    placed = (label.placed for plot in drawing.plots for label in plot.labels)
    shown = {*_words(chain(placed, drawing.around))}
    parts = sorted({one.partition(_CUT)[0].rstrip() for one in shown if _CUT in one} - {""})
    if not parts:
        return
    names = [name for name in _names(chart) if not any(one.startswith(name) for one in shown)]
    cut: list[str] = []
    for part in parts:
        own = [name for name in names if name.startswith(part)]
        if len(own) > 1:
            first, second = (f"`{shortened(one)}`" for one in own[:2])
            message = f": {first} and {second} read the same in its chart, where they are cut"
            yield Finding("names-alike", message, chart.span, _HELP)
            return
        cut += own
    if cut:
        which = f"the name `{shortened(cut[0])}` is" if len(cut) == 1 else f"{len(cut)} names are"
        yield Finding("shortened-name", f": {which} cut in its chart", chart.span, _HELP)


def _names(chart: Chart) -> Iterable[str]:
    """Return the names of a chart, each once and on one line, but for those that have an ellipsis of their own."""
    points = chain.from_iterable(one.names for one in chart.series)
    every = (" ".join(one.split()) for one in (*chart.categories.names, *(one.name for one in chart.series), *points))
    return dict.fromkeys(one for one in every if one and _CUT not in one)


def _words(placed: Iterable[Placed]) -> Iterator[str]:
    """Yield the texts of what is placed, each on one line: a name stands alone, or before its value."""
    for one in placed:
        for leaf in one.leaves:
            if isinstance(leaf.item, TextItem):
                yield from (" ".join(part.paragraph.text.split()) for part in leaf.item.setting.paragraphs)
