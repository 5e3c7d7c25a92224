"""The numbers of charts as texts: tables of them, and what single marks say."""

from __future__ import annotations

from dataclasses import replace
from math import nan

import pytest

from deckmaker.layout.chart_item import AreaMark, BarMark, DotMark, LineMark, Mark, Stroke
from deckmaker.layout.charts.data_table import data_table
from deckmaker.layout.charts.mark_words import mark_words
from deckmaker.model.chart import Chart, ChartAxis, ChartType, NumberStyle, Series
from deckmaker.model.geometry import Rect
from tests.charts.awkward import chart, words

LINE = Stroke(((0.0, 0.0), (1.0, 1.0)), "ink", 1.0)
RECT = Rect(0.0, 0.0, 1.0, 1.0)


def styled(made: Chart, style: NumberStyle) -> Chart:
    return replace(made, y_axis=ChartAxis(style=style))


@pytest.mark.parametrize(
    ("values", "style", "column"),
    [
        ((100.0, 99.8, None), NumberStyle(), ["100.0", "99.8", ""]),
        ((1.0, 2.0, nan), NumberStyle(), ["1", "2", ""]),
        ((1e12, 0.5, -3.0), NumberStyle("de"), ["1.000.000.000.000,0", "0,5", "−3,0"]),
        ((1e-9, 1.0, 2.5), NumberStyle(), ["0.000000001", "1", "2.5"]),
        ((0.62, 0.5, 0.375), NumberStyle(percent=True), ["62.0%", "50.0%", "37.5%"]),
        ((1.26, 2.0, 3.0), NumberStyle(decimals=1, prefix="$"), ["$1.3", "$2.0", "$3.0"]),
    ],
)
def test_numbers_of_a_column_end_below_one_another(
    values: tuple[float | None, ...], style: NumberStyle, column: list[str]
) -> None:
    """As many decimals in each row, but where one of them is very fine, or the style says how many."""
    table = data_table(styled(chart(ChartType.COLUMN, "abc", values), style))
    assert [row[1] for row in table.rows] == column


def test_series_on_a_second_axis_have_its_numbers() -> None:
    """Beside those of the first."""
    made = chart(ChartType.COLUMN, ("2023",), (1.5,))
    price = Series("Price", (0.25,), on_second_axis=True)
    made = replace(made, series=(*made.series, price), second_axis=ChartAxis(style=NumberStyle(unit="€")))
    table = data_table(made)
    assert (table.header, table.rows) == (("", "Series A", "Price"), (("2023", "1.5", "0.25\u00a0€"),))


def test_bubbles_have_a_row_each() -> None:
    """With their series where there are several, their name, both places and what their area says."""
    series = (
        Series("North", (1.0, 2.5), (10.0, 20.0), (3.0, 4.5), ("Kiel", "Sylt")),
        Series("South", (None,), (5.0,), (1.0,)),
    )
    made = replace(chart(ChartType.BUBBLE, ()), series=series, x_axis=ChartAxis(title=words("Rain")))
    table = data_table(made)
    assert table.header == ("", "", "Rain", "y", "○")
    assert table.rows == (
        ("North", "Kiel", "10", "1.0", "3.0"),
        ("North", "Sylt", "20", "2.5", "4.5"),
        ("South", "", "5", "", "1.0"),
    )
    assert table.names == 2


TWO = chart(ChartType.LINE, ("2013", "2021"), (3105, 70601), (1, None), titles=("Deaths", "Births"))
PLACES = replace(chart(ChartType.SCATTER, ()), series=(Series("A", (1.5,), (2.0,), names=("Kiel",)),))


@pytest.mark.parametrize(
    ("made", "mark", "said"),
    [
        (TWO, BarMark(0, 1, RECT, "ink"), "2021, Deaths: 70,601"),
        (replace(TWO, series=TWO.series[:1]), BarMark(0, 1, RECT, "ink"), "2021: 70,601"),
        (TWO, LineMark(0, LINE), "Deaths: 2013 3,105 – 2021 70,601"),
        (TWO, AreaMark(1, (), "ink"), "Births: 2013 1"),
        (TWO, LineMark(0, LINE, 0), "2013: 3,105 – 1"),
        (TWO, BarMark(7, 0, RECT, "ink"), ""),
        (PLACES, DotMark(0, 0, (0.0, 0.0), 3.0, "ink"), "Kiel: 2; 1.5"),
    ],
)
def test_marks_say_whose_they_are_and_how_much(made: Chart, mark: Mark, said: str) -> None:
    """In few words."""
    assert mark_words(made, mark) == said
