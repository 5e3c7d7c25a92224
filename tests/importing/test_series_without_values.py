"""Series of charts that have a name and no values yet: nobody loses them without a word."""

from __future__ import annotations

import pytest
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from tests.importing.presentations import TITLE_ONLY, content_slide, slide_of

EMPTY = (None, None)


def chart_with(kind, *series, said=()):
    """Return what becomes of a chart with series over two names."""
    data = CategoryChartData()
    data.categories = ["a", "b"]
    for name, values in series:
        data.add_series(name, values)

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        slide.shapes.add_chart(kind, Inches(1), Inches(2), Inches(6), Inches(4), data)

    return slide_of(make, said)


@pytest.mark.parametrize(
    "kind",
    [XL_CHART_TYPE.COLUMN_CLUSTERED, XL_CHART_TYPE.BAR_STACKED, XL_CHART_TYPE.LINE, XL_CHART_TYPE.AREA_STACKED],
)
@pytest.mark.parametrize("place", [0, 1])
def test_a_series_without_values_keeps_its_name(kind, place):
    """Wherever it is among the others."""
    series = [("Plan", (1, 2)), ("Last", (2, 3))]
    series.insert(place, ("Actual", EMPTY))
    found = chart_with(kind, *series)["chart"]["series"]
    assert [one["name"] for one in found] == [name for name, _ in series]
    assert found[place]["values"] == ["", ""]


def test_a_series_with_a_name_alone_takes_no_numbers_away():
    """Those of one without a name; and a pie shows the first that has some."""
    series = ("", (1, 2)), ("Actual", EMPTY)
    assert chart_with(XL_CHART_TYPE.COLUMN_CLUSTERED, *series)["chart"]["series"][0]["values"] == ["1", "2"]
    said = [(2, "a pie shows one series: others are left out")]
    pie = chart_with(XL_CHART_TYPE.DOUGHNUT, ("Actual", EMPTY), ("Plan", (1, 2)), said=said)
    assert pie["chart"]["values"] == ["1", "2"]


def test_a_chart_without_any_value_is_told():
    """Names alone are none."""
    said = [(2, "a chart whose numbers are not in the file is left out, with the words “Actual”, “a”, “b”")]
    assert chart_with(XL_CHART_TYPE.COLUMN_CLUSTERED, ("Actual", EMPTY), said=said) == {}


def test_a_series_of_points_without_any_is_told():
    """A deck has series of points only."""

    def make(found):
        data = XyChartData()
        data.add_series("Plan").add_data_point(1, 2)
        data.add_series("Actual")
        slide = content_slide(found, layout=TITLE_ONLY)
        slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, Inches(1), Inches(2), Inches(6), Inches(4), data)

    chart = slide_of(make, [(2, "a series of a chart without any point is left out: “Actual”")])["chart"]
    assert [one["name"] for one in chart["series"]] == ["Plan"]
