"""Whatever the data are: what is written is what is drawn, or something is said of it."""

from __future__ import annotations

import csv
from io import StringIO
from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.diagnostics import Severity
from tests.resolve.charts.reading import read, values, workbook

VALUE = st.one_of(st.none(), st.integers(-(10**9), 10**9), st.floats(-1e9, 1e9).map(lambda value: round(value, 4)))
NAMES = st.lists(st.from_regex(r"[A-Z][a-z]{2,9}", fullmatch=True), min_size=1, max_size=6, unique=True)
CELL = st.one_of(
    st.sampled_from(["", "–", "n/a", "NaN", "inf", "2019", "2019-03-05", "1,5", "1.5", "12 %", "€ 5", "#DIV/0!", "x"]),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8),
)


def as_csv(rows: list[list[object]]) -> str:
    """Return rows as a file."""
    stream = StringIO()
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return stream.getvalue()


@pytest.mark.slow
@given(NAMES, NAMES, st.data())
def test_wide_data_are_drawn_as_they_are_written(towns, names, data):
    """From CSV and XLSX alike: every number, in its place, with its gaps."""
    columns = [[data.draw(VALUE) for _ in towns] for _ in names]
    columns[0][0] = 1
    rows: list[list[object]] = [["Town", *names]]
    rows += [[town, *(column[index] for column in columns)] for index, town in enumerate(towns)]
    entry = f"{{type: column, file: FILE, x: Town, y: [{', '.join(names)}]}}"
    text = read(entry.replace("FILE", "f.csv"), {"f.csv": as_csv(rows)}).chart
    sheet = read(entry.replace("FILE", "f.xlsx"), {"f.xlsx": workbook(("A", rows))}).chart
    expected = {
        name: tuple(None if one is None else float(one) for one in column)
        for name, column in zip(names, columns, strict=True)
    }
    assert text and sheet
    assert values(text) == values(sheet) == expected
    assert text.categories.names == sheet.categories.names == tuple(towns)


@given(
    st.lists(st.tuples(st.integers(1990, 2030), st.sampled_from("ABC"), st.integers(0, 99)), min_size=1, max_size=20)
)
def test_long_data_are_drawn_or_told(rows):
    """A value a series and year, in the order of time; a second one is an error."""
    known = {(year, name): value for year, name, value in reversed(rows)}
    found = read(
        "{file: l.csv, x: Year, y: Sum, series: Town}", {"l.csv": as_csv([["Year", "Town", "Sum"], *map(list, rows)])}
    )
    is_twice = len(known) < len(rows)
    assert any(one.code == "repeated-point" for one in found.said) == is_twice
    if found.chart and not is_twice:
        years = sorted({year for year, _, _ in rows})
        drawn = {
            (year, one.name): value
            for one in found.chart.series
            for year, value in zip(years, one.values, strict=True)
            if value is not None
        }
        assert drawn == known


@pytest.mark.slow
@given(st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=1, max_size=6), st.sampled_from(["en", "de"]))
def test_any_file_is_a_chart_or_an_error_with_its_place(rows, language):
    """Nothing fails, and no chart holds what is no number."""
    for type in ("", "type: line, ", "type: scatter, ", "type: pie, ", "type: waterfall, ", "type: slope, "):
        found = read(f"{{{type}file: f.csv}}", {"f.csv": as_csv(rows)}, language)
        errors = [one for one in found.said if one.severity is Severity.ERROR]
        assert found.chart or errors
        assert all(one.span and one.help for one in found.said)
        if found.chart:
            numbers = [one for series in found.chart.series for one in (*series.values, *series.xs, *series.sizes)]
            assert all(one is None or isfinite(one) for one in numbers)
            assert found.chart.alt
            count = len(found.chart.categories.names)
            assert all(len(one.values) == count for one in found.chart.series) or found.chart.series[0].xs
