"""Percents: cells that are written so, units that say so again, and places on an axis that shows them."""

from __future__ import annotations

import pytest

from deckmaker.layout.charts.data_table import data_table
from deckmaker.localization.numbers import format_number
from tests.resolve.charts.reading import chart, read, values

TWO = "type: line, categories: [2021, 2022], values: [62 %, 65 %]"


@pytest.mark.parametrize(
    "more", ["", ', unit: "%"', ", unit: Percent", ', prefix: "~"', ', unit: "%", format: percent']
)
def test_a_unit_of_percent_says_what_the_cells_do(more):
    """It is the same, and not twice."""
    found = chart(f"{{{TWO}{more}}}")
    assert values(found) == {"": (0.62, 0.65)}
    assert format_number(0.62, found.y_axis.style).endswith("62%")
    assert data_table(found).rows[0][1].endswith("62%")
    assert "62%" in found.alt and "0.62" not in found.alt


def test_numbers_without_a_sign_have_it_behind_them():
    """62 with a unit of percent is 62%."""
    found = chart('{type: line, categories: [2021, 2022], values: [62, 65], unit: "%", min: 50 %, lines: [64 %]}')
    assert (values(found), found.y_axis.least, found.lines[0].at) == ({"": (62, 65)}, 50, 64)
    assert data_table(found).rows[0][1] == "62%"


def test_a_second_axis_of_percents_has_its_sign_once():
    """Where `second_unit` says it again."""
    found = chart(
        "{type: column, categories: [a, b], second_unit: '%', series: ["
        "{name: Sold, values: [10, 20]}, {name: Share, values: [62 %, 65 %], as: line, axis: second}]}"
    )
    assert format_number(0.62, found.second_axis.style) == "62%"


@pytest.mark.parametrize(
    ("low", "high", "at"), [("50 %", "80%", "64 %"), ("50", "80", "64"), ("50.0", "80,0 %", '"64,0"')]
)
def test_places_on_an_axis_of_percents_are_what_it_shows(low, high, at):
    """With their sign or without it."""
    found = chart(f"{{{TWO}, min: {low}, max: '{high}', lines: [{at}], bands: [{{from: {at}, to: 65}}]}}")
    assert (found.y_axis.least, found.y_axis.most) == (0.5, 0.8)
    assert (found.lines[0].at, found.bands[0].start, found.bands[0].end) == (0.64, 0.64, 0.65)


def test_shares_of_a_sum_are_percents():
    """Whatever their numbers are."""
    found = chart("{type: column, stack: percent, categories: [a], series: {x: [1], y: [3]}, lines: [50 %, 25]}")
    assert [one.at for one in found.lines] == [0.5, 0.25]


def test_the_x_axis_of_points_may_show_percents():
    """As that of values may."""
    rows = {"p.csv": "Town,Share,Rent\nBonn,20 %,9\nUlm,30 %,8\n"}
    found = chart("{type: scatter, file: p.csv, x: Share, y: Rent, x_min: 10 %, lines: [{at: 25, axis: x}]}", rows)
    assert (found.x_axis.least, found.lines[0].at) == (0.1, 0.25)


def test_ends_are_told_as_they_are_written():
    """In percents."""
    told = read(f"{{{TWO}, min: 80 %, max: 50 %}}").told
    assert told[0][2] == "the axis begins at 80 and ends at 50"


@pytest.mark.parametrize(
    ("more", "help"),
    [
        ("lines: [0.64]", "64 %"),
        ("min: 0.5", "50 %"),
        ("bands: [{from: 0.6}]", "60 %"),
        ("max: 1", "100 %"),
    ],
)
def test_a_part_of_one_is_told(more, help):
    """Where it would be below one percent, and the values are not."""
    found = read(f"{{{TWO}, {more}}}")
    said = next(one for one in found.said if one.code == "small-percent")
    assert (said.help or "").startswith(f"write `{help}` if that is meant")


def test_a_small_percent_is_none_too_many():
    """With its sign, or among values as small."""
    assert not read(f"{{{TWO}, lines: [0.5 %, 0], min: 0}}").said
    assert not read("{type: line, categories: [a, b], values: [0.2 %, 0.7 %], lines: [0.5], max: 1}").said
    assert not read("{type: line, categories: [a, b], values: [0.2, 0.7], lines: [0.5], max: 1}").said


@pytest.mark.parametrize("type", ["pie", "doughnut"])
@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("[50 %, 35 %, 25 %]", "the percents add up to 110 %: of that, `A` with 50 % is shown as 45.5 %"),
        ('[50, 35, 25], unit: "%"', "the percents add up to 110 %: of that, `A` with 50 % is shown as 45.5 %"),
        (
            '[2531245.5, 1, 25], unit: "%"',
            "the percents add up to 2,531,272 %: of that, `A` with 2,531,246 % is shown as 100 %",
        ),
        ("[10 %, 30.5 %, '']", "the percents add up to 40.5 %: of that, `B` with 30.5 % is shown as 75.3 %"),
    ],
)
def test_a_pie_whose_percents_are_of_another_whole_is_told(type, data, said):
    """Its wedges say other percents than those that were written."""
    found, diagnostics = read(f"{{type: {type}, categories: [A, B, C], values: {data}}}")
    assert found
    told = [(one.code, one.message) for one in diagnostics]
    assert told[-1] == ("other-whole", said)
    assert [code for code, _ in told[:-1]] == ["not-shown"] * data.count("''")


@pytest.mark.parametrize(
    "data", ["[33 %, 33 %, 33 %]", "[34, 34, 34], unit: '%'", "[50, 35, 25]", "[1 %, 49.4 %, 49 %]"]
)
def test_a_pie_of_rounded_percents_or_of_numbers_is_not(data):
    """Rounding leaves or adds some; what is no percent has any sum."""
    found, diagnostics = read(f"{{type: pie, categories: [A, B, C], values: {data}}}")
    assert found and not list(diagnostics)


def test_bars_of_percents_may_have_any_sum():
    """As of several answers."""
    found, diagnostics = read("{type: bar, categories: [A, B, C], values: [50 %, 35 %, 25 %]}")
    assert found and not list(diagnostics)


def test_a_pie_of_which_rows_are_left_out_is_told():
    """Half of the whole was shown as 63 %, and nobody said that 20 % were missing."""
    rows = "rows: [[Town, Value], [A, 50], [B, 30], [C, 20]], sort: falling"
    found, diagnostics = read(f"{{type: pie, {rows}, most: 2}}")
    assert found
    (told,) = diagnostics
    assert told.code == "other-whole"
    assert told.message == "`most` leaves a row out, and wedges show shares of what is left"
    assert not read(f"{{type: pie, {rows}, most: 3}}").said
    assert not read(f"{{type: bar, {rows}, most: 2}}").said
