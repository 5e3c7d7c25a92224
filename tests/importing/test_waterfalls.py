"""Waterfalls of our own: stacked columns in the file, and waterfalls again in the deck."""

from __future__ import annotations

import re
from typing import Any

import pytest
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from tests.importing.own_decks import chart_again
from tests.importing.presentations import TITLE_ONLY, content_slide, imported, slide_of, with_parts
from tests.projects import Project

NAMES = ["Begin", "A", "B", "C", "End"]


def chart_of(values: list[Any], more: str = "") -> str:
    """Return a waterfall as somebody writes it."""
    shown = ", ".join("''" if one is None else str(one) for one in values)
    return f"{{type: waterfall, alt: x, categories: [{', '.join(NAMES[: len(values)])}], values: [{shown}]{more}}}"


@pytest.mark.alike(every=3)
@pytest.mark.parametrize(
    ("values", "sums"),
    [
        ([10, -2, -3], {}),
        ([10, -4, 3, -9, None], {4: 0}),
        ([10, 2, 3, -15], {}),
        ([10, -12, None, 7, None], {2: -2, 4: 5}),
        ([-10, 4, -3, 20, -30], {}),
        ([0.1, -0.25, 0.3, -0.15, None], {4: 0}),
        ([5, 0, None, 0, 2], {0: 5, 2: 5}),
        ([-3, None], {0: -3, 1: -3}),
    ],
)
@pytest.mark.parametrize("look", ["", ", highlight: [A]", ", unit: kg, prefix: $", ", format: percent"])
def test_a_waterfall_comes_back_with_its_values_and_totals(values, sums, look, tmp_path):
    """Above zero, below and across it; what stands around it are its own numbers and its legend."""
    chart = chart_again(Project(tmp_path), chart_of(values, look))
    assert (chart["type"], chart["categories"]) == ("waterfall", NAMES[: len(values)])
    assert chart["values"] == [sums[index] if one is None else one for index, one in enumerate(values)]
    assert chart.get("totals", []) == [NAMES[index] for index in sums]


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_the_legend_of_a_waterfall_is_no_text_in_any_language(language, tmp_path):
    """It says what colours mean, which follows the type."""
    assert chart_again(Project(tmp_path), chart_of([10, -4, None]), language)["values"] == [10, -4, 6]


def test_the_name_of_a_waterfall_s_series_comes_back(tmp_path):
    """All its parts have it in the file."""
    data = "categories: [a, b], series: [{name: Change, values: [3, -1]}]"
    chart = chart_again(Project(tmp_path), f"{{type: waterfall, alt: x, {data}}}")
    assert chart["series"] == [{"name": "Change", "values": [3, -1]}]


def test_a_waterfall_whose_colours_are_no_longer_those_of_the_scheme_comes_back(tmp_path):
    """Programs that save it may write others: then the places of columns tell what these mean."""
    project = Project(tmp_path)
    chart_again(project, chart_of([10, -4, 3, None]))
    content = with_parts((project.folder / "deck.pptx").read_bytes(), _without_scheme)
    chart = imported(content)[0].slides[0]["chart"]
    assert (chart["values"], chart["totals"]) == (["10", "-4", "3", "9"], ["Begin", "C"])


def _without_scheme(name: str, part: bytes) -> bytes:
    if not re.fullmatch(r"ppt/charts/chart\d+\.xml", name):
        return part
    return re.sub(rb'<a:schemeClr val="accent(\d)">(.*?)</a:schemeClr>', rb'<a:srgbClr val="11223\1"/>', part)


def test_stacked_columns_of_others_stay_such():
    """Also on a base that nobody sees, which has a name."""

    def make(found):
        data = CategoryChartData()
        data.categories = ["a", "b"]
        for name, values in (("Base", (0, 2)), ("Up", (5, 3))):
            data.add_series(name, values)
        frame = content_slide(found, layout=TITLE_ONLY).shapes.add_chart(
            XL_CHART_TYPE.COLUMN_STACKED, Inches(1), Inches(2), Inches(6), Inches(4), data
        )
        frame.chart.plots[0].series[0].format.fill.background()

    chart = slide_of(make)["chart"]
    assert (chart["type"], [one["name"] for one in chart["series"]]) == ("column", ["Base", "Up"])


@pytest.mark.parametrize("theme", ["", "theme: plain"])
def test_a_total_below_zero_stays_below_it(theme, tmp_path):
    """Also where it is all that there is, and its colour tells nothing."""
    project = Project(tmp_path)
    chart = chart_again(project, chart_of([-40], ", totals: [Begin]"), f"en\n{theme}")
    assert chart["values"] == [-40]
