"""Reference lines and what is said of points: at their ends, over no value, with a clear leader or none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckmaker.layout import Page
from deckmaker.layout.chart_item import BarMark, LabelFor
from deckmaker.layout.charts.obstacles import covered
from deckmaker.layout.document import Placed, ShapeItem, TextItem
from deckmaker.model.chart import Annotation, Band, ChartAxis, ReferenceLine, Series, ValueLabels
from deckmaker.theme import built_in_themes
from tests.charts.awkward import AREA, BAR, COLUMN, FRUIT, LINE, chart, words
from tests.charts.awkward_shapes import BUBBLE, DUMBBELL, SCATTER, dots, points
from tests.charts.laid_out import beside, document, item, page
from tests.projects import briefing


def text(page: Page, words: str) -> Placed:
    """Return the text of a page that says these words."""
    return next(one for one in page.leaves if isinstance(one.item, TextItem) and one.item.text == words)


def shapes(page: Page, color: str) -> list[Placed]:
    """Return the shapes of a page that are of a colour."""
    return [one for one in page.leaves if isinstance(one.item, ShapeItem) and one.item.color == color]


def test_a_line_across_lying_bars_is_named_at_its_top():
    limit = ReferenceLine(28.3, words("All people 28.3"))
    whole = page(chart(BAR, FRUIT, (42.5, 35.8, 33.1, 17.6, 13.7, 4.6), lines=(limit,)))[0]
    (plot,) = item(whole).plots
    name = text(whole, "All people 28.3").rect
    top = min(one.rect.y for one in shapes(whole, "ink"))
    assert name.bottom <= plot.rect.y and 1.5 <= top - name.bottom <= 3  # below letters such as "p"
    assert plot.y_axis
    assert name.x < plot.rect.x + 28.3 / plot.y_axis.most * plot.rect.width < name.right
    assert max(one.rect.width for one in shapes(whole, "ink")) <= 1


@pytest.mark.parametrize("kind", [COLUMN, BAR])
def test_a_line_strikes_through_no_value(kind):
    limit = ReferenceLine(21, words("Limit"))
    one = chart(kind, FRUIT, (20, 20.5, 30, 19.8, 12, 4), lines=(limit,), value_labels=ValueLabels.ALL)
    whole = page(one)[0]
    (plot,) = item(whole).plots
    values = [label.placed.rect for label in plot.labels if label.says is LabelFor.VALUE]
    assert len(values) == 6
    assert not any(value.overlaps(line.rect) for value in values for line in shapes(whole, "ink"))


def annotated(kind, values, point, said="A word", **more):
    """Return the page of a chart that says something of a point."""
    return page(chart(kind, FRUIT, values, annotations=(Annotation(0, point, words(said)),), **more))[0]


GAP, BESIDE = (3, None, 5), (2, 4, 6)
WITHOUT_POINTS = {
    "line": chart(LINE, FRUIT[:3], GAP),
    "column": chart(COLUMN, FRUIT[:3], GAP),
    "bar": chart(BAR, FRUIT[:3], GAP),
    "area": chart(AREA, FRUIT[:3], GAP),
    "dumbbell": chart(DUMBBELL, FRUIT[:3], GAP, BESIDE, titles=("2010", "2020")),
    "combination": chart(COLUMN, FRUIT[:3], GAP, BESIDE, series=(Series("A", GAP, as_line=True), Series("B", BESIDE))),
    "small multiples": chart(LINE, FRUIT[:3], GAP, BESIDE, across=None),
    "no y": dots(SCATTER, points((1, 2, 3), GAP)),
    "no x": dots(SCATTER, points(GAP, (1, 2, 3))),
    "no size": dots(BUBBLE, points((1, 2, 3), (1, 2, 3), 3, None, 5)),
    "no area": dots(BUBBLE, points((1, 2, 3), (1, 2, 3), 3, 0, 5)),
}


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("one", WITHOUT_POINTS.values(), ids=WITHOUT_POINTS)
def test_what_is_said_of_a_point_that_is_not_drawn_is_told(one):
    """It has no place; of the point beside it, something can be said."""
    whole, said = page(replace(one, annotations=(Annotation(0, 1, words("No count")), Annotation(0, 2, words("More")))))
    told = [(one.code, one.message) for one in said if one.code == "annotation-left-out"]
    message = "slide 2: “No count” is said of a point that its chart does not draw"
    assert told == [("annotation-left-out", message)]
    assert text(whole, "More") and not any(getattr(one.item, "text", "") == "No count" for one in whole.leaves)


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize("point", range(6))
@pytest.mark.parametrize("said", ["First", "More than any other kind of opioid for the first time ever"])
@pytest.mark.parametrize("kind", [LINE, COLUMN])
def test_leaders_are_clear_or_there_is_none(kind, point, said):
    whole = annotated(kind, (10, 80, 20, 60, 55, 90), point, said)
    thin = [one.rect for one in shapes(whole, "muted") if min(one.rect.width, one.rect.height) < 1]
    assert all(max(one.width, one.height) >= 9 for one in thin)


def test_what_is_said_of_a_column_stands_above_its_value():
    values = (52.4, 63.6, 70.2, 67.4, 70.6, 91.8)
    whole = annotated(COLUMN, values, 3, "First fall", value_labels=ValueLabels.ALL)
    (plot,) = item(whole).plots
    value = next(one for one in plot.labels if one.says is LabelFor.VALUE and one.point == 3).placed.rect
    said = text(whole, "First fall").rect
    assert said.bottom <= value.y
    bars = [one.rect for one in plot.marks if isinstance(one, BarMark)]
    assert not any(said.overlaps(one) for one in bars)


def test_a_low_band_across_the_plot_has_its_words_in_one_line():
    """In lines as short as those of other labels they would hang out of it."""
    band = Band(40.0, 50.0, words("Nobody wakes, and the wind is louder"), False)
    one = dots(SCATTER, points((10, 60, 300, 900), (82, 67, 53, 44)), bands=(band,), y_axis=ChartAxis(40, 100))
    whole = page(one)[0]
    (ground,) = [one.rect for one in shapes(whole, "tint") if one.rect.height > 10]
    name = text(whole, "Nobody wakes, and the wind is louder")
    assert isinstance(name.item, TextItem) and len(name.item.setting.lines) == 1
    assert ground.y <= name.rect.y and name.rect.bottom <= ground.bottom


def test_the_words_of_a_band_cover_no_dot():
    """They stand in lines where one line would."""
    band = Band(40.0, 50.0, words("Nobody wakes, and the wind is louder"), False)
    spread = points(tuple(range(10, 1000, 50)), (45,) * 20)
    whole = page(dots(SCATTER, spread, bands=(band,), y_axis=ChartAxis(40, 60)))[0]
    name = text(whole, "Nobody wakes, and the wind is louder")
    assert not covered(name.rect, item(whole).plots[0].marks)


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("size", ["16:9", "4:3", "A4"])
@pytest.mark.parametrize("theme", built_in_themes())
def test_no_line_strikes_through_what_is_said_of_a_point(theme, size):
    """What is said may be longer or smaller than usual, or stand elsewhere."""
    limit, said = ReferenceLine(60, words("Limit at the quay")), Annotation(0, 1, words("Nine ships at once"))
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept")
    levels = (66, 67, 64, 61, 58, 57, 59, 62, 65), (54, 55, 53, 51, 48, 47, 48, 50, 53)
    one = chart(LINE, months, *levels, lines=(limit,), annotations=(said,), note=words("Illustrative figures."))
    title = "Berth 4 kept to the limit in three months of nine"
    whole = document([("The deck", ()), (title, (one,))], briefing(size, theme))[0].pages[1]
    rect = text(whole, "Nine ships at once").rect
    level = [line.rect for line in shapes(whole, "ink") if line.rect.width > line.rect.height]
    assert level and not any(rect.overlaps(line) for line in level)


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("size", ["16:9", "4:3", "A4"])
@pytest.mark.parametrize("theme", built_in_themes())
def test_what_is_said_of_a_point_is_not_read_on_from_a_number_of_the_axis(theme, size):
    """At the height of one it stands an em further on than the numbers end, at least."""
    said = Annotation(0, 1, words("Nine ships at once"))
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept")
    levels = (66, 67, 64, 61, 58, 57, 59, 62, 65), (54, 55, 53, 51, 48, 47, 48, 50, 53)
    one = chart(LINE, months, *levels, annotations=(said,), y_axis=ChartAxis(40, 70))
    whole = document([("The deck", ()), ("A title", (one,))], briefing(size, theme))[0].pages[1]
    found = text(whole, "Nine ships at once")
    numbers = [text(whole, str(number)).rect for number in (40, 50, 60, 70)]
    level = [one for one in numbers if one.y + 2 < found.rect.bottom and found.rect.y + 2 < one.bottom]
    assert all(found.rect.x - one.right >= found.item.setting.size for one in level)


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("size", ["16:9", "4:3", "A4"])
@pytest.mark.parametrize("theme", built_in_themes())
@pytest.mark.parametrize("most", [50, 42])
def test_a_low_band_is_named_in_it_or_at_its_edge(theme, size, most):
    """Its name never hangs out of it."""
    one = replace(
        dots(SCATTER, points((10, 25, 60, 120, 300, 950), (82, 74, 67, 61, 53, 44))),
        bands=(Band(40, most, words("Nobody wakes")),),
        y_axis=ChartAxis(least=40),
    )
    block = beside(one, one)
    whole = document([("The deck", ()), ("A title", (block,))], briefing(size, theme))[0].pages[1]
    name = next(found for found in whole.leaves if isinstance(found.item, TextItem) and "wakes" in found.item.text)
    band = next(found.rect for found in whole.leaves if isinstance(found.item, ShapeItem) and found.item.opacity < 1)
    assert len(name.item.setting.lines) == 1
    (line,) = (line for paragraph in name.item.setting.paragraphs for line in paragraph.lines)
    baseline = name.rect.y + name.item.offset + line.baseline
    top = baseline - 0.72 * name.item.setting.size
    is_inside = band.y - 0.5 <= top and baseline <= band.bottom + 0.5
    is_outside = name.rect.bottom <= band.y + 0.5 or name.rect.y >= band.bottom - 0.5
    assert is_inside or is_outside


@pytest.mark.parametrize(("size", "most", "top"), [("16:9", 90, 50), ("A4", 80, 48), ("4:3", 90, 50)])
def test_the_name_of_a_band_keeps_air_around_it(size, most, top):
    """Right above the name of a point, both read as lines of one text."""
    one = dots(
        SCATTER,
        points((10, 60, 300, 900), (72, 67, 56, 44)),
        bands=(Band(40.0, top, words("Nobody wakes")),),
        y_axis=ChartAxis(40, most),
    )
    whole = document([("The deck", ()), ("A title", (beside(one, one),))], briefing(size))[0].pages[1]
    found = text(whole, "Nobody wakes")
    assert isinstance(found.item, TextItem)
    name, air = found.rect, found.item.setting.size / 2
    others = [label.placed.rect for plot in item(whole).plots for label in plot.labels]
    assert len(others) == 4
    for one in others:
        assert max(one.y - name.bottom, name.y - one.bottom, one.x - name.right, name.x - one.right) >= air - 0.01


@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_no_grid_line_leads_from_its_number_to_what_is_said_of_a_point(size):
    """One would read it as what the number stands for."""
    said = Annotation(0, 1, words("Nine ships at once"))
    months = [f"{month} 2026" for month in ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept")]
    levels = (66, 67, 64, 61, 58, 57, 59, 62, 65), (54, 55, 53, 51, 48, 47, 48, 50, 53)
    one = chart(LINE, months, *levels, annotations=(said,), y_axis=ChartAxis(40, 70))
    title = "Berth 4 kept to the limit in three months of nine"
    whole = document([("The deck", ()), (title, (one,))], briefing(size, "statement"))[0].pages[1]
    found = text(whole, "Nine ships at once")
    assert isinstance(found.item, TextItem)
    (plot,) = item(whole).plots
    struck = [line for line in plot.grid if found.rect.y + 2 < line.points[0][1] < found.rect.bottom - 2]
    assert not struck or found.rect.x - plot.rect.x >= 2 * found.item.setting.size
