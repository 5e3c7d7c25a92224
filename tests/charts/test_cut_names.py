"""Names that are cut in a chart for want of room: they are told, above all if two read the same then."""

from __future__ import annotations

import json

import pytest

from tests.projects import DECK, Project

LONG = "University hospital of the northern province, of the southern one, of the eastern and western ones, and of its "


def said(folder, chart: dict) -> list[tuple[str, str]]:
    """Return what is said of names in a narrow chart: codes and messages."""
    columns = [{"chart": chart}, {"text": "Words."}, {"text": "Words."}]
    _, diagnostics = Project(folder).read(f"{DECK}  - title: A\n    columns: {json.dumps(columns)}\n")
    return [(one.code, one.message) for one in diagnostics if "name" in one.code]


def slope(*names: str) -> dict:
    """Return a slope chart of series of these names."""
    rows = [["Place", "2020", "2022"], *([name, str(n + 1), str(9 - 3 * n)] for n, name in enumerate(names))]
    return {"type": "slope", "rows": rows}


def bars(*names: str) -> dict:
    """Return bars of categories of these names."""
    return {"type": "bar", "categories": [*names], "values": [n + 1 for n in range(len(names))]}


@pytest.mark.parametrize("chart", [slope, bars])
def test_two_names_that_are_cut_to_the_same_are_told(chart, tmp_path):
    """With both, as they are."""
    first, second = f"{LONG}many islands in the sea", f"{LONG}mainland"
    ((code, message),) = said(tmp_path, chart(first, second))
    assert code == "names-alike"
    assert message == f"slide 2: `{first}` and `{second}` read the same in its chart, where they are cut"


@pytest.mark.parametrize("chart", [slope, bars])
def test_a_name_that_is_cut_is_noted(chart, tmp_path):
    """And not one that has room."""
    name = f"{LONG}many islands in the sea"
    assert said(tmp_path, chart(name, "Town hall")) == [
        ("shortened-name", f"slide 2: the name `{name}` is cut in its chart")
    ]
    assert said(tmp_path, chart("Port", "Town hall")) == []


@pytest.mark.parametrize("chart", [slope, bars])
def test_an_ellipsis_of_its_own_is_no_cut(chart, tmp_path):
    """Nor is one whose beginning is another one's name."""
    assert said(tmp_path, chart("Port…", "Port", "Port and town")) == []
