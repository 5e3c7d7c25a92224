"""Charts of presentations, as python-pptx writes them, and the charts of decks that come of them."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from pptx.chart.data import BubbleChartData, CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from deckmaker.resolve.characters import FEWER_MARKS
from tests.importing.presentations import (
    TITLE_ONLY,
    content_slide,
    imported,
    presentation,
    slide_of,
    with_parts,
)
from tests.projects import Project, run


def chart_slide(kind: XL_CHART_TYPE, data: Any) -> dict[str, Any]:
    """Return the chart that comes of a slide with one."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        slide.shapes.add_chart(kind, Inches(1), Inches(2), Inches(6), Inches(4), data)

    found: dict[str, Any] = slide_of(make)["chart"]
    return found


def categories(*series: tuple[str, tuple[float | None, ...]], number_format: str = "General") -> CategoryChartData:
    """Return data of three quays."""
    data = CategoryChartData(number_format=number_format)
    data.categories = ["North", "South", "West"]
    for name, values in series:
        data.add_series(name, values)
    return data


QUAYS = ["North", "South", "West"]


@pytest.mark.parametrize(
    "kind, expected",
    [
        (XL_CHART_TYPE.COLUMN_CLUSTERED, {"type": "column"}),
        (XL_CHART_TYPE.BAR_STACKED, {"type": "bar", "stack": "true"}),
        (XL_CHART_TYPE.COLUMN_STACKED_100, {"type": "column", "stack": "percent"}),
        (XL_CHART_TYPE.LINE, {"type": "line"}),
        (XL_CHART_TYPE.AREA_STACKED, {"type": "area"}),
        (XL_CHART_TYPE.AREA_STACKED_100, {"type": "area", "stack": "percent"}),
        (XL_CHART_TYPE.AREA, {"type": "line"}),  # areas of a deck stand on one another
        (XL_CHART_TYPE.LINE_STACKED, {"type": "area"}),
        (XL_CHART_TYPE.LINE_STACKED_100, {"type": "area", "stack": "percent"}),
    ],
)
def test_charts_keep_their_kind_their_names_and_their_numbers(kind, expected):
    """Gaps stay gaps, and floats have no digits that nobody typed."""
    data = categories(("2023", (1.5, None, 3)), ("2024", (0.1 + 0.2, 5, 6)))
    series = [{"name": "2023", "values": ["1.5", "", "3"]}, {"name": "2024", "values": ["0.3", "5", "6"]}]
    assert chart_slide(kind, data) == {**expected, "categories": QUAYS, "series": series}


def test_charts_of_one_series_of_points_and_of_percents():
    """Pies, scatter and bubble charts, formats."""
    assert chart_slide(XL_CHART_TYPE.PIE, categories(("Share", (64, 17, 19)))) == {
        "type": "pie",
        "categories": QUAYS,
        "values": ["64", "17", "19"],
        "subtitle": "Share",  # which PowerPoint shows where a pie has no title
    }
    alone = chart_slide(XL_CHART_TYPE.AREA, categories(("Share", (64, 17, 19))))
    assert alone["type"] == "area"
    percents = chart_slide(XL_CHART_TYPE.COLUMN_CLUSTERED, categories(("A", (0.5, 0.2, 0.1)), number_format="0.0%"))
    assert percents["format"] == "percent"
    literal = chart_slide(XL_CHART_TYPE.COLUMN_CLUSTERED, categories(("A", (50, 20, 10)), number_format='0"%"'))
    assert "format" not in literal
    points = XyChartData()
    one = points.add_series("Ships")
    one.add_data_point(120, 61.5)
    one.add_data_point(200, 64)
    assert chart_slide(XL_CHART_TYPE.XY_SCATTER, points) == {
        "type": "scatter",
        "series": [{"name": "Ships", "values": [["120", "61.5"], ["200", "64"]]}],
    }
    bubbles = BubbleChartData()
    bubbles.add_series("Ships").add_data_point(120, 61.5, 3)
    assert chart_slide(XL_CHART_TYPE.BUBBLE, bubbles)["series"][0]["values"] == [["120", "61.5", "3"]]


@pytest.mark.parametrize("kind", [XL_CHART_TYPE.PIE, XL_CHART_TYPE.DOUGHNUT])
@pytest.mark.parametrize("title", ["Ships at the quays", ""], ids=["of its own", "deleted"])
def test_a_pie_keeps_the_name_of_its_series_where_that_is_not_its_title(title, kind):
    """It is what its numbers count."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        data = categories(("Calls", (64, 17, 19)))
        chart = slide.shapes.add_chart(kind, Inches(1), Inches(2), Inches(6), Inches(4), data).chart
        chart.has_title = bool(title)
        if title:
            chart.chart_title.text_frame.text = title

    found = slide_of(make)["chart"]
    assert found["series"] == [{"name": "Calls", "values": ["64", "17", "19"]}] and "values" not in found
    assert found.get("subtitle", "") == title


def test_what_a_workbook_could_not_compute_is_a_gap():
    """As PowerPoint draws it. It is told, once for a chart; so is a number that is none for programs."""
    found = with_values({2: "#REF!"})
    assert found.slides[0]["chart"]["series"][0]["values"] == ["1", "", "3"]
    assert found.messages == [(2, "values of a chart that are no numbers are left out: “#REF!”")]
    found = with_values({1: "#N/A", 3: "1e999"})
    assert found.slides[0]["chart"]["series"][0]["values"] == ["", "2", ""]
    assert found.messages == [(2, "values of a chart that are no numbers are left out: “#N/A”, “1e999”")]


def test_a_chart_without_any_number_is_told_with_its_words():
    """They are nowhere else."""
    found = with_values({1: "#N/A", 2: "#DIV/0!", 3: "#N/A"})
    words = "“Calls”, " + ", ".join(f"“{name}”" for name in NAMES)
    what = "a chart whose values are no numbers, such as “#N/A”, is left out"
    assert found.messages == [(2, f"{what}, with the words {words}")]


NAMES = ("Haifa", "Ashdod", "Eilat")


def with_values(others):
    """Return the deck of a chart of the values 1, 2 and 3, with `others` in the place of some of these."""
    data = CategoryChartData()
    data.categories = NAMES
    data.add_series("Calls", (1, 2, 3))

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        kind = XL_CHART_TYPE.COLUMN_CLUSTERED
        slide.shapes.add_chart(kind, Inches(1), Inches(2), Inches(6), Inches(4), data)

    def change(name, part):
        for value, text in others.items():
            part = re.sub(rf"<c:v>{value}(\.0)?</c:v>".encode(), f"<c:v>{text}</c:v>".encode(), part)
        return part

    return imported(with_parts(presentation(make), change))[0]


def test_titles_of_charts_and_of_the_file_are_plain_words():
    """What looks like a mark in them is none."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        data = categories(("A", (1, 2, 3)))
        frame = slide.shapes.add_chart(XL_CHART_TYPE.PIE, Inches(1), Inches(2), Inches(6), Inches(4), data)
        frame.chart.has_title = True
        frame.chart.chart_title.text_frame.text = "[a](b) *c*"
        found.core_properties.title = "a *b* c"

    found, _ = imported(presentation(make))
    assert found.slides[0]["chart"]["subtitle"] == "\\[a\\](b) \\*c\\*"
    assert found.deck["title"] == "a \\*b\\* c"


def test_dates_of_charts_are_written_as_dates():
    """Whatever workbooks count."""
    data = CategoryChartData()
    data.categories = [date(2026, 1, 1), date(2026, 2, 1)]
    data.add_series("A", (1, 2))
    assert chart_slide(XL_CHART_TYPE.LINE, data)["categories"] == ["2026-01-01", "2026-02-01"]


def test_charts_of_other_kinds_are_tables_and_told():
    """A radar's numbers are not lost."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        data = categories(("A", (1, 2, 3)))
        slide.shapes.add_chart(XL_CHART_TYPE.RADAR, Inches(1), Inches(2), Inches(6), Inches(4), data)

    rows = [["", "A"], ["North", "1"], ["South", "2"], ["West", "3"]]
    said = [(2, "a chart of a kind that decks have not is there as its table")]
    assert slide_of(make, said) == {"table": {"rows": rows}}


def test_what_a_chart_of_a_deck_cannot_hold_is_told():
    """Rings of a doughnut, series that have no name or are too many, more points than anybody sees."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)

        def add(kind, data):
            slide.shapes.add_chart(kind, Inches(1), Inches(2), Inches(6), Inches(4), data)

        add(XL_CHART_TYPE.DOUGHNUT, categories(("A", (1, 2, 3)), ("B", (3, 2, 1))))
        add(XL_CHART_TYPE.COLUMN_CLUSTERED, categories(("A", (1, 2, 3)), ("", (3, 2, 1))))
        add(XL_CHART_TYPE.LINE, categories(*((f"S{index}", (1, 2, 3)) for index in range(51))))
        many = CategoryChartData()
        many.categories = [str(index) for index in range(10_001)]
        many.add_series("A", range(10_001))
        add(XL_CHART_TYPE.LINE, many)

    found, _ = imported(presentation(make))
    assert found.messages == [
        (2, "a pie shows one series: others are left out"),
        (2, "a series of a chart without a name is left out"),
        (2, "series of a chart beyond its first 50 are left out"),
        (2, "points of a chart beyond its first 10,000 are left out"),
    ]


def test_numbers_without_names_are_in_the_table_of_a_chart():
    """As many rows as there are numbers."""

    def without_names(name: str, part: bytes) -> bytes:
        return re.sub(rb"<c:cat>.*?</c:cat>", b"", part, flags=re.DOTALL) if name.startswith("ppt/charts/") else part

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        data = categories(("A", (4, 5, 6)))
        slide.shapes.add_chart(XL_CHART_TYPE.RADAR, Inches(1), Inches(2), Inches(6), Inches(4), data)

    found, _ = imported(with_parts(presentation(make), without_names))
    assert found.slides[0]["table"] == {"rows": [["", "A"], ["1", "4"], ["2", "5"], ["3", "6"]]}


@pytest.mark.parametrize(("again", "expected"), [((4, 5, 6), ["A", "B"]), ((1, 2, 3), ["A"])])
def test_series_of_the_same_cells_are_one_if_they_look_alike(again, expected):
    """What the file keeps of them is what PowerPoint shows, whatever cells it names."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        data = categories(("A", (1, 2, 3)), ("B" if again[0] > 1 else "A", again))
        frame = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(1), Inches(2), Inches(6), Inches(4), data)
        first, second = frame.chart._chartSpace.iter("{*}ser")
        for one, other in zip(first.iter("{*}f"), second.iter("{*}f"), strict=True):
            other.text = one.text

    assert [one["name"] for one in slide_of(make)["chart"]["series"]] == expected


def test_points_of_the_same_cells_are_two_series_if_they_stand_elsewhere():
    """Along x, or by their sizes."""

    def make(found):
        data = BubbleChartData()
        for name, x, size in (("A", 1, 1), ("A", 2, 1), ("A", 1, 3)):
            data.add_series(name).add_data_point(x, 5, size)
        slide = content_slide(found, layout=TITLE_ONLY)
        frame = slide.shapes.add_chart(XL_CHART_TYPE.BUBBLE, Inches(1), Inches(2), Inches(6), Inches(4), data)
        first, *others = frame.chart._chartSpace.iter("{*}ser")
        for series in others:
            for one, other in zip(first.iter("{*}f"), series.iter("{*}f"), strict=True):
                other.text = one.text

    found = slide_of(make)["chart"]["series"]
    assert [one["values"] for one in found] == [[["1", "5", "1"]], [["2", "5", "1"]], [["1", "5", "3"]]]


@pytest.mark.parametrize(
    ("name", "count", "said", "help"),
    [
        ("e" + "\u0301" * 40, 1, "the text holds a letter with 40 marks on it", FEWER_MARKS),
        ("Ships", 50, "the table has 51 columns", "show fewer, such as those of months"),
    ],
)
def test_a_chart_that_no_deck_can_have_is_told_with_what_helps(tmp_path, name, count, said, help):
    """Fewer values help where there are too many, and nowhere else."""
    data = CategoryChartData()
    data.categories = ["North", "South"]
    for _ in range(count):
        data.add_series(name, (1, 2))
    place = Inches(1), Inches(2), Inches(6), Inches(4)

    def make(found):
        content_slide(found, layout=TITLE_ONLY).shapes.add_chart(XL_CHART_TYPE.RADAR, *place, data)

    path = Project(tmp_path).folder / "talk.pptx"
    path.write_bytes(presentation(make))
    found = run("import", path).stderr
    assert f"a chart is left out: {said}" in found
    assert f"= help: {help}\n" in found
