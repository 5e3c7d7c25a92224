"""Rows at the end of a file that are no data, and names that are no dates among dates."""

from __future__ import annotations

import pytest

from tests.resolve.charts.reading import read, workbook

DATED = "Monat;Wert;Zahl\n2024-01;1;2\n2024-02;2;3\n2024-04;3;4\n"


@pytest.mark.parametrize(
    "end", ["Quelle: Amt;;\n", "Quelle: Amt\n", "Vorläufige Werte;;\n", "___;;\n© Amt, 2024;;\n", "* geschätzt;;\n"]
)
def test_a_source_below_the_data_is_left_out_and_told(end):
    """So that dates stay dates."""
    found = read("f.csv", {"f.csv": DATED + end}, "de")
    assert found.chart and len(found.chart.categories.dates) == 3
    told = [one for one in found.told if one[0] == "row-left-out"]
    assert [place for _, place, _ in told] == [f"f.csv:{line}:1" for line in range(len(end.splitlines()) + 4, 4, -1)][
        ::-1
    ]
    assert {one[0] for one in found.told} <= {"row-left-out", "short-row"}


def test_a_source_below_names_is_one_by_how_it_begins():
    """A name without values may be a gap."""
    rows = "Ort;Wert\nBonn;1\nUlm;2\n"
    found = read("f.csv", {"f.csv": rows + "Hof;\nQuelle: Amt;\n"}, "de")
    assert found.chart and found.chart.categories.names == ("Bonn", "Ulm", "Hof")
    assert found.told == [("row-left-out", "f.csv:5:1", "`Quelle: Amt` has no values, and is left out of the chart")]


def test_a_moment_without_a_value_is_a_gap():
    """At the end, too; and so is what has a sign for one."""
    for end in ("2024-05;;\n", "2024-05;–;–\n"):
        found = read("f.csv", {"f.csv": DATED + end}, "de")
        assert found.chart and not found.said and len(found.chart.categories.dates) == 4


def test_totals_without_values_stay():
    """Of a waterfall they are worked out."""
    rows = {"w.csv": "Year,Sum\n2023,5\n2024,2\nEnd,\nSource: Office,\n"}
    found = read("{type: waterfall, file: w.csv}", rows)
    assert found.chart and found.chart.series[0].values == (5, 2, 7)
    assert [one[0] for one in found.told] == ["row-left-out"]


def test_a_source_in_a_workbook_is_left_out():
    """At its cell."""
    rows = [["Month", "Value"], ["2024-01", 1], ["2024-02", 2], ["2024-03", 3], ["Source: Office"]]
    found = read("f.xlsx", {"f.xlsx": workbook(("Data", rows))})
    assert found.chart and len(found.chart.categories.dates) == 3
    assert [one[:2] for one in found.told] == [("row-left-out", "f.xlsx:Data!A5")]


def test_a_few_names_that_are_no_dates_are_told():
    """With their place; not where most are none, and not of bars."""
    rows = {"f.csv": "Month,Value\n2024-01,1\n2024-02,2\n2024-03,3\nApril,4\n"}
    found = read("{type: line, file: f.csv}", rows)
    assert found.told == [("mixed-dates", "f.csv:5:1", "3 of 4 names are dates, and `April` is not")]
    assert not read("{type: bar, file: f.csv}", rows).said
    assert not read("{categories: [2024, a, b, c], values: [1, 2, 3, 4]}").said
