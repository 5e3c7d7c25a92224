"""Formats of a workbook's cells: a chart has their units, and no more decimals than they show."""

from __future__ import annotations

import pytest

from tests.resolve.charts.reading import chart, values, workbook

ROWS = [["Town", "Rent"], ["Bonn", 12.345], ["Ulm", 9.5], ["Hof", 1240.0]]


def money(code: str, rows: list[list[object]] = ROWS) -> dict[str, str | bytes]:
    """Return a workbook whose second column has a format."""
    return {"a.xlsx": workbook(("A", rows), formats={1: code})}


@pytest.mark.parametrize(
    ("code", "prefix", "unit", "most"),
    [
        ("General", "", "", None),
        ("0.00", "", "", 2),
        ('#,##0.00 "€"', "", "€", 2),
        ("#,##0 [$CHF-807]", "", "CHF", 0),
        ("[$$-409]#,##0.0", "$", "", 1),
        ('_-* #,##0.00 "€"_-;-* #,##0.00 "€"_-;_-* "-"?? "€"_-;_-@_-', "", "€", 2),
        ('0.0"%"', "", "%", 1),
        ('0" kWh"', "", "kWh", 0),
        ('0.0,,"M"', "", "", None),
        ("0.00E+00", "", "", None),
    ],
)
def test_units_and_decimals_are_those_of_the_cells(code, prefix, unit, most):
    """The values keep all of their digits."""
    found = chart("{file: a.xlsx}", money(code))
    style = found.y_axis.style
    assert (style.prefix, style.unit, style.most_decimals) == (prefix, unit, most)
    assert values(found) == {"Rent": (12.345, 9.5, 1240.0)}


def test_the_deck_says_otherwise():
    """Its unit and its decimals come first."""
    style = chart("{file: a.xlsx, unit: EUR, decimals: 1}", money('#,##0.00 "€"')).y_axis.style
    assert (style.unit, style.decimals) == ("EUR", 1)


def test_millions_have_decimals_of_their_own():
    """`#,##0` tells nothing of them."""
    rows = [["Town", "Rent"], ["Bonn", 1_240_000], ["Ulm", 980_000]]
    found = chart("{file: a.xlsx, scale: million}", money('#,##0 "€"', rows))
    assert found.alt.replace("\u00a0", " ") == "Column chart: Bonn 1.24 million €, Ulm 0.98 million €."


@pytest.mark.parametrize(
    ("code", "alt"),
    [
        ('#,##0.0 "€"', "Column chart: Bonn 12.3 €, Ulm 9.5 €, Hof 1,240.0 €."),
        ("0", "Column chart: Bonn 12, Ulm 10, Hof 1,240."),
        ("General", "Column chart: Bonn 12.35, Ulm 9.50, Hof 1,240.00."),
    ],
)
def test_no_more_decimals_are_said_than_the_cells_show(code, alt):
    """As labels have them."""
    assert chart("{file: a.xlsx}", money(code)).alt.replace("\u00a0", " ") == alt


def test_some_cells_of_a_sheet_of_money_go_without_its_sign():
    """As accountants have it: nothing is said, and no unit is guessed."""
    files: dict[str, str | bytes] = {
        "a.xlsx": workbook(("A", [["Town", "A", "B"], ["Bonn", 5, 6]]), formats={1: '0 "€"', 2: "0"})
    }
    assert chart("{file: a.xlsx}", files).y_axis.style.unit == ""


@pytest.mark.parametrize(("language", "names"), [("de", ("1,250", "2,500")), ("en", ("1.250", "2.500"))])
def test_numbers_that_are_names_are_shown_as_the_sheet_shows_them(language, names):
    """A German deck showed a category of 1.25 with a point, which parts thousands there."""
    files = {"a.xlsx": workbook(("A", [["Level", "Count"], [1.25, 3], [2.5, 4]]), formats={0: "0.000"})}
    found = chart("{type: column, file: a.xlsx, x: Level, y: Count, highlight: 2.5}", files, language)
    assert found.categories.names == names
    assert names[1] in found.alt
    labelled = chart("{type: scatter, file: a.xlsx, x: Count, y: Count, label: Level}", files, language)
    assert labelled.series[0].names == names


def test_years_that_are_names_have_no_groups():
    """However their cells are shown: they are dates."""
    files = {"a.xlsx": workbook(("A", [["Year", "Count"], [2023, 3], [2024, 4]]), formats={0: "#,##0"})}
    assert chart("{type: column, file: a.xlsx, x: Year, y: Count}", files).categories.names == ("2023", "2024")
