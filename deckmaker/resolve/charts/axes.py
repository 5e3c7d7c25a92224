"""The axes of a chart: their ends as the deck wants them, and how their numbers are written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from deckmaker.dataclasses import replace
from deckmaker.language.chart import ChartEntry
from deckmaker.localization.numbers import unit_parts
from deckmaker.localization.scale_words import scaled_unit
from deckmaker.model.chart import ChartAxis, ChartType, NumberStyle, Series
from deckmaker.resolve.charts.cells import Axis, Found

_POWERS = {"thousand": 3, "million": 6, "billion": 9}
_EARLIEST, _LATEST = 1000, 2200
"""Whole numbers along an x axis between which all are years."""


def axes_of(
    entry: ChartEntry, language: str, type: ChartType, series: Sequence[Series], found: Mapping[Axis, Sequence[Found]]
) -> tuple[ChartAxis, ChartAxis, ChartAxis]:
    """Return the x axis, the axis of values and the second one; `found` are the numbers of each with their signs."""
    style = _style(entry, language, found.get(Axis.VALUES, ()))
    has_second = bool(entry.second_unit) or any(one.on_second_axis for one in series)
    second_style = _typed(replace(style, prefix="", unit="", percent=False, power=0), found.get(Axis.SECOND, ()))
    second_style = second_style if has_second else style
    if entry.second_unit:
        before, behind = unit_parts(entry.second_unit, language)
        second_style = _with_unit(second_style, before, behind)
    is_x_log, is_y_log = entry.log in ("x", "both"), entry.log is True or entry.log in ("y", "both")
    x_style = NumberStyle(language, thousands=not _are_years(x for one in series for x in one.xs))
    x_style = _typed(x_style, found.get(Axis.X, ()))
    y_shows_percents = style.percent or entry.stack == "percent"
    x_least, x_most = (as_data(one, x_style.percent) for one in (entry.x_min, entry.x_max))
    least, most = (as_data(one, y_shows_percents) for one in (_least(entry, series), entry.max))
    return (
        ChartAxis(x_least, x_most, is_x_log, style=x_style),
        ChartAxis(least, most, is_y_log, style=style),
        ChartAxis(style=second_style),
    )


def _style(entry: ChartEntry, language: str, found: Sequence[Found]) -> NumberStyle:
    """Return how values are written: as the deck says, else with the signs that all of them are typed with."""
    percent = entry.format == "percent"
    prefix, unit = entry.prefix or "", entry.unit or ""
    if entry.unit and not entry.prefix:
        prefix, unit = unit_parts(entry.unit, language)
    style = NumberStyle(language, entry.decimals, entry.thousands is not False, prefix, unit, percent)
    if entry.format is None:
        typed = _typed(style, found)
        style = _with_unit(typed, prefix, unit) if prefix or unit else typed
    if entry.scale is None or is_share(style):
        return style
    power = _POWERS[entry.scale]
    unit = scaled_unit(style.unit, power, language)
    return replace(style, power=power, unit=unit, most_decimals=None)


def as_data(shown: float | None, are_percents: bool) -> float | None:
    """Return a place on an axis as its data have it: of percents, what is shown as 64 % is 0.64."""
    if shown is None or not are_percents:
        return shown
    return float(Decimal(repr(shown)).scaleb(-2))


def _with_unit(style: NumberStyle, prefix: str, unit: str) -> NumberStyle:
    """Return a style with the deck's signs. Numbers typed as percents have their own, which a unit does not repeat."""
    return replace(style, prefix=prefix, unit="" if style.percent else unit)


def is_share(style: NumberStyle) -> bool:
    """Tell whether numbers are percents, which stand for themselves in any scale."""
    return style.percent or style.unit == "%"


def _typed(style: NumberStyle, found: Sequence[Found]) -> NumberStyle:
    """Return a style with the signs that all numbers have, zero needs none, and the decimals that a workbook shows."""
    known = [one for one in found if one.read.value] or found
    if not known:
        return style
    decimals = [one.most_decimals for one in known]
    most = None if None in decimals else max(one for one in decimals if one is not None)
    style = replace(style, percent=all(one.read.is_percent for one in known), most_decimals=most)
    before, behind = ({getattr(one.read, key).strip() for one in known} for key in ("before", "behind"))
    if len(before) == len(behind) == 1:
        return replace(style, prefix=before.pop(), unit=behind.pop())
    return style


def _least(entry: ChartEntry, series: Sequence[Series]) -> float | None:
    values = [value for one in series for value in one.values if value is not None]
    if entry.min is None and entry.zero and values and min(values) >= 0:
        return 0.0
    return entry.min


def _are_years(values: Iterable[float | None]) -> bool:
    known = [value for value in values if value is not None]
    return bool(known) and all(value.is_integer() and _EARLIEST <= value < _LATEST for value in known)
