"""Numbers of charts that were changed in PowerPoint: written as the deck has them typed."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx.chart.data import CategoryChartData

from deckmaker.localization.typed_numbers import number_in
from deckmaker.merging.changes import Row
from deckmaker.merging.finding import Effort, Finder
from deckmaker.merging.numbers import as_typed, decimal_of
from tests.hostile.work import calls_of, growth
from tests.merging.presentations import merged

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("typed", "plain", "new", "wanted"),
    [
        ("61,0", "61", "61.25", "61,25"),
        ("62,5", "62.5", "63", "63,0"),
        ("62%", "0.62", "0.7", "70%"),
        ("62 %", "0.62", "0.705", "70.5 %"),
        ("€1,200", "1200", "2600", "€2,600"),
        ("1.200", "1200", "12345.5", "12.345,5"),
        ("1 200,5 €", "1200.5", "-99", "-99,0 €"),
        ("−3", "-3", "4", "4"),
        ("- 3", "-3", "4", "4"),
        ("−3", "-3", "-5", "−5"),
        ("+4", "4", "5", "+5"),
        ("-€5", "-5", "6", "€6"),
        ("2.50", "2.5", "8.5", "8.50"),
        ("999", "999", "1000", "1000"),
    ],
)
def test_a_number_keeps_its_form(typed: str, plain: str, new: str, wanted: str) -> None:
    """Its decimal sign and as many decimals at least, marks of thousands, percent, currency, its minus."""
    decimal = decimal_of([typed], [plain])
    assert decimal
    assert as_typed(typed, new, decimal) == wanted


@pytest.mark.parametrize("typed", ["1.5e3", "(1500)"])
def test_what_has_no_such_form_is_none(typed: str) -> None:
    """Powers and brackets."""
    assert as_typed(typed, "3", "point") is None


@pytest.mark.parametrize("typed", ["about 1500", "1501", "", "1.500.0", "9" * 70])
def test_another_number_is_not_the_one(typed: str) -> None:
    """Nor is what is none, or far too long."""
    assert decimal_of([typed], ["1500"]) is None


@given(
    st.sampled_from(["1,200", "1.200", "1 200,5", "62,5 %", "-3", "€1,200.75", "12 kr", "−0,5", "+4", "1'000'000"]),
    st.sampled_from(["point", "comma"]),
    st.decimals(-(10**12), 10**12, allow_nan=False, places=4),
)
def test_what_is_written_is_read_as_what_was_meant(typed: str, decimal: str, new: Decimal) -> None:
    """Under the sign under which the old number was read."""
    was = number_in(typed, decimal)
    if was is None:
        return
    written = as_typed(typed, str(new), decimal)
    found = number_in(written, decimal) if written else None
    assert found and found.value == new


@pytest.mark.parametrize("values", ['["62,5", "61,0", "1.060"]', '["62,50", "61", "1 060"]'])
@pytest.mark.parametrize("language", ["de", "en"])
def test_edit_data_is_taken_over_however_numbers_are_typed(values: str, language: str, project: Any) -> None:
    """Of a series whose other numbers are typed in this way, too."""
    deck = (
        f"title: Noise\nlanguage: {language}\nslides:\n  - title: Noise\n  - title: Night\n    chart:\n"
        "      type: column\n      categories: [a, b, c]\n      series:\n"
        f"        - {{name: X, values: {values}}}   # s\n"
    )

    def change(found: Any) -> None:
        data = CategoryChartData()
        data.categories = ["a", "b", "c"]
        data.add_series("X", (62.5, 61.25, 1060))
        next(one for one in found.slides[1].shapes if one.has_chart).chart.replace_data(data)

    text, result = merged(project, deck, change)
    was = values.split('"')[3]
    assert text == deck.replace(f'"{was}"', '"61,25"'), result.stdout + result.stderr
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("language", "values", "new", "wanted"),
    [
        ("de", "[5, 4, 3]", 1.234, "['1,234', 4, 3]"),
        ("de", "[1649, 1789, 1729]", 1.5, "['1,5', 1789, 1729]"),
        ("de", "[5.5, 4, 3]", 1.234, "['1,234', 4, 3]"),
        ("en", "[5, 4, 3]", 1.234, "[1.234, 4, 3]"),
        ("en", "['5,5', 4, 3]", 1.25, "['1.25', 4, 3]"),
    ],
)
def test_whole_numbers_leave_the_decimal_sign_to_the_language(
    language: str, values: str, new: float, wanted: str, project: Any
) -> None:
    """Else a number would be a thousand times as large."""
    deck = f"title: N\nlanguage: {language}\nslides:\n  - title: N\n  - title: P\n    chart:\n      type: column\n"
    deck += f"      categories: [a, b, c]\n      values: {values}\n"

    def change(found: Any) -> None:
        chart = next(one for one in found.slides[1].shapes if one.has_chart).chart
        data = CategoryChartData()
        data.categories = ["a", "b", "c"]
        data.add_series("X", (new, 4, 3) if "1649" not in values else (new, 1789, 1729))
        chart.replace_data(data)

    text, result = merged(project, deck, change)
    assert text == deck.replace(values, wanted), result.stdout + result.stderr


def test_a_point_is_taken_over(project: Any) -> None:
    """One of a scatter chart, whose values are pairs."""
    deck = "title: N\nslides:\n  - title: N\n  - title: P\n    chart:\n      type: scatter\n      series:\n"
    deck += "        - {name: X, values: [[1, 2], [3, 4.50]]}\n"

    def change(found: Any) -> None:
        chart = next(one for one in found.slides[1].shapes if one.has_chart).chart
        from pptx.chart.data import XyChartData

        data = XyChartData()
        series = data.add_series("X")
        series.add_data_point(1, 2)
        series.add_data_point(3, 5.5)
        chart.replace_data(data)

    text, result = merged(project, deck, change)
    assert text == deck.replace("4.50", "5.50"), result.stdout + result.stderr


SORTED = """\
title: Complaints
slides:
  - title: Complaints
  - title: What wakes people
    chart:
      type: bar
      sort: -Complaints
      rows:
        - [Cause, Complaints]
        - [Cranes, 71]
        - [Generators, 96]
        - [Horns, 12]
"""
TWINS = """\
title: Calls
slides:
  - title: Calls
  - title: Seen in two ways
    columns:
      - chart: {type: column, categories: [A, B], series: {Reefers: [12, 8], Others: [12, 8]}}
      - chart: {type: column, stack: true, categories: [A, B], series: {Reefers: [12, 8], Others: [12, 8]}}
"""


def _number(chart: int, series: int, index: int, new: float) -> Callable[[Any], None]:
    """Return what changes one number of a chart, as *Edit Data* does: nothing moves."""

    def change(found: Any) -> None:
        one = [shape for shape in found.slides[1].shapes if shape.has_chart][chart].chart
        data = CategoryChartData()
        data.categories = list(one.plots[0].categories)
        for at, each in enumerate(one.plots[0].series):
            values = list(each.values)
            if at == series:
                values[index] = new
            data.add_series(each.name, values)
        one.replace_data(data)

    return change


@pytest.mark.parametrize(("index", "was", "new"), [(0, 96, 99), (0, 96, 50), (2, 12, 80)])
def test_a_number_of_a_chart_that_the_deck_sorts_is_written_where_it_stands(
    project: Any, index: int, was: int, new: int
) -> None:
    """Also if it stands elsewhere in the chart then: PowerPoint sorts nothing, and the deck does."""
    deck, result = merged(project, SORTED, _number(0, 0, index, new))
    assert deck == SORTED.replace(f", {was}]", f", {new}]")
    assert result.exit_code == 0, result.stdout


@pytest.mark.parametrize("chart", [0, 1])
@pytest.mark.parametrize("series", [0, 1])
def test_of_charts_and_series_with_the_same_numbers_the_one_in_its_place_changes(
    project: Any, chart: int, series: int
) -> None:
    """Whatever else says the same."""
    deck, result = merged(project, TWINS, _number(chart, series, 1, 9))
    lines = TWINS.splitlines()
    name = ("Reefers", "Others")[series]
    lines[5 + chart] = lines[5 + chart].replace(f"{name}: [12, 8]", f"{name}: [12, 9]")
    assert deck.splitlines() == lines, result.stdout
    assert result.exit_code == 0, result.stdout


def test_series_are_found_in_steps_for_each() -> None:
    """A chart may have many, in another order than that of the file."""

    def found(count: int) -> None:
        names = ["North", "South", "East"]
        series = [{"name": f"S{at}", "values": [str(at), str(at + 1), str(at * 9)]} for at in range(count)]
        finder = Finder({"chart": {"categories": names, "series": series}}, ("slides", 0), [], Effort())
        order = (2, 0, 1)
        for one in series:
            texts = tuple(one["values"][at] for at in order)
            assert finder.entries(Row(texts, (), 0, True, tuple(names[at] for at in order)))

    assert growth(calls_of, found, 100) < 2.4


NAMED = {
    "keys": "\n        Oats: [1.5, 2.5]\n        Rye: [3, 4]\n",
    "a list of keys": "\n        - Oats: [1.5, 2.5] # first\n        - Rye: [3, 4]\n",
    "a list of keys with keys": "\n        - Oats: {North: 1.5, South: 2.5}\n        - Rye: {North: 3, South: 4}\n",
    "names": "\n        - {name: Oats, values: [1.5, 2.5]}\n        - {name: Rye, values: [3, 4]}\n",
}


@pytest.mark.parametrize("form", NAMED)
def test_a_name_of_a_series_is_taken_over_however_it_is_written(form: str, project: Any) -> None:
    """As a key, too, with what is changed of the numbers below it."""
    deck = "title: Grain\nslides:\n  - title: Grain\n  - title: Fields\n    chart:\n      type: column\n"
    deck += f"      categories: [North, South]\n      series:{NAMED[form]}"

    def change(found: Any) -> None:
        data = CategoryChartData()
        data.categories = ["North", "South"]
        data.add_series("Oats", (1.5, 2.5))
        data.add_series("Barley", (3, 7))
        next(one for one in found.slides[1].shapes if one.has_chart).chart.replace_data(data)

    text, result = merged(project, deck, change)
    assert text == deck.replace("Rye", "Barley").replace(" 4", " 7"), result.output


@pytest.mark.parametrize(
    ("categories", "values", "wanted", "left"),
    [
        (["a", "b", "c", "d"], (1, 2, 7, 4), "[1, 2, 7]", "category “d” added"),
        (["n", "a", "b", "c"], (9, 5, 2, 3), "[5, 2, 3]", "category “n” added"),
        (["a", "n", "b", "c"], (1, 9, 2, 8), "[1, 2, 8]", "category “n” added"),
        (["a", "c"], (1, 8), "[1, 2, 8]", "category “b” removed"),
        (["a", "b", "c", "c"], (5, 2, 3, 4), "[1, 2, 3]", "category “c” added"),
    ],
)
def test_a_number_beside_a_category_that_came_or_went_is_taken_over(
    categories: list[str], values: tuple[int, ...], wanted: str, left: str, project: Any
) -> None:
    """By the name of its own, if no other has that. The other category is told."""
    deck = "title: N\nslides:\n  - title: N\n  - title: P\n    chart:\n      type: column\n"
    deck += "      categories: [a, b, c]\n      series: {X: [1, 2, 3], Y: [4, 5, 6]}\n"

    def change(found: Any) -> None:
        data = CategoryChartData()
        data.categories = categories
        data.add_series("X", values)
        data.add_series("Y", [{"a": 4, "b": 5, "c": 6}.get(name, 0) for name in categories])
        next(one for one in found.slides[1].shapes if one.has_chart).chart.replace_data(data)

    text, result = merged(project, deck, change)
    assert (text, result.exit_code) == (deck.replace("[1, 2, 3]", wanted), 1), result.stdout
    assert left in result.stdout.partition("Left to you")[2]
