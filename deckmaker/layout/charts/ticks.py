"""Where an axis has ticks: round numbers, powers, and dates a sensible step apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count, islice, pairwise
from math import ceil, floor, gcd, inf, log10
from typing import NamedTuple

from deckmaker.model.chart import DateUnit

_STEPS = {1.0: 1.0, 2.0: 0.8, 5.0: 0.8, 2.5: 0.3, 4.0: 0.2}
"""What ticks count by, times a power of ten, and how plain that is to a reader, from 0 to 1."""

_SIMPLICITY, _COVERAGE, _DENSITY = 0.2, 0.45, 0.35
"""How much it counts that the step is plain, that data fill the axis, and that there are as many ticks as wanted."""

_HAIR = 1e-9
"""Of a step: what an end may miss a tick by, for rounding."""


class Ticks(NamedTuple):
    """Ticks `step` apart, in order."""

    step: float
    values: tuple[float, ...]


def number_ticks(least: float, most: float, wanted: int, whole: bool = False) -> Ticks:
    """Return ticks at multiples of a plain step, from one not above `least` to one not below `most`.

    About so many as are wanted, at least two. `whole` numbers have none between them. `least` is below `most`.

    Source: the search of Talbot, Lin and Hanrahan 2010, of those labellings alone that cover the data.
    """
    best, best_score = (0, 0, 1.0), -inf
    for plainness, step in _steps(least, most, wanted):
        if whole and step != round(step):
            continue
        first, last = floor(least / step + _HAIR), ceil(most / step - _HAIR)
        last = max(last, first + 1)
        score = _score(plainness, last - first + 1, (most - least) / ((last - first) * step), wanted)
        if score > best_score:
            best, best_score = (first, last, step), score
    first, last, step = best
    return Ticks(step, multiples(first, last, step))


def _steps(least: float, most: float, wanted: int) -> Iterator[tuple[float, float]]:
    """Yield how plain a step is, and the step: those that make about as many ticks as are wanted."""
    power = floor(log10((most - least) / wanted))
    for exponent in range(power - 1, max(power + 3, 1)):
        for plain, plainness in _STEPS.items():
            yield plainness, plain * 10.0**exponent


def _score(plainness: float, count: int, coverage: float, wanted: int) -> float:
    density = 2 - max(count / wanted, wanted / count)
    return _SIMPLICITY * plainness + _COVERAGE * (1 - 4 * (1 - coverage) ** 2) + _DENSITY * density


def multiples(first: int, last: int, step: float) -> tuple[float, ...]:
    """Return the multiples of a step, without what binary fractions add to them."""
    digits = max(0, 1 - floor(log10(step)))
    return tuple(round(number * step, digits) + 0.0 for number in range(first, last + 1))


def plain_steps(least: float) -> Iterator[float]:
    """Yield steps that people count by, from one not far below `least` on, in order."""
    power = floor(log10(least)) if least > 0 else 0
    for exponent in count(power):
        yield from (plain * 10.0**exponent for plain in sorted(_STEPS))


def ticks_within(least: float, most: float, wanted: int, whole: bool = False) -> Ticks:
    """Return ticks at plain numbers between ends that are given, which need have none themselves."""
    step, values = number_ticks(least, most, wanted, whole)
    hair = _HAIR * (most - least)
    return Ticks(step, tuple(one for one in values if least - hair <= one <= most + hair))


def power_ticks(least: float, most: float, wanted: int) -> Ticks:
    """Return powers of ten from one not above `least`, which is above 0, to one not below `most`.

    The step is the factor between them: 10, or a power of it where there are more than are wanted.
    """
    first, last = floor(log10(least) + _HAIR), ceil(log10(most) - _HAIR)
    last = max(last, first + 1)
    apart = max(1, ceil((last - first) / max(wanted, 1)))
    last = first + apart * ceil((last - first) / apart)
    return Ticks(10.0**apart, tuple(10.0**power for power in range(first, last + 1, apart)))


def powers_within(first: float, last: float, most: int) -> Ticks:
    """Return the powers of ten from `first`, above 0, to `last`, at most so many, each as many times the one before.

    The step is the factor between them. There is none where no power is between the ends.
    """
    lowest, highest = ceil(log10(first) - _HAIR), floor(log10(last) + _HAIR)
    apart = max(1, ceil((highest - lowest + 1) / most))
    return Ticks(10.0**apart, tuple(10.0**power for power in range(lowest, highest + 1, apart)))


def plain_powers(least: float, most: float) -> tuple[float, ...]:
    """Return 1, 2 and 5 times powers of ten, from the last not above `least`, above 0, to the first not below `most`.

    There are two at least.
    """
    powers = range(floor(log10(least)) - 1, ceil(log10(most)) + 2)
    plain = [digit * 10.0**power for power in powers for digit in (1, 2, 5)]
    first = max(n for n, one in enumerate(plain) if one <= least * (1 + _HAIR))
    last = min(n for n, one in enumerate(plain) if one >= most * (1 - _HAIR))
    return tuple(plain[first : max(last, first + 1) + 1])


class DateTicks(NamedTuple):
    """Ticks `step` units apart, as ordinals in order."""

    unit: DateUnit
    step: int
    values: tuple[float, ...]


_MONTHS = {DateUnit.YEAR: 12, DateUnit.QUARTER: 3, DateUnit.MONTH: 1}
_DATE_STEPS: dict[DateUnit, tuple[tuple[DateUnit, int], ...]] = {
    DateUnit.DAY: tuple((DateUnit.DAY, one) for one in (1, 2, 7, 14)),
    DateUnit.MONTH: tuple((DateUnit.MONTH, one) for one in (1, 2, 3, 6)),
    DateUnit.QUARTER: tuple((DateUnit.QUARTER, one) for one in (1, 2)),
    DateUnit.YEAR: tuple((DateUnit.YEAR, one * ten) for ten in (1, 10, 100, 1000) for one in (1, 2, 5)),
}
"""The steps by which people count each unit."""
_LARGER = {DateUnit.DAY: DateUnit.MONTH, DateUnit.MONTH: DateUnit.YEAR, DateUnit.QUARTER: DateUnit.YEAR}
_YEARS_EVEN = (1, 2, 3, 4, 5, 6, 10, 20, 25, 50, 100)
"""Steps of years that may be taken where the last year has a tick then, too."""


def date_ticks(first: date, last: date, unit: DateUnit, most: int, every: int = 1) -> DateTicks:
    """Return ticks from the first date on, at most so many, at the finest step that leaves so few.

    They count from the first date, as those of native charts do. Of data `every` few units, only dates that have some
    have ticks. Of steps of years one is preferred that meets the last, too. There are two at least, where there are two
    dates.
    """
    most = max(most, 2)
    for own, step in _date_steps(first, last, unit, every):
        values = tuple(islice(_dates(first, last, own, step), most + 1))  # of days, there are millions in millennia
        if len(values) <= most:
            return DateTicks(own, step, values)
    return DateTicks(unit, 1, (float(first.toordinal()),))


def _date_steps(first: date, last: date, unit: DateUnit, every: int) -> Iterator[tuple[DateUnit, int]]:
    own: DateUnit | None = unit
    while own and own is not DateUnit.YEAR:
        yield from ((own, step) for own, step in _DATE_STEPS[own] if own is not unit or not step % every)
        own = _LARGER.get(own)
    years = last.year - first.year
    least = every if unit is DateUnit.YEAR else 1
    plain = {step for _, step in _DATE_STEPS[DateUnit.YEAR]}
    even = {step for step in _YEARS_EVEN if years and not years % step and years // step >= 2}
    yield from ((DateUnit.YEAR, step) for step in sorted(plain | even | {least}) if not step % least)


def steps_between(dates: Iterable[date], unit: DateUnit) -> int:
    """Return every how many units there are data: the largest step that meets all dates, 1 where there is none."""
    months = _MONTHS.get(unit, 0)
    counts = sorted({one.year * 12 + one.month - 1 if months else one.toordinal() for one in dates})
    step = gcd(*(later - earlier for earlier, later in pairwise(counts)))
    return max(step // months if months and not step % months else step if not months else 1, 1)


def _dates(first: date, last: date, unit: DateUnit, step: int) -> Iterator[float]:
    if unit is DateUnit.DAY:
        yield from (float(one) for one in range(first.toordinal(), last.toordinal() + 1, step))
        return
    for number in count():
        day = months_later(first, number * step * _MONTHS[unit])
        if day is None or day > last:
            return
        yield float(day.toordinal())


def months_later(day: date, months: int) -> date | None:
    """Return the date so many months later, in a shorter month its last day; None behind the year 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return None
    for last in range(day.day, 27, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, min(day.day, 28))
