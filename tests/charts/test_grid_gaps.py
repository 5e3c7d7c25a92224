"""Lines of a grid are interrupted where words stand: in layout, and so in every format."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckmaker.layout import Page
from deckmaker.layout.chart_item import Plot, Stroke
from deckmaker.layout.charts.obstacles import AIR
from deckmaker.layout.document import Placed, ShapeItem, TextItem
from deckmaker.model.chart import Annotation, ChartAxis, Stacking, ValueLabels
from deckmaker.model.geometry import Rect
from deckmaker.render.pptx.charts.grid import line_shapes, native_line
from tests.charts.awkward import COLUMN, FRUIT, LINE, chart, walk, words
from tests.charts.awkward_shapes import LANDS, SCATTER, dots
from tests.charts.laid_out import item, page


def letters(one: Placed) -> Rect:
    """Return the part of a text's frame that its letters take."""
    return Rect(one.rect.x + AIR, one.rect.y + AIR, one.rect.width - 2 * AIR, one.rect.height - 2 * AIR)


def line(stroke: Stroke) -> Rect:
    """Return the rectangle that a straight line fills."""
    (x0, y0), (x1, y1) = stroke.points
    return Rect(min(x0, x1), min(y0, y1), abs(x1 - x0) or stroke.width, abs(y1 - y0) or stroke.width)


def words_over(whole: Page, plot: Plot) -> list[Rect]:
    """Return where words stand in a plot."""
    texts = [one for one in whole.leaves if isinstance(one.item, TextItem)]
    labels = [label.placed for label in plot.labels]
    return [letters(one) for one in (*texts, *labels) if letters(one).overlaps(plot.rect)]


CHARTS = {
    "names of points": dots(SCATTER, LANDS),
    "values of a line": chart(LINE, FRUIT, walk(6, 4), value_labels=ValueLabels.ALL),
    "an annotation": chart(
        LINE, FRUIT, (10, 80, 20, 60, 55, 90), annotations=(Annotation(0, 2, words("Said in four or five words")),)
    ),
    "by powers": dots(SCATTER, LANDS, x_axis=ChartAxis(log=True), y_axis=ChartAxis(log=True)),
}


@pytest.mark.parametrize("name", CHARTS)
def test_no_line_of_a_grid_strikes_words_through(name):
    whole = page(CHARTS[name])[0]
    (plot,) = item(whole).plots
    struck = words_over(whole, plot)
    assert struck
    drawn = [one.rect for one in whole.leaves if isinstance(one.item, ShapeItem) and one.item.color == "tint"]
    for one in (*map(line, plot.grid), *drawn):
        assert not any(one.overlaps(box) for box in struck)


@pytest.mark.parametrize("name", ["names of points", "values of a line", "an annotation"])
def test_presentations_have_the_pieces_as_shapes(name):
    """No native axis draws pieces: its lines are seen behind the words. Those that no word meets stay native."""
    (plot,) = item(page(CHARTS[name])[0]).plots
    for upright in (False, True):
        own = [one for one in plot.grid if (one.points[0][0] == one.points[1][0]) is upright]
        cut = any(one.is_piece for one in own)
        assert (native_line(plot, upright) is None) is (cut or not own)
        shapes = [one for one in line_shapes(plot) if (one.rect.width < one.rect.height) is upright]
        assert len(shapes) == (len(own) if cut else 0)


def test_a_grid_that_no_word_meets_is_whole():
    plain = chart(COLUMN, [f"A{n}" for n in range(30)], walk(30, 2), value_labels=ValueLabels.NONE)
    (plot,) = item(page(plain)[0]).plots
    assert plot.grid and not any(one.is_piece for one in plot.grid)


def test_words_in_bars_leave_the_grid_whole():
    stacked = chart(COLUMN, FRUIT, (20, 30, 40, 30, 20, 40), (40, 30, 30, 50, 60, 30))
    stacked = replace(stacked, stacking=Stacking.STACKED, value_labels=ValueLabels.ALL, y_axis=ChartAxis(0, 100))
    (plot,) = item(page(stacked)[0]).plots
    assert plot.grid and not any(one.is_piece for one in plot.grid)
