"""Axes decided from data and wishes, and where their values stand on the page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from math import isfinite, log

from deckmaker.dataclasses import dataclass, replace
from deckmaker.layout.chart_item import AxisScale, PlotAxis
from deckmaker.layout.charts.ticks import (
    date_ticks,
    multiples,
    number_ticks,
    plain_powers,
    plain_steps,
    power_ticks,
    powers_within,
    steps_between,
    ticks_within,
)
from deckmaker.model.chart import ChartAxis, DateUnit

TICK_ROOM = 48.0
"""Points of an axis' length for each of its ticks, about."""

FEWEST, MOST = 3, 7
"""How many ticks an axis of numbers has, about."""

NEAR_ZERO = 0.5
"""Of the largest value: an axis that need not begin at zero does where the smallest is below that."""

NEAR_DATA = 0.25
"""Of what dots span: their axis begins at zero where the smallest is no further from it."""

EMPTY = 0.25
"""Of a logarithmic axis: where more is empty between powers, it begins and ends at 1, 2 or 5 times one."""

_HAIR = 1e-9
"""Of a value: what two may differ by and be the same to a reader."""


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis on the page: its least value stands at `start`, its most at `end`, in points; reversed the other way."""

    axis: PlotAxis
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return where a value stands; what lies beyond the axis, at its end."""
        share = min(max(self._share(value), 0.0), 1.0)
        return self.start + (self.end - self.start) * (1 - share if self.axis.reversed else share)

    def _share(self, value: float) -> float:
        least, most = self.axis.least, self.axis.most
        if most <= least:
            return 0.5
        if self.axis.scale is AxisScale.LOG:
            return log(value / least) / log(most / least) if value > 0 else 0.0
        return (value - least) / (most - least)

    @property
    def base(self) -> float:
        """Where bars begin: at zero, else at the end that is nearest to it."""
        return self.at(self.axis.least if self.axis.scale is AxisScale.LOG else 0.0)


def ticks_for(length: float) -> int:
    """Return how many ticks an axis of numbers has that is so long, in points."""
    return min(max(round(length / TICK_ROOM), FEWEST), MOST)


def number_axis(
    values: Iterable[float | None],
    wish: ChartAxis,
    wanted: int,
    from_zero: bool = False,
    tight: bool = False,
    of_dots: bool = False,
) -> PlotAxis:
    """Return an axis for all the values; it goes on to the ends that are wished, and never leaves a value out.

    `from_zero` is that of bars and areas, which are whole: their length is the value. One that is
    `tight` ends where the values do, and has no ticks: each value is written beside its mark. One `of_dots` has zero
    only if that is near the values.
    """
    known = [one for one in values if one is not None and isfinite(one)]
    if wish.log and not from_zero and (positive := [one for one in known if one > 0]):
        return _log_axis(positive, wish, wanted)
    least, most = _ends(known, from_zero, of_dots)
    least, most = _reaching(least, most, known, wish, from_zero)
    whole = all(one == round(one) for one in known)
    if tight:
        return PlotAxis(AxisScale.NUMBERS, least, most, number_ticks(least, most, wanted, whole).step)
    step, ticks = number_ticks(least, most, wanted, whole)
    first = least if least == wish.least else ticks[0]
    last = most if most == wish.most else ticks[-1]
    if (first, last) != (ticks[0], ticks[-1]):
        step, ticks = ticks_within(first, last, wanted, whole)
    return PlotAxis(AxisScale.NUMBERS, first, last, step, ticks)


def second_axis(values: Iterable[float | None], wish: ChartAxis, first: PlotAxis) -> PlotAxis:
    """Return an axis whose ticks are level with those of a `first` one, where both begin at zero; else with its own."""
    own = number_axis(values, wish, max(len(first.ticks) - 1, 2))
    known = [one for one in values if one is not None and isfinite(one)]
    count = len(first.ticks) - 1
    given = wish.least is not None or wish.most is not None
    if given or own.scale is AxisScale.LOG or first.least != 0 or count < 1 or min(known, default=-1.0) < 0:
        return own
    step = next(one for one in plain_steps(max(known) / count) if one * count >= max(known) * (1 - _HAIR))
    ticks = multiples(0, count, step)
    return PlotAxis(AxisScale.NUMBERS, 0.0, ticks[-1], step, ticks)


def _ends(values: list[float], from_zero: bool, of_dots: bool) -> tuple[float, float]:
    """Return the ends of data, with zero where it belongs to them, never the same."""
    least, most = min(values, default=0.0), max(values, default=0.0)
    same = most - least <= _HAIR * max(abs(least), abs(most))
    near = NEAR_DATA * (most - least) if of_dots else NEAR_ZERO * max(abs(least), abs(most))
    if from_zero or same or 0 < least <= near:
        least, most = min(least, 0.0), max(most, 0.0)
    elif -near <= most < 0:
        most = 0.0
    return (0.0, 1.0) if least == most == 0 else (least, most)


def _reaching(least: float, most: float, known: list[float], wish: ChartAxis, from_zero: bool) -> tuple[float, float]:
    """Return the ends of an axis that are wished, moved out to the data where they would cut some of them off."""
    data = [*known, 0.0] if from_zero or not known else known
    first = least if wish.least is None else min(wish.least, *data)
    last = most if wish.most is None else max(wish.most, *data)
    return (first, last) if last - first > _HAIR * max(abs(first), abs(last)) else (least, most)


def _log_axis(values: list[float], wish: ChartAxis, wanted: int) -> PlotAxis:
    """Return an axis by powers, with ticks at 1, 2 and 5 where all have room, else at powers alone, if it has two."""
    least, most = min(values), max(values)
    if wish.least is not None and wish.least > 0:
        least = min(least, wish.least)
    if wish.most is not None:
        most = max(most, wish.most)
    step, powers = power_ticks(least, most, wanted)
    is_given = wish.least is not None and wish.most is not None
    if not is_given and log(most / least) >= (1 - EMPTY) * log(powers[-1] / powers[0]):
        return PlotAxis(AxisScale.LOG, powers[0], powers[-1], step, powers)
    plain = plain_powers(least, most)
    first, last = plain[0], plain[-1]
    if len(plain) <= wanted + 1:
        return PlotAxis(AxisScale.LOG, first, last, 10.0, plain)
    step, ticks = powers_within(first, last, wanted + 1)
    return PlotAxis(AxisScale.LOG, first, last, step, ticks if len(ticks) > 1 else (first, *ticks, last))


def name_axis(count: int, reversed: bool = False, from_edge: bool = False) -> PlotAxis:
    """Return an axis of names, each in the middle of its step, or the first and the last at its ends."""
    half = 0.0 if from_edge and count > 1 else 0.5
    return PlotAxis(AxisScale.NAMES, -half, count - 1 + half, 1.0, tuple(map(float, range(count))), reversed)


def date_axis(dates: Iterable[date], unit: DateUnit, most: int) -> PlotAxis:
    """Return an axis of dates to scale, from the first to the last, with at most so many ticks."""
    known = list(dates)
    first, last = min(known), max(known)
    ticks = date_ticks(first, last, unit, most, steps_between(known, unit))
    return PlotAxis(
        AxisScale.DATES, first.toordinal(), last.toordinal(), float(ticks.step), ticks.values, unit=ticks.unit
    )


def ends_of_years(axis: PlotAxis) -> PlotAxis:
    """Return an axis of years with ticks at its first and its last year only, if it has no tick at the last one."""
    first, last = (date.fromordinal(round(one)) for one in (axis.least, axis.most))
    if axis.ticks[-1] == axis.most or first.year == last.year or (first.month, first.day) != (last.month, last.day):
        return axis
    return replace(axis, step=float(last.year - first.year), ticks=(axis.least, axis.most), unit=DateUnit.YEAR)
