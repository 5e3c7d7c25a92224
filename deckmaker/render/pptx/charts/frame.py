"""Charts on a slide: a frame for each plot, in a placeholder where it is the only one."""

from __future__ import annotations

from deckmaker.layout.chart_item import Plot
from deckmaker.render.pptx.placeholders import Placeholder
from deckmaker.render.pptx.xml import Xml, properties, transform

_CHARTS = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def chart_frame(
    id: int, name: str, plot: Plot, chart: str, alt: str | None = None, placeholder: Placeholder | None = None
) -> Xml:
    """Return a plot as `p:graphicFrame`; `chart` is the id of the slide's relationship with it."""
    locks = '<a:graphicFrameLocks noGrp="1"/>' if placeholder else ""
    return Xml(
        f"<p:graphicFrame><p:nvGraphicFramePr>{properties(id, name, alt)}"
        f"<p:cNvGraphicFramePr>{locks}</p:cNvGraphicFramePr>"
        f"<p:nvPr>{placeholder.xml() if placeholder else ''}</p:nvPr></p:nvGraphicFramePr>"
        f'{transform(plot.frame, "p:xfrm")}<a:graphic><a:graphicData uri="{_CHARTS}">'
        f'<c:chart xmlns:c="{_CHARTS}" r:id="{chart}"/></a:graphicData></a:graphic></p:graphicFrame>'
    )
