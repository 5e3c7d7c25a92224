"""Charts as PowerPoint's own: what python-pptx and validators read back, and what programs must not have to guess."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from pptx.enum.shapes import PP_PLACEHOLDER

from deckmaker.layout.chart_item import GroupType, LabelPosition
from tests.open_xml_sdk import complaints
from tests.render.pptx.chart_files import charts, every_sample, file, find, part, parts, shape, slide
from tests.render.pptx.decks import rendered
from tests.render.pptx.hand_charts import FRAME, SAMPLES, HandChart, bars, chart_document, numbers

STATED = {
    "c:date1904/@val": ["0"],
    "c:roundedCorners/@val": ["0"],
    "c:chart/c:autoTitleDeleted/@val": ["1"],
    "c:chart/c:dispBlanksAs/@val": ["gap"],
    "c:chart/c:plotArea/c:layout/c:manualLayout/c:layoutTarget/@val": ["inner"],
    "c:chart/c:legend": [],
}
"""What every chart says, since programs take different things for granted."""

POSITIONS = {
    "clustered": {"ctr", "inBase", "inEnd", "outEnd"},
    "stacked": {"ctr", "inBase", "inEnd"},
    "percentStacked": {"ctr", "inBase", "inEnd"},
    "lineChart": {"b", "ctr", "l", "r", "t"},
    "scatterChart": {"b", "ctr", "l", "r", "t"},
    "bubbleChart": {"b", "ctr", "l", "r", "t"},
    "pieChart": {"bestFit", "ctr", "inEnd", "outEnd"},
    "areaChart": set(),
    "doughnutChart": set(),
}
"""Positions of labels that PowerPoint opens, by the grouping of bars or else by the kind of chart."""


@pytest.mark.slow
def test_no_complaint(tmp_path: Path) -> None:
    """Strict validation has no error and no warning, and every part is XML."""
    path = tmp_path / "charts.pptx"
    path.write_bytes(file())
    result = OpenXmlValidator(strict=True).validate(path)
    assert result.is_valid and not result.errors, [str(error) for error in result.errors]
    for name, content in parts().items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(content)


@pytest.mark.outside
def test_no_complaint_of_the_open_xml_sdk(tmp_path: Path) -> None:
    """The SDK has no error either: it knows the order of elements in charts."""
    path = tmp_path / "charts.pptx"
    path.write_bytes(file())
    assert complaints(path) == []


@pytest.mark.sampled(every=3)
@every_sample
def test_python_pptx_reads_the_same_numbers(sample: str) -> None:
    """Names, categories and values of all series, in order; dots of a scatter come before its lines."""
    chart = shape(sample).chart
    plotted = [one for group in charts()[sample].plot.groups for one in group.series]
    read = {one.name: (tuple(one.values), one) for plot in chart.plots for one in plot.series if one.name != "Labels"}
    assert {name: values for name, (values, _) in read.items()} == {one.name: one.values for one in plotted}
    for one in plotted:
        if one.xs:
            xs = find(read[one.name][1]._element, "c:xVal//c:v/text()")
            assert tuple(map(float, xs)) == one.xs
        elif sample != "lines of dates":
            assert tuple(map(str, chart.plots[0].categories)) == charts()[sample].categories.names


def test_dates_are_dates() -> None:
    """Days as spreadsheets count them, of which python-pptx makes dates; the axis is to scale, in steps of years."""
    root = part("lines of dates")
    (days,) = find(root, "//c:cat/c:numRef/c:numCache")
    assert find(days, "c:formatCode/text()") == ["yyyy\\-mm\\-dd"]
    assert find(days, "c:pt/c:v/text()")[0] == "41275"  # 2013-01-01
    (axis,) = find(root, "//c:dateAx")
    assert find(axis, "c:numFmt/@formatCode") == ["yyyy"]
    assert [find(axis, f"c:{name}/@val") for name in ("baseTimeUnit", "majorUnit", "majorTimeUnit")] == [
        ["days"],
        ["4"],
        ["years"],
    ]


@every_sample
def test_nothing_is_left_to_programs(sample: str) -> None:
    """Places, ends, units, gaps and ids are stated; lines are straight, and no bar changes its colour below zero."""
    root = part(sample)
    assert {path: find(root, path) for path in STATED} == STATED
    for axis in find(root, "//c:valAx"):
        assert all(find(axis, path) for path in ("c:scaling/c:min", "c:scaling/c:max", "c:majorUnit", "c:delete"))
    assert all(int(id) > 0 for id in find(root, "//c:axId/@val"))
    for bars_ in find(root, "//c:barChart"):
        assert find(bars_, "c:gapWidth") and find(bars_, "c:overlap")
        assert find(bars_, "count(c:ser) = count(c:ser/c:invertIfNegative[@val='0'])")
    assert find(root, "count(//c:lineChart/c:ser | //c:scatterChart/c:ser) = count(//c:smooth[@val='0'])")
    assert all(find(ser, "c:spPr") for ser in find(root, "//c:ser"))


def test_a_value_axis_keeps_its_grid_and_loses_its_numbers() -> None:
    """They are text boxes beside the chart; a second axis stays, unseen, since without it its series would move."""
    first, second = find(part("columns and a line"), "//c:valAx")
    assert find(first, "c:delete/@val") == ["1"] and find(first, "c:majorGridlines")
    assert find(second, "c:delete/@val") == ["0"] and find(second, "c:tickLblPos/@val") == ["none"]


def test_a_waterfall_stands_on_what_nobody_sees() -> None:
    """Its base has no fill and no line."""
    base, steps = find(part("waterfall"), "//c:ser")
    assert find(base, "c:spPr/a:noFill") and find(base, "c:spPr/a:ln/a:noFill")
    assert find(steps, "c:spPr/a:solidFill")


@every_sample
def test_labels_stand_where_powerpoint_allows_them(sample: str) -> None:
    """Another position corrupts the file, though its schema allows it."""
    for group in find(part(sample), "//c:plotArea/*[c:ser]"):
        kind = etree.QName(group).localname
        name = find(group, "c:grouping/@val")[0] if kind == "barChart" else kind
        assert {*find(group, ".//c:dLblPos/@val")} <= POSITIONS[name]


def every_label() -> HandChart:
    """Return columns on one another whose labels ask for what these do not have."""
    return bars(
        (1.0, 2.0, 3.0, 4.0, 5.0),
        (5.0, 4.0, 3.0, 2.0, 1.0),
        axis=numbers(0, 10, 2),
        overlap=1.0,
        stacking=SAMPLES["stacked columns"]().stacking,
        position=LabelPosition.OUTSIDE_END,
    )


def test_a_label_beyond_stacked_columns_is_within_them_and_moved() -> None:
    """So a number above the end of a waterfall's column is its own, and where layout has it."""
    root = part("waterfall")
    assert {*find(root, "//c:dLbl/c:dLblPos/@val")} == {"inEnd"}
    assert all(float(y) < 0 for y in find(root, "//c:dLbl//c:manualLayout/c:y/@val"))
    found = rendered(chart_document(every_label()))
    assert b"outEnd" not in found


def test_labels_follow_their_numbers() -> None:
    """Those that are alike are said once, so that points which a colleague adds have one; none is written out."""
    root = part("columns")
    assert find(root, "//c:dLbls/c:showVal/@val") == ["1"]
    assert not find(root, "//c:dLbl") and not find(root, "//c:rich")


def test_words_of_a_label_are_rich_text() -> None:
    """They are what layout says: no number stands for them."""
    root = part("columns with words")
    assert find(root, "//c:dLbl/c:tx/c:rich//a:t/text()") == ["12", "30", "45.5", "7", "22"]
    assert {*find(root, "//c:dLbl/c:showVal/@val")} == {"1"}  # or LibreOffice shows nothing


def test_samples_are_of_every_kind() -> None:
    """A new kind of group needs a sample."""
    assert {group.type for one in charts().values() for group in one.plot.groups} == set(GroupType)


def test_names_at_the_ends_of_lines_are_those_of_series() -> None:
    """A renamed series is renamed at its end."""
    root = part("lines with names at their ends")
    assert find(root, "//c:dLbl/c:showSerName/@val") == ["1", "1"]
    assert find(root, "//c:dLbl/c:idx/@val") == ["4", "4"]


@every_sample
def test_texts_have_the_fonts_of_the_theme(sample: str) -> None:
    """Fonts and colours are references: who changes the theme changes charts, too."""
    for look in find(part(sample), "//a:defRPr | //a:rPr"):
        assert find(look, "a:latin/@typeface")[0] in ("+mn-lt", "+mj-lt")
        assert find(look, "a:solidFill") and look.get("sz") and look.get("b")


@every_sample
def test_a_chart_fills_its_placeholder(sample: str) -> None:
    """So that Reset Slide moves nothing, and another layout takes the chart with it."""
    found = shape(sample)
    assert found.placeholder_format.type is PP_PLACEHOLDER.CHART
    assert (found.left.pt, found.top.pt, found.width.pt, found.height.pt) == pytest.approx(
        (FRAME.x, FRAME.y, FRAME.width, FRAME.height)
    )
    (place,) = [one for one in slide(sample).slide_layout.placeholders if one.placeholder_format.idx == 9001]
    assert place.placeholder_format.type is PP_PLACEHOLDER.CHART
    assert (place.left, place.top, place.width, place.height) == (found.left, found.top, found.width, found.height)
    assert slide(sample).slide_layout.name == "Chart"


@every_sample
def test_a_chart_has_its_alternative(sample: str) -> None:
    """What is said of it to those who do not see it, and a name in words."""
    properties = shape(sample)._element.nvGraphicFramePr.cNvPr
    assert properties.get("descr") == charts()[sample].item.alt
    assert properties.get("name") == "Chart"


def test_notes_hold_the_data() -> None:
    """A table of lines, its cells between tabs, as spreadsheets take it."""
    lines = slide("lines with gaps").notes_slide.notes_text_frame.text.split("\n")
    assert lines[:4] == ["Data of the chart", "\tSeries 1\tSeries 2", "Alpha\t12\t20", "Beta & <sons>\t\t10"]
    points = slide("bubbles").notes_slide.notes_text_frame.text.split("\n")
    assert points[1:3] == ["x\ty\t○", "2\t10\t4"]


def test_the_file_is_the_same_each_time() -> None:
    """Workbooks too, whose writer would put the time into them."""
    assert rendered(chart_document(*(make() for make in SAMPLES.values()))) == file()
