"""Numbers that have their unit in the cell, and rows with several values of several series."""

from __future__ import annotations

import pytest

from deckmaker.model.chart import ChartType
from deckmaker.resolve.charts.units import unit_of
from tests.resolve.charts.reading import chart, read, values


@pytest.mark.parametrize(
    ("entry", "language", "numbers", "prefix", "unit"),
    [
        ("{values: {a: 62 dB, b: 58 dB, c: –}}", "en", (62, 58, None), "", "dB"),
        ("{values: {a: '1,5 kWh', b: '1.058,5 kWh'}}", "de", (1.5, 1058.5), "", "kWh"),
        ("{values: {a: 62dB, b: 0}}", "en", (62, 0), "", "dB"),
        ("{values: {a: 14 °C, b: −3 °C}}", "en", (14, -3), "", "°C"),
        ("{values: {a: 14 €/MWh, b: 3 €/MWh}}", "en", (14, 3), "", "€/MWh"),
        ("{values: {a: € 14, b: € 3}}", "en", (14, 3), "€", ""),
        ("{values: {a: 14 €, b: 3 €}}", "de", (14, 3), "", "€"),
        ("{values: {a: 62 dB, b: 58 dB}, unit: dB(A)}", "en", (62, 58), "", "dB(A)"),
    ],
)
def test_a_unit_that_all_cells_have_is_that_of_the_axis(entry, language, numbers, prefix, unit):
    """As currencies are; a unit of the chart's own comes first."""
    found = chart(entry, language=language)
    style = found.y_axis.style
    assert (found.series[0].values, style.prefix, style.unit) == (numbers, prefix, unit)


def test_columns_with_units_are_values_of_categories():
    """And sorted as numbers."""
    files: dict[str, str | bytes] = {"t.csv": "Town,Level\nBonn,9 dB\nUlm,58 dB\nHof,10 dB\n"}
    found = chart("{file: t.csv, sort: falling}", files)
    assert (found.categories.names, values(found)) == (("Ulm", "Hof", "Bonn"), {"Level": (58, 10, 9)})
    assert chart("{file: t.csv, where: {Level: '> 9'}}", files).categories.names == ("Ulm", "Hof")


@pytest.mark.parametrize("name", ["6 months", "5 May", "2 Berth"])
def test_names_that_begin_with_numbers_stay_names(name):
    """What categories are called is no number with a unit."""
    files: dict[str, str | bytes] = {"t.csv": f"After,Level\n{name},9\n{name.replace(name[0], '8')},58\n"}
    found = chart("t.csv", files)
    assert found.type is ChartType.COLUMN and values(found) == {"Level": (9, 58)}
    assert name.split()[1] in found.categories.names[0]


def test_each_axis_has_its_own_unit():
    """Along x and y of points, and on a second axis."""
    points = chart("{type: scatter, rows: [[Length, Cost], [3 m, € 5], [4 m, € 9]], x: Length, y: Cost}")
    assert (points.x_axis.style.unit, points.y_axis.style.prefix) == ("m", "€")
    both = chart(
        "{type: combination, categories: [a], series: [{name: Rain, values: [14 mm]},"
        " {name: Warmth, values: [9 °C], as: line, axis: second}]}"
    )
    assert (both.y_axis.style.unit, both.second_axis.style.unit) == ("mm", "°C")


def test_ends_of_the_unit_of_a_column():
    """Nothing where one text has none, or another."""
    assert unit_of(["62 dB", "0", "58 dB"]) == "dB"
    assert unit_of(["62 dB", "58"]) is unit_of(["62 dB", "58 m"]) is unit_of(["about 62 dB"]) is unit_of([]) is None


def test_rows_of_several_series_may_have_several_values():
    """Each a series, named by both; one column keeps the plain names."""
    files: dict[str, str | bytes] = {
        "w.csv": "Year,Town,Rain,Sun\n2019,Bonn,12,1\n2020,Bonn,13,2\n2019,Ulm,15,3\n2020,Ulm,16,4\n"
    }
    found = values(chart("{file: w.csv, series: Town}", files))
    assert found == {"Bonn · Rain": (12, 13), "Bonn · Sun": (1, 2), "Ulm · Rain": (15, 16), "Ulm · Sun": (3, 4)}
    assert list(values(chart("{file: w.csv, series: Town, y: Sun}", files))) == ["Bonn", "Ulm"]


def test_a_value_that_stands_twice_is_told_once():
    """Whatever number of columns it has."""
    files: dict[str, str | bytes] = {"w.csv": "Year,Town,Rain,Sun\n2019,Bonn,12,1\n2019,Bonn,13,2\n"}
    (one,) = read("{file: w.csv, series: Town, x: Year}", files).said
    assert one.code == "repeated-point"
