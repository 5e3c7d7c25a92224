"""Charts of our own presentations that other programs have as others: they come back as what they were."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from pptx.chart.data import CategoryChartData

from tests.importing.own_decks import chart_again, imported_again
from tests.projects import Project, run

_SERIES = "categories: ['2019', '2025'], series: [{name: Old, values: [1, 2]}, {name: Young, values: [3, 4]}]"
_NAMED = "categories: [a, b], series: [{name: Old, values: [1, 2]}, {name: Young, values: [3, 4]}]"
CHARTS = {
    "dumbbells": "{type: dumbbell, categories: [Bremen, Berlin and its environs], series: [{name: A, values: [1, 2]}, "
    "{name: B, values: [4, –]}]}",
    "a slope": f"{{type: slope, {_SERIES}}}",
    "slopes": f"{{type: slope, multiples: true, {_SERIES}}}",
    "columns": f"{{type: column, multiples: true, {_NAMED}}}",
    "bars": f"{{type: bar, multiples: true, {_NAMED}}}",
    "lines": f"{{type: line, multiples: true, {_NAMED}}}",
    "points": "{type: scatter, multiples: true, series: [{name: Old, values: [[1, 2], [2, 3]]}, "
    "{name: Young, values: [[3, 4], [4, 5]]}]}",
}


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_charts_come_back_as_they_were(chart, tmp_path):
    """With the names of all that they show."""
    again = chart_again(Project(tmp_path), chart)
    written = yaml.safe_load(chart)
    again.pop("alt", None)
    for one in written["series"]:
        one["values"] = ["" if value == "–" else value for value in one["values"]]
    categories = {"categories": [str(one) for one in again["categories"]]} if "categories" in again else {}
    assert {**again, **categories} == written
    assert run("build", tmp_path / "again.yaml", "-f", "pptx").exit_code == 0


def test_what_stands_below_charts_of_many_slides_is_no_footer(tmp_path):
    """Their axes begin at the same number, near the foot of the page."""
    project = Project(tmp_path)
    chart = (
        "chart: {type: line, multiples: true, unit: tonnes a head, categories: [a, b], series: {A: [1, 9], B: [2, 9]}}"
    )
    slides = "".join(f"- title: T{number}\n  {chart}\n" for number in range(4))
    again, said = imported_again(project, f"title: T\nslides:\n- title: T\n{slides}")
    assert "footer" not in yaml.safe_load((tmp_path / "again.yaml").read_text())
    assert ("warning" in said, [one["chart"]["y_title"] for one in again[1:]]) == (False, ["tonnes a head"] * 4)


def test_dumbbells_side_by_side_have_their_own_rows(tmp_path):
    """And words of an author beside them stay."""
    charts = [
        "{type: dumbbell, categories: [C, D], series: [{name: A, values: [1, 2]}, {name: B, values: [4, 3]}], "
        "lines: [{at: 2, label: Mean}]}",
        "{type: dumbbell, categories: [E, F], series: [{name: A, values: [2, 2]}, {name: B, values: [5, 3]}]}",
    ]
    columns = "".join(f"  - chart: {one}\n" for one in charts)
    (_, slide), _ = imported_again(
        Project(tmp_path), f"title: T\nslides:\n- title: T\n- title: A\n  columns:\n{columns}"
    )
    first, second = slide["columns"]
    assert (first["chart"]["categories"], second["chart"]["categories"]) == (["C", "D"], ["E", "F"])
    assert first["text"] == "Mean"


def frames(presentation: Any) -> list[Any]:
    """Return the charts of a group on the second slide."""
    (group,) = [one for one in presentation.slides[1].shapes if one.name.startswith("Charts ")]
    return [one for one in group.shapes if getattr(one, "has_chart", False)]


def imported_multiples(project: Project, change: Any) -> tuple[dict[str, Any], str]:
    """Return the slide of small multiples of lines that somebody changed, and what the import says."""
    chart = "{type: line, multiples: true, categories: [a, b, c], series: [{name: Old, values: [1, 2, 3]}, "
    chart += "{name: Young, values: [3, 4, 5]}]}"
    deck = f"title: T\nslides:\n- title: T\n- title: A\n  chart: {chart}\n"
    (_, slide), said = imported_again(project, deck, change)
    return slide, " ".join(said.split())


def with_data(frame: Any, **series: list[int]) -> None:
    """Give a chart other numbers."""
    data = CategoryChartData()
    data.categories = ["a", "b", "c"]
    for name, values in series.items():
        data.add_series(name, values)
    frame.chart.replace_data(data)


def test_small_multiples_have_the_numbers_of_the_chart_of_their_name(tmp_path):
    """Where the others have others of the same series, that is told."""
    slide, said = imported_multiples(
        Project(tmp_path), lambda one: with_data(frames(one)[0], Young=[3, 4, 5], Old=[1, 2, 9])
    )
    assert [one["values"] for one in slide["chart"]["series"]] == [[1, 2, 9], [3, 4, 5]]
    assert "numbers that differ among small multiples" in said


def test_small_multiples_that_are_none_any_more_say_which_they_are(tmp_path):
    """Each is a chart with the name that stood above it."""
    slide, _ = imported_multiples(
        Project(tmp_path), lambda one: with_data(frames(one)[0], Another=[1, 2, 9], B=[1, 2, 3])
    )
    assert [one["chart"]["subtitle"] for one in slide["columns"]] == ["Old", "Young"]


def test_a_waterfall_that_begins_above_zero_does_so_again(tmp_path):
    """As somebody asked for it: by itself, none does."""
    chart = "{type: waterfall, categories: [a, b, c], values: [110, 5, 115], totals: [a, c], min: 100}"
    assert chart_again(Project(tmp_path), chart)["min"] == 100
