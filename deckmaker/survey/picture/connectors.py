"""The arrows of a diagram as lines and triangles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from deckmaker.layout import ConnectorsItem
from deckmaker.layout.arrows import DASHES, WEIGHT, arrows_of
from deckmaker.model.geometry import Rect
from deckmaker.survey.picture.elements import element, length


def connectors_drawn(rect: Rect, item: ConnectorsItem, palette: Mapping[str, str]) -> Iterator[Element]:
    """Yield the lines and their heads in their frame, in their colour of a palette."""

    def points(corners: tuple[tuple[float, float], ...]) -> str:
        return " ".join(f"{length(rect.x + x)},{length(rect.y + y)}" for x, y in corners)

    color = palette[item.color]
    for line, arrow in [(one, arrow) for one in item.lines for arrow in arrows_of(one)]:
        dashes = {"stroke-dasharray": " ".join(map(length, DASHES))} if line.dashed else {}
        stroke = {"fill": "none", "stroke": color, "stroke-width": length(WEIGHT), **dashes}
        yield element("polyline", {"points": points(arrow.stroke)} | stroke)
        for head in arrow.heads:
            yield element("polygon", {"points": points(head), "fill": color})
