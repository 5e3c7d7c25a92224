"""Charts in every form of the survey, some built by hand."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from deckmaker.layout import Document
from deckmaker.layout.chart_item import AxisScale, ChartItem, PlotAxis
from deckmaker.survey.forms import in_form
from deckmaker.survey.picture.drawing import drawing
from deckmaker.survey.survey import DeckSurvey
from deckmaker.survey.surveying import survey_of
from tests.projects import ROOT
from tests.render.hand_charts import chart_document, chart_theme, columns, dots, samples, wedges

THEME = chart_theme()


def surveyed(*items: ChartItem) -> tuple[Document, DeckSurvey]:
    document = chart_document(items, THEME)
    return document, survey_of(document, Path("decks/deck.yaml").absolute(), Path().absolute(), None)


def listed(item: ChartItem) -> list[str]:
    """Return the lines of the listing that are about the chart."""
    lines = in_form("text", [surveyed(item)[1]], 160).splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("chart ") and " chart of " in line)
    behind = (number for number, line in enumerate(lines[at + 1 :], at + 1) if not line.startswith("    "))
    return [" ".join(line.split()) for line in lines[at : next(behind)]]


def test_a_chart_is_listed_with_its_plot_and_its_axes() -> None:
    """And what labels it has."""
    assert listed(columns(THEME)) == [
        "chart 48 140 864 320 column chart of 2 series and 2 points",
        "plot 780 × 250 at 90, 170; x axis of names; y axis from 0 to 3 in steps of 1",
        "labels: 2 category, 1 value",
    ]


@pytest.mark.parametrize(
    ("axis", "told"),
    [
        (PlotAxis(AxisScale.DATES, 738886.0, 739251.0, 31.0), "x axis from 2024-01-01 to 2024-12-31"),
        (PlotAxis(AxisScale.LOG, 0.1, 1000.0, 10.0), "x axis from 0.1 to 1000, each step times 10"),
        (PlotAxis(AxisScale.NAMES, 0.0, 2.0, 1.0, reversed=True), "x axis of names, reversed"),
    ],
)
def test_axes_are_told_as_they_count(axis: PlotAxis, told: str) -> None:
    """Dates as dates, powers as factors."""
    item = columns(THEME)
    listing = listed(replace(item, plots=(replace(item.plots[0], x_axis=axis, name="Berlin"),)))
    assert told in listing[1].split("; ") and listing[1].startswith("plot `Berlin` 780")


def test_a_pie_has_no_axes() -> None:
    """Its plot is all there is to tell."""
    assert listed(wedges(THEME))[1:] == ["plot 780 × 250 at 90, 170"]


def test_the_json_form_is_what_its_schema_says() -> None:
    """Of all kinds of charts."""
    _, survey = surveyed(*samples(THEME).values())
    whole = json.loads(in_form("json", [survey], 80))
    schema = json.loads((ROOT / "docs" / "show.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(whole)
    chart = next(one["chart"] for one in whole["decks"][0]["pages"][0]["items"] if one["kind"] == "chart")
    assert (chart["type"], chart["series"], chart["points"]) == ("column", 2, 2)
    assert chart["plots"][0]["box"] == {"x": 90, "y": 170, "width": 780, "height": 250}
    assert chart["plots"][0]["y_axis"] == {"scale": "numbers", "least": 0, "most": 3, "step": 1, "reversed": False}
    assert [(one["says"], one["series"], one["point"]) for one in chart["labels"]] == [
        ("category", None, 0),
        ("category", None, 1),
        ("value", 0, 1),
    ]
    assert chart["labels"][0]["lines"][0]["text"] == "2023"


def test_the_picture_shows_every_mark() -> None:
    """In its colour, and as transparent as it is."""
    document, survey = surveyed(dots(THEME))
    svg = drawing(document.pages[0], survey.pages[0], survey, document.theme)
    marks = [one for one in svg.iter("path") if one.get("fill") == THEME.palette["series-3"]]
    assert len(marks) == 12 and {one.get("fill-opacity") for one in marks} == {"0.6"}
    assert [one.get("stroke-width") for one in marks[:2]] == [None, "0.75"]
