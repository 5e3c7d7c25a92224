"""Numbers, and days too early for spreadsheets, that stand evenly along an axis, however far they are apart."""

from __future__ import annotations

from itertools import pairwise

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.localization.dates import FIRST_IN_SHEETS
from deckmaker.localization.typed_numbers import number_in
from deckmaker.model.chart import Chart, ChartType

_FEWEST, _MOST = 3, 200
"""Names that are looked at: of two, any distance is even, and of many, nobody reads single ones."""

_EVEN = 0.01
"""Of the largest distance: by which others may be smaller, as those of rounded numbers are."""

_MONTHLY = 0.15
"""The same of days: months have 28 to 31 of them, and quarters 90 to 92."""


def report_uneven_numbers(chart: Chart, span: Span, diagnostics: Diagnostics) -> None:
    """Report names of a line's or an area's points that are numbers in order, and not at even distances."""
    names = chart.categories.names
    if chart.type not in (ChartType.LINE, ChartType.AREA) or chart.categories.unit is not None:
        return
    if not _FEWEST <= len(names) <= _MOST:
        return
    read = [number_in(one, "point") for one in names]
    numbers = [float(one.value) for one in read if one]
    if len(numbers) < len(names):
        return
    steps = [after - before for before, after in pairwise(numbers)]
    if min(steps) * max(steps) <= 0 or min(map(abs, steps)) >= (1 - _EVEN) * max(map(abs, steps)):
        return
    first = ", ".join(f"`{one}`" for one in names[:4]) + (" …" if len(names) > 4 else "")
    message = f"the numbers {first} are at uneven distances, and stand at even ones along the axis"
    diagnostics.report("uneven-numbers", message, span, "write `type: scatter` to have each where its value is")


def report_early_dates(chart: Chart, span: Span, diagnostics: Diagnostics) -> None:
    """Report dates of a line or an area at uneven distances of which one is before all that spreadsheets can hold.

    A native chart has them as names, one step from each to the next.
    """
    days = chart.categories.dates
    if chart.type not in (ChartType.LINE, ChartType.AREA) or not days or days[0] >= FIRST_IN_SHEETS:
        return
    steps = [(after - before).days for before, after in pairwise(days)]
    if not steps or min(steps) >= (1 - _MONTHLY) * max(steps):
        return
    message = (
        f"`{chart.categories.names[0]}` is before March 1900, where dates of PowerPoint's charts begin: there, the "
        "dates stand at even distances"
    )
    help = "show dates at even distances, or write `type: scatter` with years as numbers"
    diagnostics.report("uneven-numbers", message, span, help)
