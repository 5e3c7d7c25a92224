"""A plot as the part of a chart: `c:chartSpace` (ECMA-376 Part 1, 21.2.2.29)."""

from __future__ import annotations

from deckmaker.layout import TextItem
from deckmaker.layout.chart_item import Plot
from deckmaker.model.chart import Chart
from deckmaker.render.pptx.charts.axes import FIRST, SECOND, axes_xml
from deckmaker.render.pptx.charts.drawn import DrawnGroup
from deckmaker.render.pptx.charts.groups import group_xml
from deckmaker.render.pptx.charts.looks import NO_LOOK, Looks
from deckmaker.render.pptx.charts.sheet import Sheet
from deckmaker.render.pptx.xml import Xml, attribute

_NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def chart_space(chart: Chart, plot: Plot, sheet: Sheet, workbook: str, language: str, looks: Looks) -> Xml:
    """Return `c:chartSpace`; `workbook` is the id of the relationship with what the sheet is in."""
    groups, first = [], 0
    for group, columns in zip(plot.groups, sheet.groups, strict=True):
        axes = SECOND if group.on_second_axis else FIRST
        groups.append(group_xml(DrawnGroup(chart, plot, group), columns, first, axes, looks))
        first += len(columns)
    text = next((one.placed.item for one in plot.labels), None)
    return Xml(
        f'<c:chartSpace {_NAMESPACES}><c:date1904 val="0"/><c:lang val={attribute(language)}/>'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{_layout(plot)}{''.join(groups)}{axes_xml(chart, plot, looks)}{NO_LOOK}</c:plotArea>"
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>{NO_LOOK}'
        f"{looks.text(text, '<a:bodyPr/>') if isinstance(text, TextItem) else ''}"
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _layout(plot: Plot) -> Xml:
    """Return the rectangle between the axes as parts of the frame."""
    rect, frame = plot.rect, plot.frame
    parts = {
        "x": (rect.x - frame.x) / frame.width,
        "y": (rect.y - frame.y) / frame.height,
        "w": rect.width / frame.width,
        "h": rect.height / frame.height,
    }
    stated = "".join(f'<c:{name} val="{part:.6f}"/>' for name, part in parts.items())
    return Xml(
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{stated}</c:manualLayout></c:layout>"
    )
