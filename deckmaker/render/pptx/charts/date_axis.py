"""Dates to scale: the unit of labels, and the format that writes dates as layout has them."""

from __future__ import annotations

import re
from datetime import date
from locale import windows_locale

from deckmaker.layout import TextItem
from deckmaker.layout.chart_item import ChartLabel, Plot, PlotAxis
from deckmaker.localization.date_words import DATE_WORDS
from deckmaker.model.chart import Chart, DateUnit
from deckmaker.patterns import pattern
from deckmaker.render.pptx.charts.sheet import DATE
from deckmaker.render.pptx.xml import Xml

_UNITS = {
    DateUnit.YEAR: (1, "years"),
    DateUnit.QUARTER: (3, "months"),
    DateUnit.MONTH: (1, "months"),
    DateUnit.DAY: (1, "days"),
}
_SHORTEST = 3
"""Letters of the shortest name of a month."""

MONTHS = frozenset(f"{DATE_WORDS['en'].months}|{DATE_WORDS['en'].whole_months}".split("|"))
"""Names of months that all programs write alike."""

_WORDS = pattern(r"\d+|[^\W\d_]+|.", re.DOTALL)


def date_units(axis: PlotAxis) -> Xml:
    """Return how dates are counted: in days, as layout does, with a label each so many days, months or years."""
    times, unit = _UNITS[axis.unit or DateUnit.DAY]
    step = max(1, round(axis.step)) * times
    return Xml(f'<c:baseTimeUnit val="days"/><c:majorUnit val="{step}"/><c:majorTimeUnit val="{unit}"/>')


def date_code(chart: Chart, plot: Plot) -> str:
    """Return the format in which dates look like the plot's labels; as 2026-11-30 where there are none.

    The month's name is in the language of the deck, in whatever language the program is.
    """
    days = [_day(label, plot) for label in plot.categories]
    # of the 3rd of March nobody can tell which three is which
    first = next((n for n, day in enumerate(days) if day.day != day.month), 0)
    if not days:
        return DATE
    item = plot.categories[first].placed.item
    assert isinstance(item, TextItem), "a label of a chart is a text"
    code = "".join(_part(one, days[first]) for one in _WORDS.findall(item.text))
    return f"[$-{_language(chart.x_axis.style.language):X}]{code}" if "mmm" in code else code


def _day(label: ChartLabel, plot: Plot) -> date:
    """Return the day that a label is of: that of the tick which is nearest to its middle."""
    axis, rect = plot.x_axis, label.placed.rect
    assert axis, "dates stand along an axis"
    share = (rect.x + rect.width / 2 - plot.rect.x) / plot.rect.width
    value = axis.least + (axis.most - axis.least) * (1 - share if axis.reversed else share)
    return date.fromordinal(int(min(axis.ticks, key=lambda tick: abs(tick - value))))


def _part(word: str, day: date) -> str:
    """Return what stands in a format for a word, a number or a sign of a date."""
    if word.isdecimal():
        known = {f"{day.month:02}": "mm", f"{day.month}": "m", f"{day.day:02}": "dd", f"{day.day}": "d"}
        return {**known, f"{day.year}": "yyyy"}.get(word, f'"{word}"')
    if word.isalpha() and len(word) >= _SHORTEST:
        return "mmmm" if len(word) > 4 else "mmm"
    return f"\\{word}" if len(word) == 1 else f'"{word}"'


def _language(tag: str) -> int:
    """Return the identifier of a language in formats ([MS-LCID]); that of English where it is not known."""
    name = tag.replace("-", "_")
    known = {own: id for id, own in reversed(windows_locale.items())}
    same = (id for id, own in windows_locale.items() if own.partition("_")[0] == name.partition("_")[0])
    return known.get(name) or next(same, 0x409)
