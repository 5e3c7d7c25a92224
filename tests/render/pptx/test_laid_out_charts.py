"""Charts of data that nobody expects, as laid out: LibreOffice draws their marks where layout has them."""

from __future__ import annotations

from collections.abc import Iterator
from math import dist
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from openxml_audit import OpenXmlValidator

from deckmaker.layout import Document
from deckmaker.layout.chart_item import BarMark, ChartItem, DotMark, LineMark, Mark
from tests.agreement import test_native_charts
from tests.agreement.libreoffice import convert_to_pdf
from tests.charts.awkward import AWKWARD
from tests.charts.awkward_shapes import AWKWARD_SHAPES
from tests.charts.laid_out import document
from tests.open_xml_sdk import complaints
from tests.render.pptx.decks import rendered
from tests.render.pptx.drawn_charts import DrawnPage, drawn_pages, stacked
from tests.samples import mostly_long

pytestmark = [pytest.mark.outside, pytest.mark.slow]

PIXEL = 0.75
"""Points, on a page of 1280 pixels."""

APART = {
    "largest numbers": "nobody can write them",
}
"""What cannot be told by its marks, and why."""

CHARTS = {name: chart for name, chart in {**AWKWARD, **AWKWARD_SHAPES}.items() if name not in APART}
USUAL = {*test_native_charts.APART} & {*CHARTS}
"""Those of which `test_native_charts`, which has the others, holds only a part."""


def laid_out(names: set[str]) -> Document:
    """Return a slide for each chart, behind one with a title."""
    charts = ((name, (chart,)) for name, chart in CHARTS.items() if name in names)
    made, _ = document([("Charts", ()), *charts])
    return made


def pages(made: Document) -> tuple[DrawnPage, ...]:
    """Return what LibreOffice makes of them; the validators have no complaint."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "charts.pptx"
        path.write_bytes(rendered(made))
        assert OpenXmlValidator(strict=True).validate(path).is_valid
        assert complaints(path) == []
        (pdf,) = convert_to_pdf([path], Path(folder))
        return tuple(drawn_pages(pdf))


def off(mark: Mark, page: DrawnPage, rgb: str) -> float:
    """Return by how many points a mark is drawn elsewhere; 0 for what has no place of its own."""
    match mark:
        case BarMark(rect=rect) if min(rect.width, rect.height) > PIXEL:
            edges, boxes = (rect.x, rect.y, rect.right, rect.bottom), page.boxes(rgb)
            far = _nearest(edges, boxes)
            return far if far <= PIXEL else min(far, _nearest(edges, [*stacked(boxes)]))
        case DotMark(center=center, opacity=opacity):
            boxes = page.boxes(rgb) if opacity == 1.0 else page.painted_in(rgb)
            return _nearest(center, [((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) for box in boxes])
        case LineMark(stroke=stroke) if dist(stroke.points[0], stroke.points[-1]) > stroke.width:
            return max(_nearest(point, page.corners(rgb)) for point in stroke.points)
        case _:
            return 0.0


def _nearest(wanted: tuple[float, ...], found: list[tuple[float, ...]]) -> float:
    return min((max(abs(a - b) for a, b in zip(wanted, one, strict=True)) for one in found), default=999.0)


def drawn(made: Document) -> Iterator[tuple[str, Mark, float]]:
    """Yield every mark under the title of its page, and how far off it is."""
    palette = made.theme.palette
    for page, found in zip(made.pages, pages(made), strict=True):
        for placed in page.leaves:
            if isinstance(placed.item, ChartItem):
                for mark in (mark for plot in placed.item.plots for mark in plot.marks):
                    color = mark.stroke.color if isinstance(mark, LineMark) else getattr(mark, "color", "ink")
                    yield page.title, mark, off(mark, found, palette[color].lstrip("#").upper())


@pytest.mark.parametrize("names", mostly_long([USUAL, {*CHARTS}], is_usual=lambda names: names is USUAL), ids=len)
def test_every_mark_stands_where_layout_has_it(names: set[str]) -> None:
    """Columns, bars, dots and lines, of one point and of hundreds, in several plots and beside one another."""
    found = [*drawn(laid_out(names))]
    assert len(found) > 1_000
    assert {title: round(points, 2) for title, _, points in found if points > PIXEL} == {}
