"""The type of a chart whose deck names none."""

from __future__ import annotations

import pytest

from deckmaker.model.chart import ChartType, Stacking
from tests.resolve.charts.reading import chart

MANY = "{values: {" + ", ".join(f"c{number}x: {number}" for number in range(13)) + "}}"


@pytest.mark.parametrize(
    ("entry", "type"),
    [
        ("{categories: [2019, 2020, 2021], values: [1, 2, 3]}", ChartType.LINE),
        ("{categories: [2019, 2020], values: [1, 2]}", ChartType.COLUMN),
        ("{categories: [Q1 2024, Q2 2024, Q3 2024], values: [1, 2, 3]}", ChartType.LINE),
        ("{categories: [Q1, Q2, Q3], values: [1, 2, 3]}", ChartType.COLUMN),
        ("{values: {Gas: 60, Oil: 30, Coal: 10}}", ChartType.COLUMN),
        ("{values: {Ventilation and cooling: 60, Oil: 30}}", ChartType.BAR),
        (MANY, ChartType.BAR),
        ("{x: [1, 2], y: [3, 4]}", ChartType.SCATTER),
        ("{series: [{name: a, values: [[1, 2, 3]]}]}", ChartType.BUBBLE),
        ("{values: {Start: 60, Up: 30, End: 90}, totals: [End]}", ChartType.WATERFALL),
        ("{categories: [2019, 2020, 2021], series: [{values: [1, 2, 3], as: line}]}", ChartType.COLUMN),
    ],
)
def test_the_data_choose(entry, type):
    """As docs/charts.md says."""
    assert chart(entry).type is type


def test_a_combination_has_a_line():
    """Its last series, where none says so."""
    found = chart("{type: combination, categories: [a, b], series: {Rain: [1, 2], Days: [3, 4]}}")
    assert [one.as_line for one in found.series] == [False, True]
    entry = (
        "{type: combination, categories: [a], series: [{name: A, values: [1], as: line, axis: second}, {values: [2]}]}"
    )
    assert [(one.as_line, one.on_second_axis) for one in chart(entry).series] == [(True, True), (False, False)]


def test_areas_are_always_stacked():
    """Those that hide each other say nothing."""
    assert chart("{type: area, values: {a: 1}}").stacking is Stacking.STACKED
    assert chart("{type: area, values: {a: 1}, stack: percent}").stacking is Stacking.PERCENT
    assert chart("{type: column, values: {a: 1}, stack: false}").stacking is Stacking.GROUPED
