"""Groups of series as the elements that charts have for them, each with gaps and angles stated."""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.layout.chart_item import GroupType, WedgeMark
from deckmaker.model.chart import Stacking
from deckmaker.render.pptx.charts.drawn import ROUND, DrawnGroup
from deckmaker.render.pptx.charts.looks import Looks
from deckmaker.render.pptx.charts.series import series_xml
from deckmaker.render.pptx.charts.sheet import SeriesColumns
from deckmaker.render.pptx.xml import Xml, joined

_ELEMENTS = {
    GroupType.COLUMNS: "barChart",
    GroupType.BARS: "barChart",
    GroupType.LINES: "lineChart",
    GroupType.AREAS: "areaChart",
    GroupType.PIE: "pieChart",
    GroupType.DOUGHNUT: "doughnutChart",
    GroupType.SCATTER: "scatterChart",
    GroupType.BUBBLES: "bubbleChart",
}
_GROUPINGS = {Stacking.STACKED: "stacked", Stacking.PERCENT: "percentStacked"}
_MOST_GAP = 500
"""Percent of a column's width: ST_GapAmount, ECMA-376 Part 1, 21.2.3.16."""

_HOLE = 50
"""Percent of a doughnut's radius: LibreOffice draws no other."""


def group_xml(
    drawn: DrawnGroup, columns: Sequence[SeriesColumns], first: int, axes: tuple[int, int], looks: Looks
) -> Xml:
    """Return the element of a group on `axes`; its first series is the chart's `first`, from 0."""
    group, element = drawn.group, _ELEMENTS[drawn.group.type]
    series = joined(
        series_xml(drawn, one, place, number, looks)
        for number, (one, place) in enumerate(zip(group.series, columns, strict=True), first)
    )
    ids = "" if group.type in ROUND else "".join(f'<c:axId val="{axis}"/>' for axis in axes)
    before, behind = _settings(drawn)
    vary = f'<c:varyColors val="{int(group.type in ROUND)}"/>'
    return Xml(f"<c:{element}>{before}{vary}{series}{behind}{ids}</c:{element}>")


def _settings(drawn: DrawnGroup) -> tuple[Xml, Xml]:
    """Return what a group says before its series, and behind them."""
    group = drawn.group
    match group.type:
        case GroupType.COLUMNS | GroupType.BARS:
            direction = "col" if group.type is GroupType.COLUMNS else "bar"
            grouping = _GROUPINGS.get(group.stacking, "clustered")
            gap, overlap = min(_MOST_GAP, round(group.gap * 100)), round(group.overlap * 100)
            return (
                Xml(f'<c:barDir val="{direction}"/><c:grouping val="{grouping}"/>'),
                Xml(f'<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/>'),
            )
        case GroupType.LINES | GroupType.AREAS:
            grouping = f'<c:grouping val="{_GROUPINGS.get(group.stacking, "standard")}"/>'
            return Xml(grouping), Xml('<c:marker val="1"/>' if group.type is GroupType.LINES else "")
        case GroupType.PIE:
            return Xml(""), Xml(f'<c:firstSliceAng val="{_first_angle(drawn)}"/>')
        case GroupType.DOUGHNUT:
            hole = f'<c:holeSize val="{_HOLE}"/>'
            return Xml(""), Xml(f'<c:firstSliceAng val="{_first_angle(drawn)}"/>{hole}')
        case GroupType.SCATTER:
            return Xml('<c:scatterStyle val="lineMarker"/>'), Xml("")
        case GroupType.BUBBLES:
            return Xml(""), Xml('<c:bubbleScale val="100"/><c:showNegBubbles val="0"/><c:sizeRepresents val="area"/>')


def _first_angle(drawn: DrawnGroup) -> int:
    """Return where the first wedge begins, in degrees clockwise from the top."""
    starts = (one.start for one in drawn.plot.marks if isinstance(one, WedgeMark) and one.point == 0)
    return round(next(starts, 0.0) * 360) % 360
