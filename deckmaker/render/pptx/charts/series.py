"""Series of a chart: names and numbers by where they stand in the sheet, looks of marks, single points' colours."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.layout.chart_item import GroupType, PlottedSeries
from deckmaker.layout.charts.drawn_paths import SEAM
from deckmaker.render.pptx.charts.drawn import BARS, BY_XS, ROUND, DrawnGroup
from deckmaker.render.pptx.charts.labels import labels_xml
from deckmaker.render.pptx.charts.looks import Looks
from deckmaker.render.pptx.charts.sheet import SeriesColumns
from deckmaker.render.pptx.xml import NOTHING, Xml, joined

_NOT_INVERTED = Xml('<c:invertIfNegative val="0"/>')
_FLAT = Xml('<c:bubble3D val="0"/>')
_STRAIGHT = Xml('<c:smooth val="0"/>')
"""Said of every line: without it LibreOffice draws curves."""

_LINES = (GroupType.LINES, GroupType.SCATTER)
_LARGER = 1
"""Points by which a dot of another colour is larger: LibreOffice draws one of the same size in its series' colour."""

_MARKER_SIZES = range(2, 73)
"""Points: ST_MarkerSize, ECMA-376 Part 1, 21.2.3.24."""


def series_xml(drawn: DrawnGroup, series: PlottedSeries, columns: SeriesColumns, number: int, looks: Looks) -> Xml:
    """Return `c:ser`, the chart's series of that number from 0."""
    type = drawn.group.type
    inner = [
        Xml(f'<c:idx val="{number}"/><c:order val="{number}"/><c:tx>{columns.values.name}</c:tx>'),
        _look(drawn, series, series.color, looks),
        _NOT_INVERTED if type in (*BARS, GroupType.BUBBLES) else NOTHING,
        _marker(series, series.color, looks) if type in _LINES else NOTHING,
        *_points(drawn, series, looks),
        labels_xml(drawn, series, looks),
        *_numbers(type, columns),
    ]
    return Xml(f"<c:ser>{joined(inner)}</c:ser>")


def _look(drawn: DrawnGroup, series: PlottedSeries, color: str | None, looks: Looks) -> Xml:
    """Return the look of a series' marks, or of one of them that has a colour of its own."""
    if drawn.group.type in _LINES:
        return looks.stroked(color, series.line)
    if drawn.group.type in ROUND:
        return looks.filled(color, series.opacity, series.edge, SEAM)
    return looks.filled(color, series.opacity, series.edge)


def _marker(series: PlottedSeries, color: str | None, looks: Looks, larger: int = 0) -> Xml:
    """Return the look of a series' dots, or of one of them, which is some points larger across."""
    if not series.marker or color is None:
        return Xml('<c:marker><c:symbol val="none"/></c:marker>')
    size = max(_MARKER_SIZES.start, min(_MARKER_SIZES.stop - 1, round(2 * series.marker) + larger))
    look = looks.filled(color, series.opacity, series.edge)
    return Xml(f'<c:marker><c:symbol val="circle"/><c:size val="{size}"/>{look}</c:marker>')


def _points(drawn: DrawnGroup, series: PlottedSeries, looks: Looks) -> Iterator[Xml]:
    """Yield the points whose colour is their own. A line's pieces stay as its series has them, its dots change.

    Such a dot is a point larger across: LibreOffice reads no look of one that has its series' size.
    """
    type = drawn.group.type
    for index, color in sorted(series.colors):
        if type in _LINES:
            inner = Xml(f"{_marker(series, color, looks, _LARGER)}{_FLAT}{_look(drawn, series, series.color, looks)}")
        else:
            inner = Xml(f"{_NOT_INVERTED if type in BARS else ''}{_FLAT}{_look(drawn, series, color, looks)}")
        yield Xml(f'<c:dPt><c:idx val="{index}"/>{inner}</c:dPt>')


def _numbers(type: GroupType, columns: SeriesColumns) -> Iterator[Xml]:
    """Yield what a series shows, and after it what the schema has behind."""
    along, values = ("xVal", "yVal") if type in BY_XS else ("cat", "val")
    yield Xml(f"<c:{along}>{columns.along.values}</c:{along}><c:{values}>{columns.values.values}</c:{values}>")
    if columns.sizes:
        yield Xml(f"<c:bubbleSize>{columns.sizes.values}</c:bubbleSize>{_FLAT}")
    if type in _LINES:
        yield _STRAIGHT
