"""What layout decided, as views: the one side of every comparison. Reads the `Document`, never a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby, pairwise
from operator import itemgetter
from unicodedata import normalize

from deckmaker.assets import drawing_of
from deckmaker.assets.drawings.vectors.drawing import Group, Path
from deckmaker.layout import ConnectorsItem, Document, EquationItem, Page, PictureItem, Placed, TableItem, TextItem
from deckmaker.layout.arrows import arrows_of
from deckmaker.layout.chart_item import ChartItem
from deckmaker.model.geometry import Rect
from deckmaker.text.bidi import may_turn
from deckmaker.text.lines import Line
from deckmaker.theme import Theme
from tests.agreement.chart_marks import expected_marks
from tests.agreement.curves import Point, points_on
from tests.agreement.glyphs import in_visual_order
from tests.agreement.view import PageView, PaintedBox, PictureFrame, TextLine


def expected_views(document: Document, printed: bool = False, edged: bool = False) -> list[PageView]:
    """Return a view a page: each line and marker, and the visible part of each picture, on a screen or as printed.

    Where drawings are `edged`, one with rounded corners or a line around it counts as a picture: LibreOffice fills a
    shape with its pixels. In our PDF, which is as printed, the arrows of a diagram are a figure.
    """
    return [
        _view(index, _printed(page) if printed else page, document.theme, edged, printed)
        for index, page in enumerate(document.pages, start=1)
    ]


def _printed(page: Page) -> Page:
    return replace(page, placed=tuple(placed.on_paper for placed in page.placed))


def _view(number: int, page: Page, theme: Theme, edged: bool, arrows: bool) -> PageView:
    lines = [line for placed in page.placed for text in placed.texts for line in _lines(text)]
    found = [frame for placed in page.leaves for frame in _frames(placed, edged, arrows)]
    frames = [frame.clipped(theme.width, theme.height) for frame in found]
    tables = [placed.item for placed in page.leaves if isinstance(placed.item, TableItem)]
    fills = [fill for table in tables for fill in (*table.backgrounds, *table.rules)]
    boxes = tuple(PaintedBox(*_edges(one.rect), theme.palette[one.color].lstrip("#").upper()) for one in fills)
    cells = tuple(PictureFrame(*_edges(cell.rect), "table") for table in tables for cell in table.cells)
    charts = [placed.item for placed in page.leaves if isinstance(placed.item, ChartItem)]
    marks = tuple(mark for chart in charts for mark in expected_marks(chart, theme.palette))
    return PageView(number, theme.width, tuple(lines), tuple(frame for frame in frames if frame), boxes, cells, marks)


def _edges(rect: Rect) -> tuple[float, float, float, float]:
    return rect.x, rect.y, rect.right, rect.bottom


def _lines(placed: Placed) -> Iterator[TextLine]:
    item, slot = placed.item, placed.slot or ""
    if not isinstance(item, TextItem):
        return
    for paragraph in item.setting.paragraphs:
        for index, one in enumerate(paragraph.lines):
            x, baseline = placed.rect.x + one.x, placed.rect.y + item.offset + one.baseline
            marker = paragraph.marker
            if marker and index == 0:
                start = placed.rect.x + marker.x
                yield TextLine((marker.text,), start, start + marker.width, baseline, marker.style.size, slot)
            words = tuple(_shown(one.line).split())
            size = max(run.style.size for run in one.line.runs) if one.line.runs else 0.0
            if words:
                yield TextLine(words, x + _indent(one.line), x + one.line.width, baseline, size, slot)


def _shown(line: Line) -> str:
    """Return the characters of a line from left to right."""
    if not may_turn(line.text):
        return in_visual_order(line.text)
    found = []
    for run in line.runs:
        ends = dict(pairwise([*sorted({*run.clusters}), len(run.text)]))
        x = run.x
        for cluster, advances in groupby(zip(run.clusters, run.advances, strict=True), key=itemgetter(0)):
            found.append((x, in_visual_order(run.text[cluster : ends[cluster]])))
            x += sum(advance for _, advance in advances)
    return normalize("NFC", "".join(text for _, text in sorted(found, key=itemgetter(0))))


def _indent(line: Line) -> float:
    """Return how far a line's words stand behind its beginning: code may be indented by spaces, which nobody sees."""
    spaces = len(line.text) - len(line.text.lstrip(" "))
    return sum(line.runs[0].advances[:spaces]) if spaces else 0.0


def _frames(placed: Placed, edged: bool, arrows: bool) -> Iterator[PictureFrame]:
    if isinstance(placed.item, PictureItem):
        by_paths = placed.item.file.vector and not (edged and placed.item.edge)
        rect = _inked(placed.rect, placed.item) if by_paths else placed.rect
        yield PictureFrame(*_edges(rect), placed.slot or "")
    elif isinstance(placed.item, EquationItem):
        yield PictureFrame(*_edges(_ink_of_formula(placed.rect, placed.item)), placed.slot or "")
    elif isinstance(placed.item, ConnectorsItem) and arrows:
        drawn = [arrow for line in placed.item.lines for arrow in arrows_of(line)]
        points = [point for arrow in drawn for path in (arrow.stroke, *arrow.heads) for point in path]
        across, down = [placed.rect.x + x for x, _ in points], [placed.rect.y + y for _, y in points]
        yield PictureFrame(min(across), min(down), max(across), max(down), "")


def _ink_of_formula(rect: Rect, item: EquationItem) -> Rect:
    """Return the part of a formula's frame that its outline takes."""
    x0, y0, x1, y1 = (one * item.size for one in _path_bounds([Path(item.drawn.outline, None, None)]))
    return Rect(rect.x + x0, rect.y + item.drawn.ascent * item.size + y0, x1 - x0, y1 - y0)


def _inked(rect: Rect, item: PictureItem) -> Rect:
    """Return the part of a drawing's frame that its paths take: that is what readers find of one."""
    left, top, right, bottom = item.crop
    width, height = rect.width / (1 - left - right), rect.height / (1 - top - bottom)
    drawing = drawing_of(item.file)
    x0, y0, x1, y1 = _path_bounds(drawing.children)
    across, down = width / drawing.width, height / drawing.height
    whole = Rect(rect.x - left * width, rect.y - top * height, width, height)
    ink = Rect(whole.x + x0 * across, whole.y + y0 * down, (x1 - x0) * across, (y1 - y0) * down)
    return ink.within(rect)


def _path_bounds(items: Iterable[Group | Path]) -> tuple[float, float, float, float]:
    points = list(_path_points(items))
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)


def _path_points(items: Iterable[Group | Path]) -> Iterator[Point]:
    for one in items:
        if isinstance(one, Group):
            yield from _path_points(one.children)
            continue
        a, b, c, d, e, f = one.matrix
        last = (0.0, 0.0)
        for name, values in one.outline:
            ends = [(a * x + c * y + e, b * x + d * y + f) for x, y in zip(values[::2], values[1::2], strict=True)]
            yield from points_on(last, *ends) if name == "C" else ends
            last = ends[-1] if ends else last
