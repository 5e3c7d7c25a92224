"""Days and times below charts of PowerPoint, which are numbers in the file."""

from __future__ import annotations

from datetime import date

import pytest
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from tests.importing.presentations import TITLE_ONLY, content_slide, slide_of

NEW_YEAR = 45292
"""1 January 2024."""


def days(numbers, code, from_1904=False):
    """Return the categories that become of numbers under a format."""

    def make(found):
        data = CategoryChartData()
        data.categories = [date(2024, 1, 1 + index) for index in range(len(numbers))]
        data.add_series("A", range(len(numbers)))
        slide = content_slide(found, layout=TITLE_ONLY)
        chart = slide.shapes.add_chart(XL_CHART_TYPE.LINE, Inches(1), Inches(2), Inches(6), Inches(4), data).chart
        space = chart._chartSpace
        space.date1904.set("val", "1" if from_1904 else "0")
        names = next(space.iter("{*}cat"))
        next(names.iter("{*}formatCode")).text = code
        for point, one in zip(names.iter("{*}v"), numbers, strict=True):
            point.text = str(one)

    return slide_of(make)["chart"]["categories"]


@pytest.mark.parametrize(
    ("numbers", "code", "expected"),
    [
        ((NEW_YEAR, NEW_YEAR + 1), "yyyy\\-mm\\-dd", ["2024-01-01", "2024-01-02"]),
        ((NEW_YEAR, NEW_YEAR + 0.25), "yyyy\\-mm\\-dd hh:mm", ["2024-01-01 00:00", "2024-01-01 06:00"]),
        ((NEW_YEAR, NEW_YEAR + 1), "d/m/yyyy h:mm", ["2024-01-01", "2024-01-02"]),
        ((NEW_YEAR + 0.3, NEW_YEAR + 1), "dd/mm/yyyy", ["2024-01-01", "2024-01-02"]),
        ((0.25, 0.75), "h:mm", ["06:00", "18:00"]),
        ((0.25, 1.5), "[h]:mm", ["6:00", "36:00"]),
        ((0.25, 0.5), "General", ["0.25", "0.5"]),
    ],
)
def test_days_and_times_are_as_their_format_shows_them(numbers, code, expected):
    """Whole days have no times, and all have one if any has: so no two are alike."""
    assert days(numbers, code) == expected


def test_days_may_count_from_1904():
    """In files of the Macintosh, with a format of dates and along an axis of dates."""
    assert days((NEW_YEAR - 1462,), "yyyy-mm-dd", from_1904=True) == ["2024-01-01"]
    assert days((NEW_YEAR - 1462,), "General", from_1904=True) == ["2024-01-01"]


def test_times_along_x_stay_numbers():
    """By which points have their places."""

    def make(found):
        data = XyChartData()
        for x, y in ((0.25, 1), (0.5, 2)):
            data.add_series("A" if x < 0.5 else "B").add_data_point(x, y)
        slide = content_slide(found, layout=TITLE_ONLY)
        frame = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, Inches(1), Inches(2), Inches(6), Inches(4), data)
        for one in frame.chart._chartSpace.iter("{*}xVal"):
            next(one.iter("{*}formatCode")).text = "h:mm"

    assert [one["values"] for one in slide_of(make)["chart"]["series"]] == [[["0.25", "1"]], [["0.5", "2"]]]
