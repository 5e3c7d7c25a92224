"""Native charts where programs would draw or write otherwise than layout does."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation

from deckmaker.model.chart import Chart, ChartAxis, ChartType, DateUnit, NumberStyle
from tests.charts.awkward import AWKWARD, SYNTHETIC, chart, dated, months, years
from tests.charts.awkward_shapes import AWKWARD_SHAPES
from tests.charts.laid_out import document
from tests.render.pptx.chart_files import find
from tests.render.pptx.decks import rendered


def slide_of(shown: Chart) -> Any:
    """Return the slide of a chart, as read back by python-pptx."""
    made, _ = document([("Charts", ()), ("A title", (shown,))])
    return Presentation(BytesIO(rendered(made))).slides[1]


def part_of(shown: Chart) -> etree._Element:
    """Return the chart part of a chart of one plot."""
    (part,) = [one.chart.part for one in slide_of(shown).shapes if one.has_chart]
    return etree.fromstring(part.blob)


def test_a_value_and_a_name_of_one_point_are_two_labels() -> None:
    """The name at the end of the line in its own look; a line that nobody sees has it, in the same cells."""
    root = part_of(AWKWARD["all values on a line"])
    assert len(find(root, "//c:lineChart")) == 1
    first, second = find(root, "//c:ser")
    assert find(first, "c:dLbls//c:showSerName[@val='1']") == []
    assert find(second, "c:dLbls//c:showVal[@val='1']") == []
    assert find(second, "c:dLbls/c:dLbl/c:idx/@val") == [str(len(SYNTHETIC) - 1)]
    assert find(second, "c:val//c:f/text()") == find(first, "c:val//c:f/text()")
    assert find(second, "c:spPr/a:ln/a:noFill") and find(second, "c:marker/c:symbol/@val") == ["none"]


def test_a_value_and_a_name_of_one_dot_are_two_labels() -> None:
    """The value beside the dot, the name above it."""
    root = part_of(AWKWARD_SHAPES["a dumbbell stressed"])
    named = [one for one in find(root, "//c:ser") if find(one, "c:dLbls//c:showSerName[@val='1']")]
    assert len(named) == 2
    for one in named:
        assert find(one, "c:dLbls//c:showVal[@val='1']") == []
        (same,) = [other for other in find(root, "//c:ser") if other is not one and cells(other) == cells(one)]
        assert find(same, "c:marker/c:symbol/@val") == ["circle"]


def cells(series: etree._Element) -> Any:
    """Return where the numbers of a series stand."""
    return find(series, "c:yVal//c:f/text()")


def test_no_program_draws_lines_to_labels() -> None:
    """LibreOffice does so for labels that are moved, unless it is told not to."""
    root = part_of(AWKWARD_SHAPES["slopes"])
    shown = root.findall(".//{http://schemas.microsoft.com/office/drawing/2012/chart}showLeaderLines")
    assert {one.get("val") for one in shown} == {"0"}
    assert len(shown) == len(find(root, "//c:dLbls"))


def test_shortened_names_are_shortened() -> None:
    """Whole ones would make the plot smaller."""
    root = part_of(AWKWARD_SHAPES["wordy slopes"])
    names = {*find(root, "//c:ser/c:tx//c:v/text()")}
    assert any(name.startswith("Donaudampfschifffahrt") and name.endswith("…") for name in names)
    assert "Onshore wind in forests\nand on mountains" in names


def test_names_without_letters_are_none() -> None:
    """LibreOffice writes `Series1` below columns whose names are empty."""
    assert find(part_of(AWKWARD["no names"]), "//c:catAx/c:tickLblPos/@val") == ["none"]


@pytest.mark.parametrize(("name", "rotation"), [("60 bars", []), ("wordy bars", ["0"])])
def test_names_of_many_bars_are_thinned_out(name: str, rotation: list[str]) -> None:
    """LibreOffice knows no `tickLblSkip`, but leaves out what has no room where no rotation is stated."""
    root = part_of(AWKWARD[name])
    assert find(root, "//c:catAx//a:bodyPr/@rot") == rotation
    assert bool(find(root, "//c:catAx/c:tickLblSkip")) == (rotation == [])


@pytest.mark.sampled(every=9)
@pytest.mark.parametrize(
    ("language", "unit", "are_words"),
    [
        ("en", DateUnit.MONTH, False),
        ("en-GB", DateUnit.MONTH, True),
        ("de", DateUnit.MONTH, True),
        ("fr", DateUnit.MONTH, True),
        ("es", DateUnit.QUARTER, True),
        ("de", DateUnit.YEAR, False),
        ("zh", DateUnit.MONTH, False),
    ],
)
def test_months_are_words_where_programs_disagree(language: str, unit: DateUnit, are_words: bool) -> None:
    """Of September one makes Sep, where the language of the deck has Sept; all agree about English months and years."""
    days = years(2016, 2024) if unit is DateUnit.YEAR else months(2023, 12)
    axis = ChartAxis(style=NumberStyle(language))
    root = part_of(dated(ChartType.LINE, days, unit, [*range(len(days))], x_axis=axis))
    assert find(root, "//c:dateAx/c:tickLblPos/@val") == ["none" if are_words else "low"]
    assert bool(find(root, "//c:ser//a:t")) == are_words


def test_dates_before_spreadsheets_are_thinned_out() -> None:
    """They are names, of which LibreOffice would write all."""
    root = part_of(AWKWARD["centuries"])
    assert find(root, "//c:catAx/c:tickLblPos/@val") == ["none"]
    assert find(root, "//c:ser//a:t/text()")[:2] == ["1000", "1100"]


def test_the_axis_of_values_stands_at_zero() -> None:
    """Where layout has it, not at the side."""
    root = part_of(AWKWARD_SHAPES["dots below zero"])
    assert find(root, "//c:valAx/c:crosses/@val") == ["autoZero", "autoZero"]


def test_lines_between_steps_of_an_axis_are_shapes() -> None:
    """An axis that begins at -4 has programs draw lines at 1, 6 and 11, beside the numbers 0, 5 and 10.

    They are one group, behind the chart: who moves it moves one thing more.
    """
    (group,) = [one for one in slide_of(AWKWARD_SHAPES["small waterfalls"]).shapes if one.name.startswith("Charts")]
    grid, *_ = group.shapes
    assert [one.name.rstrip(" 0123456789") for one in grid.shapes][:6] == ["Grid line"] * 6
    for one in group.shapes:
        if one.has_chart:
            assert find(etree.fromstring(one.chart.part.blob), "//c:majorGridlines") == []


def test_lines_at_steps_of_an_axis_are_its_own() -> None:
    """So that they follow it."""
    shown = replace(chart(ChartType.LINE, "abcd", (3, 8, 5, 9)), y_axis=ChartAxis(0, 10))
    assert len(find(part_of(shown), "//c:valAx/c:majorGridlines")) == 1
    assert not [one for one in slide_of(shown).shapes if one.name.startswith("Grid")]
