"""Decimals of values and of axes: those that the data have, and no more than are read."""

from __future__ import annotations

import pytest

from deckmaker.layout.chart_item import AxisScale, PlotAxis
from deckmaker.layout.charts.wording import axis_style, number, values_style
from deckmaker.localization.numbers import format_code
from deckmaker.model.chart import NumberStyle
from tests.charts.awkward import FRUIT, WATERFALL, chart
from tests.charts.laid_out import page

PLAIN = NumberStyle()


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ((120.5, 118.5), ["120.5", "118.5"]),
        ((383_175, 1_500.25), ["383,175.00", "1,500.25"]),
        ((1_250.4, 61.4, -37.6), ["1,250.4", "61.4", "−37.6"]),
        ((12.3456, 7.0), ["12.35", "7.00"]),
        ((1_000_000_000.5, 1.0), ["1,000,000,000.5", "1.0"]),
        ((0.1 + 0.2, 0.4), ["0.3", "0.4"]),
        ((1.1 + 2.2, 3.0), ["3.3", "3.0"]),
        ((3 * 1.1 - 0.3, 4.0), ["3", "4"]),
        ((0.12345, 0.5), ["0.123", "0.500"]),
        ((0.001234, 0.0005), ["0.00123", "0.00050"]),
        ((1.2e-12, 1.4e-12, 3.5e-12), ["0.0000000000012", "0.0000000000014", "0.0000000000035"]),
        ((1.2e-13, 3e-13, 4.4e-14), ["0.000000000000120", "0.000000000000300", "0.000000000000044"]),
        ((1e-13 / 3,), ["0.0000000000000333"]),
        ((1e-19 / 3,), ["0.0000000000000000000333"]),
        ((1.5e-300, 3e-301), ["1.5E−300", "3E−301"]),
        ((3.0, 4.0, None), ["3", "4"]),
        ((0.0, 0.0), ["0", "0"]),
    ],
)
def test_values_have_the_decimals_of_the_data(values, shown):
    style = values_style(PLAIN, values)
    assert [number(one, style) for one in values if one is not None] == shown


def test_decimals_that_are_wished_are_kept():
    assert values_style(NumberStyle(decimals=0), (120.5, 118.5)).decimals == 0


def test_percents_and_scales_count_as_they_are_shown():
    assert number(0.6234, values_style(NumberStyle(percent=True), (0.6234,))) == "62.34%"
    assert number(2_345_000, values_style(NumberStyle(power=6), (2_345_000, 120_500_000))) == "2.35"


def test_native_codes_have_the_same_decimals():
    assert format_code(values_style(PLAIN, (120.5, 118.5))).startswith("#,##0.0;")


@pytest.mark.parametrize(
    ("ticks", "step", "shown"),
    [
        ((0.0, 2.5, 5.0), 2.5, ["0.0", "2.5", "5.0"]),
        ((0.25, 1.5), 1.25, ["0.25", "1.50"]),
        ((0.0, 50.0), 50.0, ["0", "50"]),
        ((0.0, 0.002), 0.002, ["0.000", "0.002"]),
    ],
)
def test_numbers_of_axes_have_the_decimals_of_their_ticks(ticks, step, shown):
    axis = PlotAxis(AxisScale.NUMBERS, ticks[0], ticks[-1], step, ticks)
    style = axis_style(PLAIN, axis)
    assert [number(one, style) for one in ticks] == shown


@pytest.mark.parametrize(
    ("scale", "ticks", "step", "wished", "shown"),
    [
        (AxisScale.NUMBERS, (0.0, 0.2, 0.4, 0.6), 0.2, 0, ["0.0", "0.2", "0.4", "0.6"]),
        (AxisScale.NUMBERS, (0.0, 0.01, 0.02), 0.01, 1, ["0.00", "0.01", "0.02"]),
        (AxisScale.NUMBERS, (0.0, 50.0), 50.0, 1, ["0.0", "50.0"]),
        (AxisScale.LOG, (0.01, 0.1, 1.0), 10.0, 0, ["0.01", "0.1", "1"]),
        (AxisScale.LOG, (1.0, 10.0), 10.0, 1, ["1.0", "10.0"]),
    ],
)
def test_no_wish_for_decimals_makes_numbers_of_an_axis_other_ones(scale, ticks, step, wished, shown):
    """`decimals: 0` named ticks at 0.4 and 0.6 as 0 and 1, where bars ended beside them."""
    style = axis_style(NumberStyle(decimals=wished), PlotAxis(scale, ticks[0], ticks[-1], step, ticks))
    assert [number(one, style) for one in ticks] == shown


def test_steps_of_a_waterfall_are_shown_as_they_are_given():
    """Not as the difference of two sums: 2.675 above 1000.01 was +2.67, and 0.005 was +0.00."""
    made = chart(WATERFALL, FRUIT[:5], (0.005, 1000.0, -7.345, 0.005, 2.675))
    texts = [getattr(one.item, "text", "") for one in page(made)[0].leaves]
    assert [one for one in texts if one.lstrip("+−")[:1].isdigit() and "." in one] == [
        "0.01",
        "+1,000.00",
        "−7.35",
        "+0.01",
        "+2.68",
    ]


def test_labels_of_a_waterfall_add_up():
    made = chart(WATERFALL, FRUIT[:5], (1250.4, 61.4, 48.4, -37.6, 1322.6), totals=frozenset({4}))
    texts = [getattr(one.item, "text", "") for one in page(made)[0].leaves]
    said = [one for one in texts if one.lstrip("+−")[:1].isdigit() and "." in one]
    numbers = [float(one.replace(",", "").replace("−", "-").replace("+", "")) for one in said]
    assert sum(numbers[:4]) == pytest.approx(numbers[4])
