"""What charts of presentations say of their axes and numbers, and what of it decks have a place for."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from deckmaker.diagnostics import Diagnostics
from deckmaker.pipeline import read_document
from tests.importing.markdown_decks import Imported
from tests.importing.presentations import TITLE_ONLY, content_slide, imported, presentation, with_parts

COLUMN, BAR, LINE = XL_CHART_TYPE.COLUMN_CLUSTERED, XL_CHART_TYPE.BAR_CLUSTERED, XL_CHART_TYPE.LINE
AXIS = "the title of an axis of a chart is left out"
EVENLY = "the logarithmic axis of a chart counts evenly"
FORMAT = "the format of a chart's numbers is left out"


def quays(*values: float, code: str = "General") -> CategoryChartData:
    """Return data of three quays."""
    data = CategoryChartData(number_format=code)
    data.categories = ["North", "South", "West"]
    data.add_series("Ships", values or (1, 10, 1000))
    return data


def points() -> XyChartData:
    """Return data of two ships."""
    data = XyChartData()
    one = data.add_series("Ships")
    one.add_data_point(10, 61)
    one.add_data_point(20, 64)
    return data


def chart(
    kind: XL_CHART_TYPE, data: Any, look: Callable[[Any], object] = str, change: Callable[[str], str] = str
) -> tuple[dict[str, Any], Imported]:
    """Return the block of a slide with a chart, and its deck; the chart was given a `look`, and its XML a `change`."""

    def make(found: Any) -> None:
        slide = content_slide(found, layout=TITLE_ONLY)
        look(slide.shapes.add_chart(kind, Inches(1), Inches(2), Inches(6), Inches(4), data).chart)

    def changed(name: str, content: bytes) -> bytes:
        return change(content.decode()).encode() if re.fullmatch(r"ppt/charts/chart\d*\.xml", name) else content

    found = imported(with_parts(presentation(make), changed))[0]
    slide = found.slides[-1]
    return slide.get("chart") or slide["table"], found


def said(found: Imported) -> list[str]:
    """Return what was told of the slide with the chart."""
    assert all(number == 2 for number, _ in found.messages)
    return [message for _, message in found.messages]


def titled(chart: Any) -> None:
    """Name both axes."""
    chart.category_axis.axis_title.text_frame.text = "Quay of *2024*"
    chart.value_axis.axis_title.text_frame.text = "Tonnes"


def logarithmic(chart: Any) -> None:
    """Let values count in powers."""
    scaling = chart.value_axis._element.find("{*}scaling")
    scaling.insert(0, scaling.makeelement(scaling.tag.replace("scaling", "logBase"), {"val": "10"}))


def numbered(code: str) -> Callable[[Any], None]:
    """Return what gives labels a format."""

    def look(chart: Any) -> None:
        plot = chart.plots[0]
        plot.has_data_labels = True
        plot.data_labels.number_format, plot.data_labels.number_format_is_linked = code, False

    return look


@pytest.mark.parametrize("kind", [COLUMN, BAR, LINE])
def test_titles_of_axes_are_theirs(kind: XL_CHART_TYPE, tmp_path: Path) -> None:
    """The categories of bars stand on the left, and are along x in a deck, as they are below columns."""
    value, found = chart(kind, quays(), titled)
    assert (value["x_title"], value["y_title"]) == ("Quay of \\*2024\\*", "Tonnes")
    assert said(found) == []
    path = tmp_path / "talk.yaml"
    path.write_text(found.text)
    diagnostics = Diagnostics()
    read_document(path, diagnostics)
    assert [one.code for one in diagnostics if one.severity.value == "error"] == []


def test_titles_of_the_axes_of_points_are_theirs() -> None:
    """Both are axes of values in PowerPoint."""
    value, found = chart(XL_CHART_TYPE.XY_SCATTER, points(), titled)
    assert (value["x_title"], value["y_title"], said(found)) == ("Quay of \\*2024\\*", "Tonnes", [])


def test_titles_that_a_table_has_no_place_for_are_told() -> None:
    """Its title becomes a caption."""

    def look(chart: Any) -> None:
        chart.value_axis.axis_title.text_frame.text = "Tonnes"
        chart.has_title = True
        chart.chart_title.text_frame.text = "Trade"

    value, found = chart(XL_CHART_TYPE.RADAR, quays(), look)
    assert value["caption"] == "Trade"
    assert said(found) == [AXIS, "a chart of a kind that decks have not is there as its table"]


def test_titles_that_nobody_sees_are_none() -> None:
    """Of axes that were taken away."""

    def look(chart: Any) -> None:
        titled(chart)
        chart.value_axis.visible = chart.category_axis.visible = False

    value, found = chart(COLUMN, quays(), look)
    assert ("x_title" in value, "y_title" in value, said(found)) == (False, False, [])


def test_a_title_may_stand_in_a_cell() -> None:
    """Of an axis, and of the chart."""
    cell = (
        "<c:title><c:tx><c:strRef><c:f>A1</c:f><c:strCache><c:pt idx='0'><c:v>{}</c:v></c:pt></c:strCache></c:strRef>"
    )

    def change(text: str) -> str:
        text = text.replace("<c:majorGridlines/>", f"<c:majorGridlines/>{cell.format('Tonnes')}</c:tx></c:title>")
        return text.replace("<c:chart>", f"<c:chart>{cell.format('Trade')}</c:tx></c:title>", 1)

    value, found = chart(COLUMN, quays(), change=change)
    assert (value["subtitle"], value["y_title"], said(found)) == ("Trade", "Tonnes", [])


def test_an_axis_that_counts_in_powers_does_so_below_lines_and_points() -> None:
    """Of points, either axis may."""
    assert chart(LINE, quays(), logarithmic)[0]["log"] == "true"
    assert chart(XL_CHART_TYPE.XY_SCATTER, points(), logarithmic)[0]["log"] == "true"

    def both(text: str) -> str:
        whole = text.replace("<c:scaling/>", "<c:scaling></c:scaling>")
        return whole.replace("<c:scaling>", '<c:scaling><c:logBase val="10"/>')

    assert chart(XL_CHART_TYPE.XY_SCATTER, points(), change=both)[0]["log"] == "both"


@pytest.mark.parametrize(
    ("kind", "values", "why"),
    [
        (COLUMN, (1, 10, 100), "a logarithmic axis has no zero, at which bars begin"),
        (LINE, (1, 0, 100), "a logarithmic axis has no place for 0: only for what is above zero"),
    ],
)
def test_an_axis_that_cannot_count_in_powers_is_told(kind: XL_CHART_TYPE, values: Any, why: str) -> None:
    """Its chart is there."""
    value, found = chart(kind, quays(*values), logarithmic)
    assert ("log" in value, said(found)) == (False, [f"{EVENLY}: {why}"])


@pytest.mark.parametrize(
    ("code", "keys"),
    [
        ('#,##0 "€"', {"unit": "€"}),
        ("[$€-407] #,##0", {"prefix": "€"}),
        ('"$"#,##0;-"$"#,##0', {"prefix": "$"}),
        ('0.0" kWh"', {"unit": "kWh"}),
        ("#,##0,,", {"scale": "million"}),
        ('#,##0.0,,"M"', {"scale": "million"}),
        ('#,##0," Tsd. €"', {"scale": "thousand", "unit": "€"}),
        ('0.0,,,"milliards d’€"', {"scale": "billion", "unit": "€"}),
        ("#,##0.00", {}),
        ("General", {}),
        ("@", {}),
    ],
)
def test_signs_of_numbers_are_units(code: str, keys: dict[str, str]) -> None:
    """Prefixes, and what they are counted in; decimals follow the data where no label shows others."""
    value, found = chart(COLUMN, quays(code=code))
    assert {key: value[key] for key in ("unit", "prefix", "scale", "decimals") if key in value} == keys
    assert said(found) == []


@pytest.mark.parametrize("code", ["0.00E+00", "# ?/?", '[>=1000]0,"k";0', "0,,,,", "[h]:mm", "m/d/yyyy"])
def test_a_format_that_decks_have_not_is_told(code: str) -> None:
    """With its code."""
    value, found = chart(COLUMN, quays(code=code))
    assert said(found) == [f"{FORMAT}: `{code}`"]
    assert value["series"][0]["values"] == ["1", "10", "1000"]


def test_labels_have_the_decimals_that_they_show() -> None:
    """Where a deck would not show as many by itself."""
    assert chart(COLUMN, quays(), numbered("0.00"))[0]["decimals"] == "2"
    assert "decimals" not in chart(COLUMN, quays(1.25, 2, 3), numbered("0.00"))[0]
    value, found = chart(COLUMN, quays(1.25, 2, 3), numbered('0 "t"'))
    assert (value["decimals"], value["unit"], said(found)) == ("0", "t", [])


def test_an_axis_of_percents_shows_percents() -> None:
    """Whatever the cells have; not one of shares, which are percents in any case."""

    def look(chart: Any) -> None:
        chart.value_axis.tick_labels.number_format = "0%"
        chart.value_axis.tick_labels.number_format_is_linked = False

    value, found = chart(COLUMN, quays(0.5, 0.2, 0.1), look)
    assert (value["format"], said(found)) == ("percent", [])
    value, found = chart(XL_CHART_TYPE.COLUMN_STACKED_100, quays(), look)
    assert ("format" in value, said(found)) == (False, [])


def test_signs_that_differ_along_an_axis_are_told() -> None:
    """A deck has one unit."""
    data = quays(code='0 "€"')
    data.add_series("Weight", (1, 2, 3), '0 "t"')
    value, found = chart(COLUMN, data)
    assert ("unit" in value, said(found)) == (False, [f'{FORMAT}: `0 "€"`, `0 "t"`'])


def test_signs_along_the_x_axis_of_points_are_told() -> None:
    """A deck has units of values alone."""

    def look(chart: Any) -> None:
        labels = chart.category_axis.tick_labels
        labels.number_format, labels.number_format_is_linked = '0 "t"', False

    value, found = chart(XL_CHART_TYPE.XY_SCATTER, points(), look)
    assert ("unit" in value, said(found)) == (False, [f'{FORMAT}: `0 "t"`'])


def test_signs_that_a_table_has_no_place_for_are_told() -> None:
    """Its cells are the numbers."""
    _, found = chart(XL_CHART_TYPE.RADAR, quays(code='0 "€"'))
    assert said(found)[0] == f'{FORMAT}: `0 "€"`'


def second(kind: str) -> Callable[[str], str]:
    """Return what adds a plot with an axis of its own, whose numbers have a unit, to a chart of columns."""

    def change(text: str) -> str:
        plot = re.search(r"<c:barChart>.*?</c:barChart>", text, re.DOTALL)
        assert plot
        ids = re.findall(r'<c:axId val="(-?\d+)"/>', plot[0])
        other = plot[0].replace("barChart", kind).replace("Ships", "Crew").replace("Sheet1", "Sheet2")
        other = other.replace("General", "0 &quot;h&quot;")
        other = re.sub(r"<c:barDir[^>]*>|<c:gapWidth[^>]*>", "", other) if kind == "lineChart" else other
        axes = (
            '<c:valAx><c:axId val="8"/><c:scaling/><c:delete val="0"/><c:axPos val="r"/><c:title><c:tx><c:rich>'
            "<a:p><a:r><a:t>Hours</a:t></a:r></a:p></c:rich></c:tx></c:title></c:valAx>"
            '<c:catAx><c:axId val="7"/><c:scaling/><c:delete val="1"/><c:axPos val="b"/></c:catAx>'
        )
        for old, new in zip(ids, "78", strict=True):
            other = other.replace(f'<c:axId val="{old}"/>', f'<c:axId val="{new}"/>')
        text = text.replace("</c:barChart>", f"</c:barChart>{other}", 1)
        return text.replace("</c:plotArea>", f"{axes}</c:plotArea>")

    return change


def test_a_line_has_its_second_axis() -> None:
    """With what it is called, and its unit."""
    value, found = chart(COLUMN, quays(), change=second("lineChart"))
    assert (value["type"], value["series"][1]["axis"]) == ("combination", "second")
    assert (value["second_title"], value["second_unit"], said(found)) == ("Hours", "h", [])


def test_a_second_axis_that_columns_have_not_is_told() -> None:
    """And so is what it says."""
    value, found = chart(COLUMN, quays(), change=second("barChart"))
    assert [one["name"] for one in value["series"]] == ["Ships", "Crew"]
    assert said(found) == [
        AXIS,
        "all series of a chart are along one axis, where some had a second one",
        f'{FORMAT}: `0 "h"`',
    ]
