"""What of charts of presentations no deck has a place for: it is told, and points stand where they belong."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part as OpcPart
from pptx.opc.packuri import PackURI
from pptx.util import Inches

from tests.importing.presentations import TITLE_ONLY, content_slide, slide_of
from tests.importing.test_chart_settings import COLUMN, LINE, chart, quays, said

LABELS = "labels with words of their own are left out of a chart: "
AS_TABLE = "a chart of a kind that decks have not is there as its table"


def in_series(xml: str, before: str = "c:cat") -> Callable[[str], str]:
    """Return what puts XML into each series."""
    return lambda text: text.replace(f"<{before}>", f"{xml}<{before}>")


@pytest.mark.parametrize(
    ("xml", "message"),
    [
        ('<c:trendline><c:trendlineType val="linear"/></c:trendline>', "a trend line of a chart is left out"),
        ('<c:errBars><c:errBarType val="both"/></c:errBars>', "error bars of a chart are left out"),
    ],
)
def test_lines_that_powerpoint_works_out_are_told(xml: str, message: str) -> None:
    """Once for each chart."""
    data = quays()
    data.add_series("Crew", (3, 4, 5))
    assert said(chart(LINE, data, change=in_series(xml))[1]) == [message]


def labels(*words: str) -> str:
    """Return labels of the first points that somebody typed."""
    ones = (
        f'<c:dLbl><c:idx val="{index}"/><c:tx><c:rich><a:p><a:r><a:t>{one}</a:t></a:r></a:p></c:rich></c:tx></c:dLbl>'
        for index, one in enumerate(words)
    )
    return f"<c:dLbls>{''.join(ones)}</c:dLbls>"


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        (("Record!",), "“Record!”"),
        (("a", "b", "c"), "“a”, “b”, “c”"),
        (("South 1,000 here and there, and " + "x" * 20,), "“South 1,000 here and there, and xxxxxxx…”"),
        (("1,001",), "“1,001”"),
    ],
)
def test_labels_that_somebody_typed_are_told(words: tuple[str, ...], quoted: str) -> None:
    """With what they say."""
    assert said(chart(COLUMN, quays(), change=in_series(labels(*words)))[1]) == [LABELS + quoted]


def test_labels_that_say_what_the_chart_says_are_not_told() -> None:
    """Names, and numbers however they are written."""
    known = labels("North", "10.0 t", "West 1,000 €")
    assert said(chart(COLUMN, quays(), change=in_series(known))[1]) == []
    shares = labels("North 10 %", "20%", "70")
    assert said(chart(XL_CHART_TYPE.PIE, quays(1, 2, 7), change=in_series(shares))[1]) == []
    gone = '<c:dLbls><c:dLbl><c:idx val="0"/><c:delete val="1"/></c:dLbl></c:dLbls>'
    assert said(chart(COLUMN, quays(), change=in_series(gone))[1]) == []


def test_labels_from_cells_are_told() -> None:
    """As the names of points often are."""
    name = 'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"'
    shown = f'<c:dLbls><c:extLst><c:ext {name}><c15:showDataLabelsRange val="1"/></c:ext></c:extLst></c:dLbls>'
    cells = (
        f'<c:extLst><c:ext {name}><c15:datalabelsRange><c15:dlblRangeCache><c:pt idx="0"><c:v>Alma</c:v></c:pt>'
        "</c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst>"
    )

    def change(text: str) -> str:
        return in_series(shown)(text).replace("</c:ser>", f"{cells}</c:ser>")

    assert said(chart(COLUMN, quays(), change=change)[1]) == [f"{LABELS}“Alma”"]


def test_names_in_levels_are_joined() -> None:
    """The upper level holds until the next one begins."""
    data = CategoryChartData()
    for year in ("Year 1", "Year 2"):
        one = data.add_category(year)
        one.add_sub_category("North")
        one.add_sub_category("South")
    data.add_series("Ships", (1, 2, 3, 4))
    value, found = chart(COLUMN, data)
    assert value["categories"] == ["Year 1 North", "Year 1 South", "Year 2 North", "Year 2 South"]
    assert said(found) == []


def with_points(*points: tuple[str, str]) -> Callable[[str], str]:
    """Return what adds points of a scatter chart to columns."""

    def numbers(key: str, place: int) -> str:
        cells = "".join(f'<c:pt idx="{index}"><c:v>{one[place]}</c:v></c:pt>' for index, one in enumerate(points))
        return f'<c:{key}><c:numLit><c:ptCount val="{len(points)}"/>{cells}</c:numLit></c:{key}>'

    plot = f"<c:scatterChart><c:ser><c:tx><c:v>Goal</c:v></c:tx>{numbers('xVal', 0)}{numbers('yVal', 1)}</c:ser>"
    return lambda text: text.replace("</c:barChart>", f"</c:barChart>{plot}</c:scatterChart>", 1)


@pytest.mark.parametrize(
    ("points", "values", "messages"),
    [
        ([("1", "15"), ("3", "16")], ["15", "", "16"], []),
        ([("3", "16"), ("1.0", "15")], ["15", "", "16"], []),
        ([("Berlin", "15"), ("Paris", "16")], ["15", "16", ""], []),
        ([("1", "15"), ("2.5", "16"), ("4", "17")], ["15", "", ""], [1]),
        ([("1", "15"), ("1", "16")], ["15", "", ""], [1]),
    ],
    ids=["whole", "in any order", "names", "between", "twice"],
)
def test_points_among_columns_stand_at_their_categories(points, values, messages) -> None:
    """The third category is at 3."""
    value, found = chart(COLUMN, quays(), change=with_points(*points))
    assert [row[2] for row in value["rows"]] == ["Goal", *values]
    lost = ["points of a chart that are at none of its categories are left out"] * len(messages)
    assert said(found) == [*lost, AS_TABLE]


def test_points_that_no_deck_draws_are_in_the_table_each_with_its_x() -> None:
    """Series need not have the same."""
    data = XyChartData()
    for name, x in (("A", 1), ("B", 2)):
        data.add_series(name).add_data_point(x, 1e300)
    value, _ = chart(XL_CHART_TYPE.XY_SCATTER, data)
    rows = [[re.sub(r"\+", "", cell) for cell in row] for row in value["rows"]]
    assert rows == [["", "x", "y"], ["A", "1", "1e300"], ["B", "2", "1e300"]]


@pytest.mark.parametrize(
    ("label", "messages"),
    [
        (
            "<c:tx><c:rich><a:p><a:r><a:t>thousand tonnes</a:t></a:r></a:p></c:rich></c:tx>",
            ["the words of the unit of an axis are left out: “thousand tonnes”"],
        ),
        ("", []),
    ],
)
def test_the_words_of_the_unit_of_an_axis_are_told(label: str, messages: list[str]) -> None:
    """Which PowerPoint shows beside it; those that it writes itself are no words."""
    unit = f'<c:dispUnits><c:builtInUnit val="thousands"/><c:dispUnitsLbl>{label}</c:dispUnitsLbl></c:dispUnits>'
    found = chart(COLUMN, quays(), change=lambda text: text.replace("</c:valAx>", f"{unit}</c:valAx>"))[1]
    assert said(found) == messages


DRAWN = """\
<c:userShapes xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/chartDrawing"><d:relSizeAnchor>
<d:sp><d:txBody><a:bodyPr/><a:p><a:r><a:t>Since the</a:t></a:r><a:r><a:t> strike</a:t></a:r></a:p></d:txBody></d:sp>
<d:sp><d:txBody><a:bodyPr/><a:p/></d:txBody></d:sp><d:grpSp><d:pic/></d:grpSp></d:relSizeAnchor></c:userShapes>"""


@pytest.mark.parametrize(
    ("xml", "messages"),
    [
        (
            DRAWN,
            [
                "words that are drawn on a chart are left out: `Since the strike`",
                "a picture that lies on a chart is left out",
            ],
        ),
        ("<c:userShapes", []),
    ],
)
def test_what_is_drawn_on_a_chart_is_told(xml: str, messages: list[str]) -> None:
    """PowerPoint keeps it in a part of its own. A broken one keeps nothing from being imported."""

    def make(found: Any) -> None:
        slide = content_slide(found, layout=TITLE_ONLY)
        chart = slide.shapes.add_chart(COLUMN, Inches(1), Inches(2), Inches(6), Inches(4), quays()).chart
        kind = "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml"
        drawings = OpcPart(PackURI("/ppt/drawings/drawing1.xml"), kind, found.part.package, xml.encode())
        chart.part.relate_to(drawings, RT.CHART_USER_SHAPES)

    assert slide_of(make, [(2, one) for one in messages])["chart"]["type"] == "column"
