"""Ticks of axes: plain numbers that cover the data, not too many; and where values stand between the ends."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.layout.charts.scales import Scale, date_axis, number_axis, ticks_for
from deckmaker.layout.charts.ticks import date_ticks, number_ticks, power_ticks, steps_between, ticks_within
from deckmaker.model.chart import ChartAxis, DateUnit
from tests.hostile.work import calls_of

NUMBERS = st.floats(-1e12, 1e12).filter(lambda one: one == 0 or abs(one) > 1e-12)
WANTED = st.integers(3, 7)


@pytest.mark.parametrize(
    ("least", "most", "expected"),
    [
        (0, 45, (0, 10, 20, 30, 40, 50)),
        (0, 100, (0, 20, 40, 60, 80, 100)),
        (0, 70_601, (0, 20_000, 40_000, 60_000, 80_000)),
        (0, 7, (0, 2, 4, 6, 8)),
        (-18, 25, (-20, -10, 0, 10, 20, 30)),
        (0, 0.0037, (0, 0.001, 0.002, 0.003, 0.004)),
        (98.2, 101.3, (98, 99, 100, 101, 102)),
        (0, 1, (0, 0.2, 0.4, 0.6, 0.8, 1)),
    ],
)
def test_ticks_are_those_that_a_person_would_choose(least, most, expected):
    assert number_ticks(least, most, 5).values == pytest.approx(expected)


@pytest.mark.parametrize(("most", "expected"), [(70_601, (0, 40_000, 80_000)), (45, (0, 25, 50))])
def test_a_low_plot_is_filled_too(most, expected):
    """Where 100,000 came after 50,000, a third of it would be empty."""
    assert number_ticks(0, most, 3).values == expected


@given(NUMBERS, NUMBERS, WANTED)
def test_ticks_cover_the_data_and_are_about_as_many_as_wanted(one, other, wanted):
    least, most = sorted((one, other))
    if most - least <= 1e-9 * max(abs(least), abs(most)):
        return
    step, ticks = number_ticks(least, most, wanted)
    slack = 1e-6 * step
    assert ticks[0] <= least + slack and ticks[-1] >= most - slack
    assert 2 <= len(ticks) <= 2 * wanted
    assert all(b - a == pytest.approx(step, rel=1e-3) for a, b in pairwise(ticks))


@given(st.integers(0, 10**6), st.integers(1, 30), WANTED)
def test_whole_numbers_have_no_ticks_between_them(least, more, wanted):
    assert all(one == round(one) for one in number_ticks(least, least + more, wanted, whole=True).values)


@given(st.floats(1e-9, 1e12), st.floats(1, 1e12), WANTED)
def test_powers_cover_the_data(least, factor, wanted):
    _, ticks = power_ticks(least, least * factor, wanted)
    assert ticks[0] <= least * (1 + 1e-6) and ticks[-1] >= least * factor * (1 - 1e-6)
    assert 2 <= len(ticks) <= wanted + 1


def test_ticks_between_given_ends_are_none_beyond_them():
    assert ticks_within(3, 47, 5).values == (10, 20, 30, 40)


@pytest.mark.parametrize(
    ("first", "last", "unit", "most", "step", "shown"),
    [
        (date(2013, 1, 1), date(2021, 1, 1), DateUnit.YEAR, 6, (DateUnit.YEAR, 2), "2013 2015 2017 2019 2021"),
        (date(2000, 1, 1), date(2024, 1, 1), DateUnit.YEAR, 6, (DateUnit.YEAR, 5), "2000 2005 2010 2015 2020"),
        (date(2003, 1, 1), date(2024, 1, 1), DateUnit.YEAR, 12, (DateUnit.YEAR, 2), None),
        (date(2021, 1, 1), date(2023, 12, 1), DateUnit.MONTH, 7, (DateUnit.MONTH, 6), None),
        (date(2021, 1, 1), date(2023, 10, 1), DateUnit.QUARTER, 4, (DateUnit.YEAR, 1), "2021 2022 2023"),
        (date(2024, 2, 1), date(2024, 2, 20), DateUnit.DAY, 5, (DateUnit.DAY, 7), None),
        (date(2024, 1, 31), date(2024, 12, 31), DateUnit.DAY, 12, (DateUnit.MONTH, 1), None),
    ],
)
def test_dates_count_by_steps_of_people(first, last, unit, most, step, shown):
    found = date_ticks(first, last, unit, most)
    assert (found.unit, found.step) == step
    if shown:
        assert " ".join(str(date.fromordinal(int(one)).year) for one in found.values) == shown


def test_no_more_dates_are_looked_at_than_may_have_ticks():
    """Millennia have millions of days."""
    assert calls_of(lambda: date_ticks(date.min, date.max, DateUnit.DAY, 8)) < 5_000


def test_data_of_every_second_year_have_ticks_at_those_years_only():
    days = [date(year, 1, 1) for year in (2013, 2015, 2017)]
    assert [date.fromordinal(int(one)).year for one in date_axis(days, DateUnit.YEAR, 12).ticks] == [2013, 2015, 2017]
    quarters = [date(2020 + n // 4, n % 4 * 3 + 1, 1) for n in range(9)]
    assert date_axis(quarters, DateUnit.MONTH, 12).ticks == tuple(map(float, (one.toordinal() for one in quarters)))


@given(st.lists(st.dates(), min_size=1), st.sampled_from(DateUnit))
def test_steps_between_dates_meet_them_all(days, unit):
    assert steps_between(days, unit) >= 1


@pytest.mark.slow
@given(st.dates(), st.dates(), st.sampled_from(DateUnit), st.integers(2, 20))
def test_dates_are_never_more_than_have_room(one, other, unit, most):
    first, last = sorted((one, other))
    ticks = date_ticks(first, last, unit, most).values
    assert len(ticks) <= most
    assert all(first.toordinal() <= tick <= last.toordinal() for tick in ticks)
    assert list(ticks) == sorted(set(ticks))


@given(st.lists(NUMBERS, min_size=1), WANTED, st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_bars_begin_at_zero_whatever_is_wished(values, wanted, least, most):
    axis = number_axis(values, ChartAxis(least, most), wanted, from_zero=True)
    assert axis.least <= 0 <= axis.most and axis.least < axis.most


@given(st.lists(NUMBERS, min_size=1), WANTED, st.booleans())
def test_each_value_stands_within_its_axis(values, wanted, tight):
    axis = number_axis(values, ChartAxis(), wanted, tight=tight)
    slack = 1e-6 * (axis.most - axis.least)
    assert all(axis.least - slack <= one <= axis.most + slack for one in values)


@pytest.mark.parametrize(
    "values", [[], [None], [0.0], [5.0, 5.0], [-3.0], [1e-9, 1e12], [1e12, 1e12 + 1e-3], [float("nan")]]
)
def test_an_axis_has_two_ends_whatever_the_data(values):
    axis = number_axis(values, ChartAxis(), 5)
    assert axis.least < axis.most
    assert len(axis.ticks) >= 2


def test_lines_of_values_far_from_zero_need_not_begin_there():
    assert number_axis([980, 1010], ChartAxis(), 5).least > 900
    assert number_axis([40, 90], ChartAxis(), 5).least == 0


def test_values_stand_to_scale_and_dates_too():
    scale = Scale(number_axis([0, 100], ChartAxis(), 5), 400.0, 200.0)
    assert [scale.at(one) for one in (0, 50, 100, 500)] == [400, 300, 200, 200]
    days = [date(2020, 1, 1), date(2021, 1, 1), date(2024, 1, 1)]
    axis = date_axis(days, DateUnit.YEAR, 10)
    assert Scale(axis, 0.0, 1461.0).at(days[1].toordinal()) == pytest.approx(366)


def test_a_log_scale_has_equal_room_for_equal_factors():
    scale = Scale(number_axis([1, 1000], ChartAxis(log=True), 5), 0.0, 300.0)
    assert [scale.at(one) for one in (1, 10, 1000)] == pytest.approx([0, 100, 300])


def test_more_room_has_more_ticks_but_not_many():
    assert [ticks_for(one) for one in (40, 240, 900)] == [3, 5, 7]


ENDS = st.none() | st.floats(-100, 100).map(lambda one: round(one, 1))


@given(st.lists(st.floats(-100, 100), min_size=1, max_size=6), ENDS, ENDS, st.booleans(), st.booleans(), st.booleans())
def test_no_wish_for_an_axis_leaves_values_out(values, least, most, from_zero, tight, of_dots):
    axis = number_axis(values, ChartAxis(least, most), 5, from_zero, tight, of_dots)
    hair = 1e-6 * (axis.most - axis.least)
    assert axis.least <= min(values) + hair and max(values) - hair <= axis.most
    assert axis.least < axis.most
    if least is not None and least <= min([*values, *([0.0] if from_zero else [])]) and least < max(values):
        assert axis.least == least
