"""Charts as written: what editors know of them, and that deckmaker takes just that."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from deckmaker.budget.charts import CHART_SERIES, CHART_VALUES
from deckmaker.language.deck import DeckEntry
from deckmaker.language.entry import json_schema
from tests.projects import ROOT
from tests.resolve.charts.reading import read

VALIDATOR = Draft202012Validator(json_schema(DeckEntry))
DOCS = (ROOT / "docs" / "charts.md").read_text(encoding="utf-8")
GRAMMAR = {"unknown-key", "wrong-type", "wrong-value", "missing-key"}

CHARTS: list[tuple[Any, bool]] = [
    ("trend.csv", True),
    ({"type": "line", "file": "trend.csv", "x": "Year", "y": ["Heat pumps", "Gas boilers"]}, True),
    ({"categories": ["a", 2019], "series": [{"name": 2023, "values": [1, None]}]}, True),
    ({"series": {"Gas": [1, 2], "Oil": [3, "–"]}}, True),
    ({"series": {"name": "Gas", "values": {"a": 1}}}, True),
    ({"categories": ["a", "b"], "series": [{"Gas": [1, 2]}, {"name": "Oil", "values": [3, "–"]}]}, True),
    ({"series": [{"Gas": {"a": 1}}]}, True),
    ({"series": [{"Gas": 1}]}, False),
    ({"type": "scatter", "series": [{"Gas": {"x": [1, 2], "y": [3, 4]}}]}, False),
    ({"type": "scatter", "series": {"Gas": {"x": [1, 2], "y": [3, 4]}}}, False),
    ({"type": "scatter", "values": {"x": [1, 2], "y": [3, 4]}}, False),
    ({"values": {"North": 1.4, "South": None}}, True),
    ({"rows": [["a", "b"], ["c", 1]], "highlight": {"b": ["c"]}, "labels": True, "legend": "direct"}, True),
    ({"values": [1], "lines": [55, {"at": 60, "label": "Limit"}], "bands": [{"from": 1, "to": 2}]}, True),
    ({"values": [1], "annotations": [{"at": 1, "text": "a"}], "multiples": {"across": 3}, "stack": "percent"}, True),
    ({"series": [{"name": "a", "values": [[1, 2], [3, 4, 5]]}], "log": "both"}, True),
    ({"type": "lines", "values": [1]}, False),
    ({"values": []}, False),
    ({"values": [1], "annotations": [{"at": 1}]}, False),
    ({"values": [1], "stack": "half"}, False),
    ({"values": [1], "decimals": -1}, False),
    ({"values": [1], "multiples": {"across": 0}}, False),
    ({"series": [{"nam": "a", "values": [1]}]}, False),
]


@pytest.mark.parametrize(("chart", "is_right"), CHARTS, ids=[json.dumps(chart)[:40] for chart, _ in CHARTS])
def test_editors_know_charts(chart, is_right):
    """The schema takes what deckmaker takes, and what it does not is told by its grammar."""
    assert VALIDATOR.is_valid({"title": "A", "slides": [{"chart": chart}]}) is is_right
    told = {one.code for one in read(json.dumps(chart, ensure_ascii=False)).said} - {"missing-file"}
    assert is_right or told & GRAMMAR


def test_the_documentation_names_the_limits_that_there_are():
    """Of what a chart shows."""
    assert f"at most {CHART_SERIES.limit} and {CHART_VALUES.limit}" in DOCS


@pytest.mark.parametrize(
    ("series", "help"),
    [
        ("{North: {x: [1, 2], y: [3, 4]}}", "write points as"),
        ("{North: {values: [1, 2]}}", "write `- {name: …, values: …}`"),
    ],
)
def test_a_list_of_values_is_no_value_of_a_category(series, help):
    """It was drawn as one point, of the first two of them."""
    said = read(f"{{type: scatter, series: [{series}]}}").said
    assert {one.code for one in said} == {"wrong-type"} and all(help in (one.help or "") for one in said)
