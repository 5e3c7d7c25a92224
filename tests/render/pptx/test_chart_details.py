"""Details of native charts: frames that hold all labels, formats of dates and shares, and small multiples."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE

from deckmaker.layout import Placed, Role
from deckmaker.layout.chart_item import AxisScale, LabelFor, PlotAxis
from deckmaker.model.chart import Categories, ChartAxis, ChartType, DateUnit, NumberStyle, ValueLabels
from deckmaker.model.geometry import Rect
from deckmaker.render.pptx.chart_frames import chart_rect, framed_plots
from deckmaker.render.pptx.charts.date_axis import date_code, date_units
from deckmaker.render.pptx.charts.sheet import sheet_of
from deckmaker.render.pptx.charts.shown_names import shown_names
from tests.charts.awkward import FRUIT, chart
from tests.charts.laid_out import document
from tests.render.pptx.chart_files import find, part
from tests.render.pptx.decks import rendered
from tests.render.pptx.hand_charts import (
    CATEGORIES,
    FRAME,
    RECT,
    SAMPLES,
    HandChart,
    chart_document,
    label,
    lines,
    named_below,
    numbers,
)


def of_dates(day: date, text: str, language: str, unit: DateUnit) -> HandChart:
    """Return a line over two days, of which the first has a label."""
    days = (day, date(day.year + 1, day.month, day.day))
    ends = tuple(float(one.toordinal()) for one in days)
    axis = PlotAxis(AxisScale.DATES, ends[0], ends[1], 3.0, ends, unit=unit)
    chart = lines((1.0, 2.0), axis=numbers(0, 2, 1), x_axis=axis, dates=days)
    plot = replace(chart.plot, categories=named_below(axis, [(0, ends[0], text)]))
    return replace(chart, plot=plot, x_style=ChartAxis(style=NumberStyle(language)))


@pytest.mark.parametrize(
    ("day", "text", "language", "unit", "code"),
    [
        (date(2021, 1, 1), "2021", "en", DateUnit.YEAR, "yyyy"),
        (date(2021, 3, 1), "Mar 2021", "en", DateUnit.MONTH, "[$-409]mmm\\ yyyy"),
        (date(2021, 3, 1), "März 2021", "de-DE", DateUnit.MONTH, "[$-407]mmm\\ yyyy"),
        (date(2021, 9, 1), "septembre 2021", "fr", DateUnit.MONTH, "[$-40C]mmmm\\ yyyy"),
        (date(2021, 3, 14), "14. Mär", "de-AT", DateUnit.DAY, "[$-C07]d\\.\\ mmm"),
        (date(2021, 3, 14), "14/03/2021", "es", DateUnit.DAY, "d\\/mm\\/yyyy"),
        (date(2021, 3, 1), "2021年3月", "zh", DateUnit.MONTH, "yyyy\\年m\\月"),
    ],
)
def test_dates_are_written_as_layout_has_them(day: date, text: str, language: str, unit: DateUnit, code: str) -> None:
    """Names of months are in the language of the deck."""
    chart = of_dates(day, text, language, unit)
    assert date_code(chart.item.chart, chart.plot) == code


@pytest.mark.parametrize(
    ("unit", "step", "written"),
    [(DateUnit.YEAR, 4, (4, "years")), (DateUnit.QUARTER, 2, (6, "months")), (DateUnit.DAY, 7, (7, "days"))],
)
def test_dates_step_as_layout_steps(unit: DateUnit, step: int, written: tuple[int, str]) -> None:
    """Always counted in days, so that uneven ones stand where they are."""
    xml = date_units(PlotAxis(AxisScale.DATES, 0, 1, step, unit=unit))
    assert xml == (
        f'<c:baseTimeUnit val="days"/><c:majorUnit val="{written[0]}"/><c:majorTimeUnit val="{written[1]}"/>'
    )


@pytest.mark.parametrize(
    ("text", "code"), [("34%", "0%"), ("34.5 %", "0.0\\ %"), ("34,55\u00a0%", "0.00\\\u00a0%"), ("none", "0%")]
)
def test_shares_have_the_decimals_of_layout(text: str, code: str) -> None:
    """And the space before their sign."""
    from deckmaker.render.pptx.charts.labels import _share_code

    assert _share_code(text) == code


def test_a_frame_holds_all_labels() -> None:
    """Programs move the plot of a chart whose labels reach out of it; its place in the layout is the same."""
    chart = SAMPLES["columns"]()
    placed = Placed(RECT, replace(chart.item, plots=(replace(chart.plot, frame=RECT),)), Role.CHART, "chart", None)
    rect = chart_rect(placed)
    for one in chart.item.labels:
        inside = one.placed.rect
        assert rect.x < inside.x and inside.right < rect.right
        assert rect.y < inside.y and inside.bottom < rect.bottom
    (plot,) = framed_plots(placed, chart.item)
    assert plot.frame == rect


def several(make: Callable[[], HandChart]) -> bytes:
    """Return a file with two of a chart beside one another, as small multiples are."""
    document = chart_document(make())
    (page,) = document.pages
    *others, placed = page.placed
    (plot,) = placed.item.plots  # type: ignore[union-attr]
    half = replace(plot, frame=Rect(FRAME.x, FRAME.y, FRAME.width / 2, FRAME.height), name="Left & <first>")
    item = replace(placed.item, plots=(half, replace(half, name="Right")))  # type: ignore[type-var]
    pages = (replace(page, placed=(*others, replace(placed, item=item))),)
    return rendered(replace(document, pages=pages))


def test_small_multiples_are_a_group_of_charts() -> None:
    """Each has its name; what is said of all is the group's."""
    slide = Presentation(BytesIO(several(SAMPLES["columns"]))).slides[0]
    (group,) = [shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP]
    assert [one.name for one in group.shapes if one.has_chart] == ["Left & <first>", "Right"]
    assert group._element.nvGrpSpPr.cNvPr.get("descr") == SAMPLES["columns"]().item.alt
    assert slide.slide_layout.name == "Title and shapes"


def test_names_that_are_shown_are_labels_of_points() -> None:
    """Every sixth of 36 months: programs would give each a label; these follow when a month is renamed."""
    root = part("columns of which some are named")
    (lines_,) = find(root, "//c:lineChart/c:ser")
    assert find(lines_, "c:val//c:pt/@idx") == ["0", "6", "12", "18", "24", "30"]
    assert {*find(lines_, "c:dLbls/c:dLbl/c:showCatName/@val")} == {"1"}
    assert find(root, "//c:catAx[1]/c:tickLblPos/@val") == ["none"]


def test_words_of_several_labels_of_a_point_are_all_there() -> None:
    """As lines of one label."""
    chart = SAMPLES["columns with words"]()
    (group,) = chart.plot.groups
    (series,) = group.series
    doubled = tuple(replace(one, says=LabelFor.TEXT, placed=one.placed) for own in series.labels for one in (own, own))
    plot = replace(chart.plot, groups=(replace(group, series=(replace(series, labels=doubled),)),))
    found = Presentation(BytesIO(rendered(chart_document(replace(chart, plot=plot)))))
    (shape,) = [one for one in found.slides[0].shapes if one.has_chart]
    texts = [one.text for one in shape.chart.part._element.iter("{*}t")]
    assert texts == [word for word in ("12", "30", "45.5", "7", "22") for _ in range(2)]


def test_names_break_where_layout_breaks_them() -> None:
    """The cells have the breaks: programs would make their own, and move the plot for words that stand further out."""
    chart = SAMPLES["columns"]()
    long = "Beta and\nall of her sons"
    first, second, *others = chart.plot.categories
    placed = label(long, 340.0, 440.0, "center")
    plot = replace(chart.plot, categories=(first, replace(second, placed=placed), *others))
    named = replace(chart.item.chart, categories=Categories((CATEGORIES[0], long, *CATEGORIES[2:])))
    assert sheet_of(named, plot).columns[0].cells[1] == long
    assert shown_names(plot.categories, LabelFor.CATEGORY) == {1: long}
    assert shown_names(plot.categories, LabelFor.SERIES) == {}


def test_quarters_are_words() -> None:
    """No format has a sign for them."""
    chart = of_dates(date(2021, 4, 1), "Q2 2021", "en", DateUnit.QUARTER)
    found = Presentation(BytesIO(rendered(chart_document(chart))))
    (shape,) = [one for one in found.slides[0].shapes if one.has_chart]
    assert [one.text for one in shape.chart.part._element.iter("{*}t")] == ["Q2 2021"]
    assert find(shape.chart.part._element, "//c:dateAx/c:tickLblPos/@val") == ["none"]


@pytest.mark.parametrize("kind", [ChartType.BAR, ChartType.LINE])
def test_a_value_below_zero_that_is_shown_as_zero_has_no_minus(kind: ChartType) -> None:
    """A format would put one before it, so the label is a text; others stay numbers."""
    style = ChartAxis(style=NumberStyle(decimals=2))
    one = chart(kind, FRUIT[:3], (-0.004, 1.25, -0.006), y_axis=style, value_labels=ValueLabels.ALL)
    made, _ = document([("The deck", ()), ("A title", (one,))])
    with ZipFile(BytesIO(rendered(made))) as package:
        (name,) = (name for name in package.namelist() if re.fullmatch(r"ppt/charts/chart\d+\.xml", name))
        labels = etree.fromstring(package.read(name)).iterfind(".//{*}dLbl")
    texts = ["".join(one.itertext("{*}t")) for one in labels]
    assert [text for text in texts if text] == ["0.00"]
