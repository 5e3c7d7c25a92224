"""Charts as LibreOffice draws them: every bar, dot, line and wedge where layout has it, and labels beside them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from deckmaker.layout import TextItem
from deckmaker.layout.chart_item import BarMark, ChartLabel, DotMark, LineMark, WedgeMark
from tests.agreement.libreoffice import convert_to_pdf
from tests.render.pptx.decks import rendered
from tests.render.pptx.drawn_charts import Box, DrawnPage, Point, drawn_pages
from tests.render.pptx.hand_charts import SAMPLES, THEME, HandChart, chart_document

pytestmark = pytest.mark.outside

PIXEL = 0.75
"""Points, on a page of 1280 pixels."""

LABEL = 2 * PIXEL
every_sample = pytest.mark.parametrize("sample", SAMPLES)


@cache
def charts() -> dict[str, HandChart]:
    """Return the samples."""
    return {name: make() for name, make in SAMPLES.items()}


@cache
def pages() -> dict[str, DrawnPage]:
    """Return what LibreOffice makes of them, a page each."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "charts.pptx"
        path.write_bytes(rendered(chart_document(*charts().values())))
        (pdf,) = convert_to_pdf([path], Path(folder))
        return dict(zip(SAMPLES, drawn_pages(pdf), strict=True))


def rgb(color: str) -> str:
    """Return a palette colour as the PDF has it."""
    return THEME.palette[color].lstrip("#")


def apart(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """Return by how much two boxes or points differ where they differ most."""
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def nearest(wanted: Box, boxes: list[Box]) -> float:
    """Return how far off the nearest of boxes is."""
    return min((apart(wanted, box) for box in boxes), default=999.0)


def middle(box: Box) -> Point:
    """Return the middle of a box."""
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


@every_sample
def test_marks_stand_where_layout_has_them(sample: str) -> None:
    """Bars by all four edges, dots by their middles, lines by their corners."""
    page = pages()[sample]
    found = 0
    for mark in charts()[sample].plot.marks:
        match mark:
            case BarMark(rect=rect, color=color):
                box = (rect.x, rect.y, rect.right, rect.bottom)
                assert nearest(box, page.boxes(rgb(color))) <= PIXEL
            case DotMark(center=center, color=color):
                assert min(apart(center, middle(box)) for box in page.boxes(rgb(color))) <= PIXEL
            case LineMark(stroke=stroke):
                corners = page.corners(rgb(stroke.color))
                assert all(min(apart(point, one) for one in corners) <= PIXEL for point in stroke.points)
            case _:
                continue
        found += 1
    assert found or sample in ("areas", "pie", "doughnut")


@every_sample
def test_no_other_bar_is_drawn(sample: str) -> None:
    """The base of a waterfall is not seen, and nothing has a frame."""
    bars = [mark for mark in charts()[sample].plot.marks if isinstance(mark, BarMark)]
    if bars and sample != "columns and a line":
        colors = {rgb(mark.color) for mark in bars}
        assert sum(len(pages()[sample].boxes(color)) for color in colors) == len(bars)


@pytest.mark.parametrize("sample", ["pie", "doughnut"])
def test_wedges_share_the_circle_of_layout(sample: str) -> None:
    """The box around all of them is the plot; each begins at its angle, since they go around in order."""
    chart, page = charts()[sample], pages()[sample]
    wedges = [mark for mark in chart.plot.marks if isinstance(mark, WedgeMark)]
    boxes = [box for wedge in wedges for box in page.boxes(rgb(wedge.color))]
    assert len(boxes) == len(wedges)
    rect = chart.plot.rect
    around = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    assert apart(around, (rect.x, rect.y, rect.right, rect.bottom)) <= PIXEL


def test_areas_reach_their_sums() -> None:
    """The box of the upper area is as high as both together."""
    chart, page = charts()["areas"], pages()["areas"]
    rect = chart.plot.rect
    (upper,) = page.boxes(rgb("series-2"))
    assert apart(upper[:3], (rect.x, rect.bottom - rect.height * 78.5 / 80, rect.right)) <= PIXEL


@every_sample
def test_grid_lines_stand_at_ticks(sample: str) -> None:
    """Each of them, from one side of the plot to the other."""
    corners = pages()[sample].corners(rgb("tint"))
    for stroke in charts()[sample].plot.grid:
        assert all(min(apart(end, one) for one in corners) <= PIXEL for end in stroke.points)


@every_sample
def test_labels_stand_beside_their_marks(sample: str) -> None:
    """Names and numbers, by their middles and baselines; those of wedges stand where they find room."""
    page, chart = pages()[sample], charts()[sample]
    for label in chart.item.labels:
        text, x, baseline = wanted(label)
        written = [one for one in page.words if one[0] == text]
        if sample in ("pie", "doughnut"):
            assert written
        else:
            assert min((apart((x, baseline), ((a + b) / 2, y)) for _, a, b, y in written), default=999.0) <= LABEL


def wanted(label: ChartLabel) -> tuple[str, float, float]:
    """Return a label's words, the middle of its line and its baseline."""
    item, frame = label.placed.item, label.placed.rect
    assert isinstance(item, TextItem)
    ((line,),) = (one.lines for one in item.setting.paragraphs)
    return item.text, frame.x + line.x + line.line.width / 2, frame.y + item.offset + line.baseline
