"""Values where there is little room: smaller, or beside their bars, before one is left out."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.layout import Page
from deckmaker.layout.chart_item import AxisScale, BarMark, LabelFor, Plot, PlotAxis
from deckmaker.layout.charts.axes import AxesWish, with_room_for_labels
from deckmaker.layout.document import Placed, TextItem
from deckmaker.model.chart import Annotation, Chart, ChartType, Highlight, NumberStyle, Stacking, ValueLabels
from deckmaker.model.chart import ChartAxis as Axis
from deckmaker.model.geometry import Rect
from deckmaker.theme import built_in_themes
from tests.charts.awkward import BAR, COLUMN, LINE, chart, words
from tests.charts.laid_out import beside, document
from tests.charts.test_looks import plots
from tests.projects import briefing

SIZES = ("16:9", "4:3", "A4")
BERTHS = ("Berth 4", "Berth 3", "Berth 2", "Berth 1")
STREETS = ("Hill Road", "Mast Lane", "Quay Street")
CHANGES = chart(
    BAR, BERTHS, (2.4, 1.2, -0.6, -0.4), (-5.8, -2.1, -0.9, 0.3), titles=("2025", "2026"), value_labels=ValueLabels.ALL
)
SHARES = chart(
    BAR,
    STREETS,
    (0.61, 0.42, 0.14),
    (0.30, 0.37, 0.33),
    (0.09, 0.21, 0.53),
    titles=("Never", "Some nights", "Most nights"),
    stacking=Stacking.PERCENT,
    value_labels=ValueLabels.ALL,
    y_axis=Axis(style=NumberStyle(percent=True)),
)
CALLS = chart(
    COLUMN, BERTHS[::-1], (12.0, 8.0, 99.0, 419.0), (132.0, 95.0, 14.0, 86.0), titles=("Reefers", "Container ships")
)


def page_of(*charts: Chart, theme: str = "briefing", size: str = "16:9") -> Page:
    """Return the page of charts, side by side if they are several."""
    block = beside(*charts) if len(charts) > 1 else charts[0]
    laid_out, diagnostics = document([("The deck", ()), ("A title", (block,))], briefing(size, theme))
    assert not [one for one in diagnostics if one.code == "names-left-out"]
    return laid_out.pages[1]


def values(plot: Plot) -> list[Rect]:
    """Return where a plot's native values stand."""
    return [one.placed.rect for one in plot.labels if one.says is LabelFor.VALUE]


def texts(page: Page) -> dict[str, list[Placed]]:
    """Return the texts beside the native charts of a page, by what they say."""
    found: dict[str, list[Placed]] = {}
    for one in page.leaves:
        if isinstance(one.item, TextItem):
            found.setdefault(one.item.text, []).append(one)
    return found


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", built_in_themes())
def test_values_of_falling_bars_keep_clear_of_names(theme: str, size: str) -> None:
    """Also where values at the other end of the axis need room."""
    first = plots(page_of(CHANGES, SHARES, theme=theme, size=size))[0][0]
    names = max(one.placed.rect.right for one in first.categories)
    assert len(values(first)) == 8
    assert min(one.x for one in values(first)) - names >= 15
    assert not any(one.overlaps(other) for one, other in combinations(values(first), 2))


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", built_in_themes())
def test_each_part_of_stacked_bars_has_its_value(theme: str, size: str) -> None:
    """In it, or above its bar where it is too narrow, over nothing else."""
    page = page_of(CHANGES, SHARES, theme=theme, size=size)
    plot = plots(page)[1][0]
    bars = [one for one in plot.marks if isinstance(one, BarMark)]
    inside = {(one.series, one.point) for one in plot.labels if one.says is LabelFor.VALUE}
    aside = [bar for bar in bars if (bar.series, bar.point) not in inside]
    for bar in aside:
        said = f"{SHARES.series[bar.series].values[bar.point] or 0:.0%}"
        (label,) = texts(page)[said]
        assert label.rect.bottom <= bar.rect.y + 2
        assert label.rect.x < bar.rect.x + bar.rect.width / 2 < label.rect.right
        assert label.rect.x >= plot.rect.x + 3  # off the line on which bars stand
        assert not any(label.rect.overlaps(other.rect) for other in bars if other.point != bar.point)
    assert len(values(plot)) + len(aside) == 9


def test_parts_of_stacked_columns_have_their_values_beside_them() -> None:
    """Where a part is too low for words."""
    low = chart(
        COLUMN,
        ("2024", "2025"),
        (4.0, 5.0),
        (130.0, 150.0),
        titles=("Reefers", "Container ships"),
        stacking=Stacking.STACKED,
        value_labels=ValueLabels.ALL,
    )
    page = page_of(low)
    ((plot,),) = plots(page)
    (four,) = texts(page)["4"]
    (bar,) = [one for one in plot.marks if isinstance(one, BarMark) and (one.series, one.point) == (0, 0)]
    assert four.rect.x >= bar.rect.right or four.rect.right <= bar.rect.x
    assert abs(four.rect.y + four.rect.height / 2 - bar.rect.y - bar.rect.height / 2) < four.rect.height / 2
    assert "5" in texts(page)


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", built_in_themes())
def test_few_columns_have_their_values_at_every_size(theme: str, size: str) -> None:
    """In smaller letters, where they have no room in those of their style."""
    first = plots(page_of(CALLS, CALLS, theme=theme, size=size))[0][0]
    assert len(values(first)) == 8


DEATHS = (52404.0, 63632.0, 70237.0, 67367.0, 70630.0, 91799.0, 106699.0, 107941.0, 105007.0)


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", built_in_themes())
def test_values_side_by_side_do_not_run_together(theme: str, size: str) -> None:
    """More than a word space is between two that are level, and what is said of one keeps clear of its neighbours."""
    said = Annotation(0, 3, words("First fall, by 4.1%"))
    years = [str(year) for year in range(2015, 2024)]
    page = page_of(
        chart(COLUMN, years, DEATHS, value_labels=ValueLabels.ALL, annotations=(said,)), theme=theme, size=size
    )
    ((plot,),) = plots(page)
    found = values(plot)
    assert len(found) == 9
    for one, other in pairwise(found):
        if one.y < other.bottom and other.y < one.bottom:
            assert other.x - one.right >= 4.5
    (words_of_it,) = texts(page)["First fall, by 4.1%"]
    rect = words_of_it.rect
    near = Rect(rect.x - 5, rect.y - 2, rect.width + 10, rect.height + 4)
    assert not any(near.overlaps(one) for index, one in enumerate(found) if index != 3)


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", built_in_themes())
def test_values_have_air_between_them_and_what_is_beside_them(theme: str, size: str) -> None:
    """In a part at both sides; above a bar below the lowest letters, which are commas."""
    stacked = plots(page_of(CHANGES, SHARES, theme=theme, size=size))[1][0]
    bars = {(one.series, one.point): one.rect for one in stacked.marks if isinstance(one, BarMark)}
    for label in (one for one in stacked.labels if one.says is LabelFor.VALUE):
        width = next(line.width for line in label.placed.item.setting.lines)
        assert bars[label.series, label.point].width >= width + 6
    years = [str(year) for year in range(2015, 2024)]
    ((plot,),) = plots(page_of(chart(COLUMN, years, DEATHS, value_labels=ValueLabels.ALL), theme=theme, size=size))
    tops = {one.point: one.rect.y for one in plot.marks if isinstance(one, BarMark)}
    for label in (one for one in plot.labels if one.says is LabelFor.VALUE):
        setting = label.placed.item.setting
        baseline = label.placed.rect.y + setting.paragraphs[-1].lines[-1].baseline
        assert tops[label.point] - baseline - 0.2 * setting.size >= 2


def test_values_without_any_place_are_told() -> None:
    """None is lost in silence."""
    many = chart(COLUMN, [str(n) for n in range(60)], [1234567.0 + n for n in range(60)], value_labels=ValueLabels.ALL)
    laid_out, diagnostics = document([("The deck", ()), ("A title", (many,))])
    (told,) = [one for one in diagnostics if one.code == "names-left-out"]
    ((plot,),) = plots(laid_out.pages[1])
    assert f"{60 - len(values(plot))} values have no room in its chart" in told.message


SHAKEN = [float(1_000_000 + 997 * (n * 37 % 60)) for n in range(60)]


@pytest.mark.parametrize("wished", [ValueLabels.ALL, ValueLabels.HIGHLIGHT])
def test_values_of_lines_without_any_place_are_told(wished: ValueLabels) -> None:
    stressed = Highlight(frozenset({0})) if wished is ValueLabels.HIGHLIGHT else Highlight()
    many = chart(LINE, [str(n) for n in range(240)], SHAKEN * 4, value_labels=wished, highlight=stressed)
    laid_out, diagnostics = document([("The deck", ()), ("A title", (many,))])
    ((plot,),) = plots(laid_out.pages[1])
    lacking = 240 - len(values(plot))
    assert lacking > 0
    assert [one.message for one in diagnostics if f"{lacking} values have no room in its chart" in one.message]


def test_more_values_of_lines_than_anybody_reads_are_told() -> None:
    series = [SHAKEN[n:] + SHAKEN[:n] for n in range(6)]
    many = chart(LINE, [str(n) for n in range(60)], *series, value_labels=ValueLabels.ALL)
    _, diagnostics = document([("The deck", ()), ("A title", (many,))])
    assert [one.message for one in diagnostics if "360 values have no room in its chart" in one.message]


def test_values_of_a_waterfall_without_any_place_are_told() -> None:
    steps = chart(ChartType.WATERFALL, [str(n) for n in range(60)], SHAKEN, value_labels=ValueLabels.ALL)
    _, diagnostics = document([("The deck", ()), ("A title", (steps,))])
    assert [one.message for one in diagnostics if "60 values have no room in its chart" in one.message]


@pytest.mark.parametrize("wished", [ValueLabels.ALL, ValueLabels.ENDS])
def test_a_small_multiple_has_the_values_of_its_own_line(wished: ValueLabels) -> None:
    """Those of the lines behind it stood there, too: a reader took them for its own."""
    small = chart(LINE, ("a", "b", "c"), (1, 2, 3), (14, 15, 16), (27, 28, 29), across=3, value_labels=wished)
    laid_out, _ = document([("The deck", ()), ("A title", (small,))])
    (found,) = plots(laid_out.pages[1])
    said = [{one.placed.item.text for one in plot.labels if one.says is LabelFor.VALUE} for plot in found]
    own = [{"1", "2", "3"}, {"14", "15", "16"}, {"27", "28", "29"}]
    assert [bool(one) and one <= other for one, other in zip(said, own, strict=True)] == [True, True, True]


@given(
    least=st.integers(-500, 500),
    most=st.integers(1, 900),
    said=st.tuples(st.floats(0, 1), st.floats(0, 1)),
    beyond=st.floats(1, 200),
    lying=st.booleans(),
)
def test_an_axis_with_room_for_labels_keeps_all_of_its_values(
    least: int, most: int, said: tuple[float, float], beyond: float, lying: bool
) -> None:
    """It goes further, or its plot is smaller, by no more than a half; labels have room where one of both can be."""
    axis = PlotAxis(AxisScale.NUMBERS, float(min(least, 0)), float(max(least, 0) + most), 1.0)
    values = [axis.least + share * (axis.most - axis.least) for share in said]
    whole = Rect(100.0, 50.0, 600.0, 300.0)
    wish = AxesWish(values=[axis.least, axis.most], labelled=values, beyond=beyond, lying=lying)
    plot, found = with_room_for_labels(whole, axis, wish)
    assert found.least <= axis.least and found.most == axis.most
    before, after = (whole.width, plot.width) if lying else (whole.height, plot.height)
    assert before / 2 <= after <= before + 1e-6
    assert plot.x == whole.x and plot.bottom == pytest.approx(whole.bottom)
    scale = after / (found.most - found.least)
    if 4 * (beyond + 8) < before:  # else labels at both ends would leave hardly anything of the plot
        if max(values) >= 0:
            assert (found.most - max(values)) * scale + before - after >= beyond - 1e-3
        if min(values) < 0:
            assert (min(values) - found.least) * scale >= beyond - 1e-3
