"""Titles of the axes of our own charts: they stand around these as texts, and come back as keys."""

from __future__ import annotations

from typing import Any

import pytest

from tests.importing.own_decks import chart_again
from tests.projects import Project

ONE = "categories: [a, b], series: [{name: s, values: [10, 20]}]"
TWO = (
    "categories: [a, b], series: "
    "[{name: s, as: column, values: [10, 20]}, {name: t, as: line, axis: second, values: [1, 3]}]"
)
POINTS = "series: [{name: s, values: [[1, 20], [3, 40]]}]"
SIZES = "series: [{name: s, values: [[1, 20, 5], [3, 40, 6]]}]"


def titles(chart: dict[str, Any]) -> dict[str, str]:
    """Return what a chart says of its axes."""
    return {key: chart[key] for key in ("x_title", "y_title", "second_title") if key in chart}


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(
    ("kind", "data", "keys"),
    [
        ("column", ONE, "xy"),
        ("column", ONE, "x"),
        ("column", ONE, "y"),
        ("bar", ONE, "xy"),
        ("bar", ONE, "x"),
        ("bar", ONE, "y"),
        ("line", ONE, "xy"),
        ("area", ONE, "xy"),
        ("scatter", POINTS, "xy"),
        ("scatter", POINTS, "x"),
        ("bubble", SIZES, "xy"),
        ("combination", TWO, "xy2"),
        ("combination", TWO, "y"),
        ("combination", TWO, "2"),
    ],
)
def test_titles_of_axes_come_back(kind, data, keys, language, tmp_path):
    """Whatever axes a chart has, and on whichever side these stand."""
    every = {"x": ("x_title", "Harbours in 2024"), "y": ("y_title", "Tonnes in 2024"), "2": ("second_title", "Share")}
    wished = dict(every[key] for key in keys)
    said = "".join(f", {key}: {words}" for key, words in wished.items())
    assert titles(chart_again(Project(tmp_path), f"{{type: {kind}, alt: x, {data}{said}}}", language)) == wished


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("look", ["unit: '%'", "prefix: CHF, unit: kg", "prefix: $", "scale: million"])
@pytest.mark.parametrize("title", ["", "Power"])
def test_short_units_and_numbers_along_axes_are_no_titles(title, look, language, tmp_path):
    """The chart has a unit as its `unit`, also where it stands behind the title or in its place."""
    data = "categories: [a, b], series: [{name: s, values: [10000000, 20000000]}, {name: t, values: [1, 2]}]"
    said = f", y_title: {title}" if title else ""
    chart = chart_again(Project(tmp_path), f"{{type: line, alt: x, {data}, {look}{said}}}", language)
    assert titles(chart) == ({"y_title": title} if title else {})


@pytest.mark.parametrize(("title", "shown"), [("", "kWh"), (", y_title: Power", "Power (kWh)")])
def test_a_long_unit_above_an_axis_is_its_title(title, shown, tmp_path):
    """The numbers go without it, so that it stands nowhere else in the file."""
    assert titles(chart_again(Project(tmp_path), f"{{type: line, alt: x, {ONE}, unit: kWh{title}}}")) == {
        "y_title": shown
    }


def test_names_of_series_above_two_axes_are_no_titles(tmp_path):
    """They stand there where an axis has no title."""
    assert titles(chart_again(Project(tmp_path), f"{{type: combination, alt: x, {TWO}}}")) == {}


def test_marks_in_titles_of_axes_come_back(tmp_path):
    """As in all texts of a deck."""
    chart = chart_again(Project(tmp_path), f"{{type: column, alt: x, {ONE}, y_title: 'CO~2~ in *tons*'}}")
    assert titles(chart) == {"y_title": "CO~2~ in *tons*"}
