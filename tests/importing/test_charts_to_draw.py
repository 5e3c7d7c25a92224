"""Charts that PowerPoint draws and no deck does: each comes in another form that can be built, which is told."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx.chart.data import BubbleChartData, CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from deckmaker.diagnostics import Diagnostics
from deckmaker.importing.trial import refusal_of
from deckmaker.pipeline import read_document
from tests.importing.markdown_decks import Imported
from tests.importing.presentations import TITLE_ONLY, content_slide, imported, presentation, with_parts

BELOW = (("A", (3, 4, -2)), ("B", (1, 2, 5)))
BELOW_SAID = "`West` is -2, and no share of a whole is below zero"


def chart(kind: XL_CHART_TYPE, data: Any, change: Callable[[str, bytes], bytes] = lambda _, one: one) -> Imported:
    """Return what becomes of a slide with a chart, of which some parts were changed."""

    def make(found: Any) -> None:
        slide = content_slide(found, layout=TITLE_ONLY)
        slide.shapes.add_chart(kind, Inches(1), Inches(2), Inches(6), Inches(4), data)

    return imported(with_parts(presentation(make), change))[0]


def quays(*series: tuple[str, tuple[float | None, ...]]) -> CategoryChartData:
    """Return data of three quays."""
    data = CategoryChartData()
    data.categories = ["North", "South", "West"]
    for name, values in series:
        data.add_series(name, values)
    return data


def errors_of(found: Imported, folder: Path) -> list[str]:
    """Return the errors of a deck that was imported."""
    path = folder / "talk.yaml"
    path.write_text(found.text)
    diagnostics = Diagnostics()
    read_document(path, diagnostics)
    return [f"{one.code}: {one.message}" for one in diagnostics if one.severity.value == "error"]


@pytest.mark.parametrize(
    ("kind", "series", "form", "remark"),
    [
        (
            XL_CHART_TYPE.COLUMN_STACKED_100,
            BELOW,
            {"type": "column", "stack": "true"},
            f"a chart of shares shows the values themselves: {BELOW_SAID}",
        ),
        (
            XL_CHART_TYPE.BAR_STACKED_100,
            BELOW,
            {"type": "bar", "stack": "true"},
            f"a chart of shares shows the values themselves: {BELOW_SAID}",
        ),
        (
            XL_CHART_TYPE.AREA_STACKED_100,
            BELOW,
            {"type": "line"},
            f"areas are there as lines: {BELOW_SAID}",
        ),
        (
            XL_CHART_TYPE.AREA_STACKED,
            BELOW,
            {"type": "line"},
            f"areas are there as lines: {BELOW_SAID.partition(',')[0]}, and areas stand on one another: "
            "no part of a sum is below zero",
        ),
        (XL_CHART_TYPE.PIE, BELOW[:1], {"type": "bar"}, f"a pie is there as bars: {BELOW_SAID}"),
        (
            XL_CHART_TYPE.DOUGHNUT,
            (("A", (0, 0, 0)),),
            {"type": "bar"},
            "a pie is there as bars: all values are zero, which are no shares of a whole",
        ),
    ],
    ids=["columns", "bars", "areas of shares", "areas", "a pie", "zeros"],
)
def test_what_are_no_shares_is_there_as_values(
    kind: XL_CHART_TYPE, series: Any, form: dict[str, str], remark: str, tmp_path: Path
) -> None:
    """None of them is lost."""
    found = chart(kind, quays(*series))
    value = found.slides[-1]["chart"]
    assert {key: value[key] for key in ("type", "stack") if key in value} == form
    shown = [one["values"] for one in value.get("series", [value])]
    assert shown == [[f"{number:g}" for number in values] for _, values in series]
    assert found.messages == [(2, remark)]
    assert errors_of(found, tmp_path) == []


def test_numbers_that_no_deck_draws_are_a_table(tmp_path: Path) -> None:
    """With all of their digits."""
    found = chart(XL_CHART_TYPE.COLUMN_CLUSTERED, quays(("A", (1e300, 1, 2))))
    assert found.slides[-1]["table"]["rows"][1] == ["North", "1e+300"]
    assert found.messages == [(2, "a chart is there as its table: `A` of `North` is `1e+300`, which is no number")]
    assert errors_of(found, tmp_path) == []


def test_of_series_that_are_too_long_together_the_first_points_are_there() -> None:
    """A deck counts the points of the longest series for each of them."""
    data = CategoryChartData()
    data.categories = [f"c{index}" for index in range(9_000)]
    for name in "ABC":
        data.add_series(name, range(9_000) if name == "A" else (1, 2))

    def change(name: str, content: bytes) -> bytes:
        """Let the short series say how many points they have."""
        if not name.startswith("ppt/charts/chart"):
            return content
        first, *others = content.split(b"<c:ser>")
        short = [re.sub(rb'(<c:val>.*?<c:ptCount val=")9000', rb"\g<1>2", one, flags=re.DOTALL) for one in others[1:]]
        names = [re.sub(rb"<c:cat>.*?</c:cat>", b"", one, flags=re.DOTALL) for one in short]
        return b"<c:ser>".join([first, others[0], *names])

    found = chart(XL_CHART_TYPE.LINE, data, change)
    value = found.slides[-1]["chart"]
    assert [len(one["values"]) for one in value["series"]] == [6_666] * 3
    said = "points of a chart beyond its first 6,666 are left out: the chart has 27,000 values: expected 20,000 at most"
    assert found.messages == [(2, said)]
    assert refusal_of(("chart", value)) is None


def test_a_chart_that_decks_draw_is_as_it_was() -> None:
    """Nothing is told."""
    found = chart(XL_CHART_TYPE.COLUMN_STACKED_100, quays(("A", (3, 4, 2)), ("B", (1, 2, 5))))
    assert (found.slides[-1]["chart"]["stack"], found.messages) == ("percent", [])


def test_who_reads_decks_is_asked() -> None:
    """Of any kind of block."""
    assert refusal_of(("text", "Words")) is None
    assert (
        refusal_of(("text", "[a](javascript:x)")) == "link to `javascript:x`: expected an http, https or mailto address"
    )
    assert refusal_of(("chart", {"type": "pie"})) is not None


KINDS = (
    XL_CHART_TYPE.AREA_STACKED,
    XL_CHART_TYPE.AREA_STACKED_100,
    XL_CHART_TYPE.BAR_STACKED,
    XL_CHART_TYPE.BAR_STACKED_100,
    XL_CHART_TYPE.BUBBLE,
    XL_CHART_TYPE.COLUMN_CLUSTERED,
    XL_CHART_TYPE.COLUMN_STACKED_100,
    XL_CHART_TYPE.DOUGHNUT,
    XL_CHART_TYPE.LINE,
    XL_CHART_TYPE.LINE_STACKED_100,
    XL_CHART_TYPE.PIE,
    XL_CHART_TYPE.RADAR,
    XL_CHART_TYPE.XY_SCATTER,
)
NUMBERS = st.one_of(
    st.none(), st.integers(-9, 9), st.sampled_from([0, 1e300, -1e300, 1e-300, 1e15, 0.1]), st.floats(-1e9, 1e9)
)
CODES = st.sampled_from(
    ["General", "0%", '#,##0.0 "€"', '0,,"M"', '"*x* {{ y }}"0', "0.00000000000", "m/d/yyyy", "0/0"]
)
NAMES = st.sampled_from(["", "A", "A", "B -> C", "*d*", "{{ e }}", "2024-05-01", "x" * 60])


@given(data=st.data())
def test_whatever_numbers_a_chart_has_its_deck_can_be_built(data: st.DataObject, tmp_path_factory: Any) -> None:
    """Any kind of chart, whatever its axes and formats say."""

    def change(name: str, content: bytes) -> bytes:
        if not name.startswith("ppt/charts/chart"):
            return content
        content = content.replace(b"<c:scaling/>", b"<c:scaling></c:scaling>")
        content = content.replace(b"<c:scaling>", b'<c:scaling><c:logBase val="10"/>') if is_log else content
        title = b"<c:title><c:tx><c:rich><a:p><a:r><a:t>*a* {{ b }}</a:t></a:r></a:p></c:rich></c:tx></c:title>"
        return re.sub(rb"(<c:axPos [^>]*>)", rb"\g<1>" + title, content)

    is_log, code = data.draw(st.booleans()), data.draw(CODES)
    kind = data.draw(st.sampled_from(KINDS))
    series = data.draw(st.lists(st.tuples(NAMES, st.lists(NUMBERS, min_size=1, max_size=4)), min_size=1, max_size=3))
    if kind.name.startswith("BUBBLE"):
        values: Any = BubbleChartData(number_format=code)
        for name, numbers in series:
            one = values.add_series(name)
            for number in numbers:
                one.add_data_point(number or 0, number or 0, number or 1)
    elif kind.name.startswith("XY"):
        values = XyChartData(number_format=code)
        for name, numbers in series:
            one = values.add_series(name)
            for number in numbers:
                one.add_data_point(number or 0, number or 0)
    else:
        values = CategoryChartData(number_format=code)
        values.categories = data.draw(st.lists(NAMES, min_size=4, max_size=4))
        for name, numbers in series:
            values.add_series(name, numbers)
    assert errors_of(chart(kind, values, change), tmp_path_factory.getbasetemp()) == []
