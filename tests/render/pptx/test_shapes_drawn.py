"""Pies, dots, dumbbells, slopes and small multiples as LibreOffice draws them: where layout has them."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from deckmaker.layout import Page
from deckmaker.layout.chart_item import BarMark, ChartLabel, DotMark, GroupType, LineMark, Plot, WedgeMark
from deckmaker.model.geometry import Rect
from tests.agreement.libreoffice import convert_to_pdf
from tests.charts.awkward_shapes import AWKWARD_SHAPES
from tests.charts.laid_out import document, item
from tests.projects import briefing
from tests.render.pptx.decks import rendered
from tests.render.pptx.drawn_charts import Box, DrawnPage, drawn_pages
from tests.render.pptx.test_charts_drawn import LABEL, PIXEL, apart, middle, nearest, wanted

pytestmark = pytest.mark.outside

SHAPES = (
    *("pie", "doughnut", "wordy wedges", "a wedge stressed", "three pies"),
    *("dots", "dots, some stressed", "a path", "bubbles", "bubbles by powers", "bubbles of two series"),
    *("dumbbells with numbers", "a dumbbell stressed", "slopes", "a slope stressed"),
    *("small lines", "small columns, both signs", "small dots"),
)
THEME = briefing()
every_shape = pytest.mark.parametrize("shape", SHAPES)


@cache
def drawn() -> dict[str, tuple[Page, DrawnPage]]:
    """Return what layout and what LibreOffice make of them, a page each."""
    laid_out, _ = document([("Shapes", ()), *((name, (AWKWARD_SHAPES[name],)) for name in SHAPES)], THEME)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "shapes.pptx"
        path.write_bytes(rendered(laid_out))
        (pdf,) = convert_to_pdf([path], Path(folder))
        _, *pairs = zip(laid_out.pages, drawn_pages(pdf), strict=True)
        return dict(zip(SHAPES, pairs, strict=True))


def rgb(color: str) -> str:
    """Return a palette colour as the PDF has it."""
    return THEME.palette[color].lstrip("#")


@every_shape
def test_marks_stand_where_layout_has_them(shape: str) -> None:
    """Bars by all four edges, dots by their middles, lines by their corners, bubbles by their boxes."""
    page, seen = drawn()[shape]
    for plot in item(page).plots:
        for mark in plot.marks:
            match mark:
                case BarMark(rect=rect, color=color):
                    assert nearest((rect.x, rect.y, rect.right, rect.bottom), seen.boxes(rgb(color))) <= PIXEL
                case DotMark(center=center, color=color) if is_hidden(mark, plot):
                    assert plot.groups[0].type is GroupType.BUBBLES, (center, color)
                case DotMark(center=center, color=color):
                    assert min(apart(center, middle(box)) for box in seen.boxes(rgb(color))) <= PIXEL
                case LineMark(stroke=stroke):
                    corners = seen.corners(rgb(stroke.color))
                    assert all(min(apart(point, one) for one in corners) <= PIXEL for point in stroke.points)
                case _:
                    assert isinstance(mark, WedgeMark)


def is_hidden(dot: DotMark, plot: Plot) -> bool:
    """Tell whether a dot lets others through, and so stands in a form of which pdfplumber knows no colour."""
    return dot.opacity < 1


@every_shape
def test_wedges_fill_the_circle_of_layout(shape: str) -> None:
    page, seen = drawn()[shape]
    for plot in item(page).plots:
        wedges = [mark for mark in plot.marks if isinstance(mark, WedgeMark)]
        boxes = [box for color in {rgb(one.color) for one in wedges} for box in seen.boxes(color)]
        own = [box for box in boxes if holds(plot.rect, box)]
        if wedges:
            rect = plot.rect
            around = (*(min(b[n] for b in own) for n in (0, 1)), *(max(b[n] for b in own) for n in (2, 3)))
            assert apart(around, (rect.x, rect.y, rect.right, rect.bottom)) <= PIXEL


def holds(rect: Rect, box: Box) -> bool:
    """Tell whether a box lies in a rectangle, or nearly."""
    across = rect.x - PIXEL <= box[0] and box[2] <= rect.right + PIXEL
    return across and rect.y - PIXEL <= box[1] and box[3] <= rect.bottom + PIXEL


@every_shape
def test_labels_stand_beside_their_marks(shape: str) -> None:
    """By the middles of their lines and their baselines; those of several parts by their words alone."""
    page, seen = drawn()[shape]
    for labels in by_mark(page):
        if len(labels) > 1 or "\n" in labels[0].placed.item.text or lines(labels[0]) > 1:
            words = " ".join(one.placed.item.text for one in labels)
            shown = " ".join(one[0] for one in seen.words)
            assert all(word in shown for word in words.split())
            continue
        text, x, baseline = wanted(labels[0])
        found = [((start + end) / 2, at) for word, start, end, at in seen.words if word == text]
        assert min((apart((x, baseline), one) for one in found), default=999.0) <= LABEL + PIXEL / 4


def lines(label: ChartLabel) -> int:
    """Return how many lines a label has."""
    return sum(len(one.lines) for one in label.placed.item.setting.paragraphs)


def by_mark(page: Page) -> list[list[ChartLabel]]:
    """Return the labels of each mark."""

    def key(label: ChartLabel) -> tuple[int, int]:
        return (-1 if label.series is None else label.series, label.point)

    return [[*ones] for plot in item(page).plots for _, ones in groupby(sorted(plot.labels, key=key), key)]
