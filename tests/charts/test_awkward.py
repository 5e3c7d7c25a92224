"""Charts of awkward data: all of each stands within its place, and no label upon another."""

from itertools import combinations

import pytest

from deckmaker.diagnostics import Severity
from deckmaker.layout import Page, Placed, TextItem
from deckmaker.layout.chart_item import AreaMark, BarMark, ChartItem, DotMark, LabelPosition, LineMark, Plot, WedgeMark
from deckmaker.layout.roles import Role
from deckmaker.model.geometry import Rect
from tests.charts.awkward import AWKWARD
from tests.charts.laid_out import Pages, item, placed_chart
from tests.samples import mostly_slow

SLACK = 0.02
"""Points that rounding may add."""


def shrunk(rect: Rect) -> Rect:
    """Return a rectangle without the hair by which neighbours may touch."""
    return Rect(rect.x + SLACK, rect.y + SLACK, rect.width - 2 * SLACK, rect.height - 2 * SLACK)


def holds(outer: Rect, inner: Rect) -> bool:
    """Tell whether a rectangle lies in another one."""
    across = outer.x - SLACK <= inner.x and inner.right <= outer.right + SLACK
    return across and outer.y - SLACK <= inner.y and inner.bottom <= outer.bottom + SLACK


def texts(page: Page) -> list[tuple[str, Rect]]:
    """Return all texts of a page's chart, with what their letters may reach: labels, numbers, legend, annotations."""
    around = (one for one in page.leaves if one.role in (Role.AXIS, Role.LABEL) and isinstance(one.item, TextItem))
    return [(one.item.text, inked(one)) for one in (*(label.placed for label in item(page).labels), *around)]


def inked(placed: Placed) -> Rect:
    """Return a text's frame from the capitals of its first line to the descenders of its last."""
    lines = [line for paragraph in placed.item.setting.paragraphs for line in paragraph.lines]
    size, rect = placed.item.setting.size, placed.rect
    top = rect.y + placed.item.offset + lines[0].baseline - 0.76 * size
    bottom = rect.y + placed.item.offset + lines[-1].baseline + 0.2 * size
    return Rect(rect.x, top, rect.width, bottom - top)


def extent(mark: object) -> Rect:
    """Return the rectangle in which the points of a mark lie."""
    match mark:
        case BarMark(rect=rect):
            return rect
        case LineMark(stroke=stroke):
            points = stroke.points
        case AreaMark(corners=corners):
            points = corners
        case DotMark(center=center) | WedgeMark(center=center):
            points = (center,)
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


every_chart = pytest.mark.parametrize("name", mostly_slow(AWKWARD, every=8))


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(AWKWARD)


@pytest.mark.sampled(every=3)
@every_chart
def test_no_text_of_a_chart_stands_on_another(name, pages):
    found = [(text, shrunk(rect)) for text, rect in texts(pages[name][0])]
    assert [(one, other) for (one, a), (other, b) in combinations(found, 2) if a.overlaps(b)] == []


@every_chart
def test_all_of_a_chart_stands_in_its_place(name, pages):
    whole = pages[name][0]
    room = next(one.rect for one in whole.placed if one.role is Role.FIGURE)
    assert [text for text, rect in texts(whole) if not holds(room, rect)] == []
    for plot in item(whole).plots:
        assert holds(room, plot.rect)
        assert [mark for mark in plot.marks if not holds(plot.rect, extent(mark))] == []
    assert holds(room, placed_chart(whole).rect)


@every_chart
def test_a_native_chart_has_room_for_its_labels_around_its_plot(name, pages):
    whole = pages[name][0]
    slide = Rect(0, 0, 960, 540)
    for plot in item(whole).plots:
        assert holds(plot.frame, plot.rect)
        assert holds(slide, plot.frame)
        if plot.groups and plot.categories and not is_lying(plot):
            assert plot.frame.bottom >= plot.rect.bottom + 1.8 * plot.categories[0].placed.item.setting.size


def is_lying(plot: Plot) -> bool:
    """Tell whether the bars of a plot lie."""
    return bool(plot.x_axis and plot.x_axis.reversed)


@every_chart
def test_what_is_said_of_a_chart_is_no_error(name, pages):
    assert [one for one in pages[name][1] if one.severity is Severity.ERROR] == []


@every_chart
def test_a_plot_has_most_of_its_chart(name, pages):
    drawing: ChartItem = item(pages[name][0])
    for plot in drawing.plots:
        assert plot.rect.width > 300
        assert plot.rect.height > (30 if is_lying(plot) else 150)


@every_chart
def test_labels_of_stacked_bars_stand_on_them(name, pages):
    """PowerPoint reports a file as damaged that has labels at the outer ends of stacked bars."""
    for plot in item(pages[name][0]).plots:
        for group in plot.groups:
            positions = {label.position for one in group.series for label in one.labels}
            if group.stacking.value != "grouped":
                assert LabelPosition.OUTSIDE_END not in positions
