"""Dates to scale: the unit of labels, and the format that writes dates as layout has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from deckmaker.layout import TextItem
from deckmaker.layout.chart_item import Plot, PlotAxis
from deckmaker.model.chart import Chart, DateUnit
from deckmaker.render.pptx.charts.sheet import DATE
from deckmaker.render.pptx.xml import Xml

_LANGUAGES = {"en": "409", "de": "407", "fr": "40C", "es": "C0A", "zh": "804", "zh-hant": "404", "zh-tw": "404"}
"""By which months are named: identifiers of languages ([MS-LCID]), as formats have them."""

_SHORTEST_MONTH = 28
"""Days of the shortest month: what is months behind the 31st stands at the last day."""

_SHORTEST = 3
"""Letters of the shortest name of a month."""

_MONTHS = "mmm\\ yyyy"
"""The format of quarters, which formats have no sign for."""

_WORDS = re.compile(r"\d+|[^\W\d_]+|.", re.DOTALL)


def date_units(axis: PlotAxis) -> Xml:
    """Return how dates are counted: in days, as layout does, with a label each so many days, months or years."""
    days = [date.fromordinal(round(tick)) for tick in axis.ticks]
    step, unit = _step(days) if len(days) > 1 else (max(1, round(axis.step)), "days")
    return Xml(f'<c:baseTimeUnit val="days"/><c:majorUnit val="{step}"/><c:majorTimeUnit val="{unit}"/>')


def _step(days: Sequence[date]) -> tuple[int, str]:
    first, second = days[0], days[1]
    if all(one.day == first.day or min(one.day, first.day) >= _SHORTEST_MONTH for one in days):
        months = (second.year - first.year) * 12 + second.month - first.month
        return (months // 12, "years") if months % 12 == 0 else (months, "months")
    return (second - first).days, "days"


def date_code(chart: Chart, plot: Plot) -> str:
    """Return the format in which dates look like the plot's labels; as 2026-11-30 where none is known.

    The month's name is in the language of the deck, in whatever language the program is.
    """
    language, unit = chart.y_axis.style.language, chart.categories.unit
    for label in plot.categories:
        item, day = label.placed.item, chart.categories.dates[label.point]
        assert isinstance(item, TextItem), "a label of a chart is a text"
        if day.day != day.month:  # of the others nobody can tell which is which
            return _code(item.text, day, language, unit)
    labels = ((one.placed.item, chart.categories.dates[one.point]) for one in plot.categories)
    return next((_code(item.text, day, language, unit) for item, day in labels if isinstance(item, TextItem)), DATE)


def _code(text: str, day: date, language: str, unit: DateUnit | None) -> str:
    code = "".join(_part(one, day) for one in _WORDS.findall(text))
    if unit is DateUnit.QUARTER and "m" in code:
        code = _MONTHS
    if "mmm" not in code:
        return code
    tag = language.casefold()
    while tag and tag not in _LANGUAGES:
        tag = tag.rpartition("-")[0]
    return f"[$-{_LANGUAGES[tag]}]{code}" if tag else code


def _part(word: str, day: date) -> str:
    """Return what stands in a format for a word, a number or a sign of a date."""
    if word.isdecimal():
        known = {f"{day.year}": "yyyy", f"{day.day}": "d", f"{day.day:02}": "dd", f"{day.month}": "m"}
        known |= {f"{day.month:02}": "mm", f"{day.year % 100:02}": "yy"} if len(word) == 2 and word not in known else {}
        return known.get(word, f'"{word}"')
    if word.isalpha() and len(word) >= _SHORTEST:
        return "mmmm" if len(word) > 4 else "mmm"
    return f"\\{word}"
