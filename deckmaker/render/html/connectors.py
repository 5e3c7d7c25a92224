"""The arrows of a diagram as one drawing, which says to readers what leads where."""

from __future__ import annotations

from collections.abc import Iterable

from deckmaker.layout import ConnectorsItem, Placed
from deckmaker.layout.arrows import DASHES, WEIGHT, Point, arrows_of
from deckmaker.render.html.markup import NOTHING, Html, element, identifier, joined, style
from deckmaker.render.html.styles import box


def connectors_html(placed: Placed, item: ConnectorsItem) -> Html:
    """Return the lines, and their heads."""
    arrows = [(line, arrow) for line in item.lines for arrow in arrows_of(line)]
    strokes = (
        element(
            "path",
            NOTHING,
            {"d": _path(arrow.stroke), "stroke-dasharray": " ".join(map(_number, DASHES)) if line.dashed else None},
        )
        for line, arrow in arrows
    )
    lines = element("g", joined(strokes), {"fill": "none", "stroke-width": _number(WEIGHT)})
    heads = "".join(f"{_path(head)}Z" for _, arrow in arrows for head in arrow.heads)
    attributes = {
        "class": f"connectors color-{identifier(item.color)}",
        "viewBox": f"0 0 {_number(placed.rect.width)} {_number(placed.rect.height)}",
        "role": "img",
        "aria-label": item.said,
        "style": style(box(placed.rect)),
    }
    tips = element("path", NOTHING, {"d": heads, "stroke": "none"}) if heads else NOTHING
    return element("svg", joined((lines, tips)), attributes)


def _path(points: Iterable[Point]) -> str:
    return f"M{'L'.join(f'{_number(x)} {_number(y)}' for x, y in points)}"


def _number(points: float) -> str:
    return f"{round(points, 2) or 0:.2f}".rstrip("0").rstrip(".")
