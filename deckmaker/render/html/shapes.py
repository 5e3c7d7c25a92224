"""Shapes as boxes that readers are not told of."""

from __future__ import annotations

from deckmaker.layout import Outline, ShapeItem
from deckmaker.layout.shape_forms import corners_of, fade_stops
from deckmaker.model.geometry import Rect
from deckmaker.render.html.markup import NOTHING, Html, element, points, style
from deckmaker.render.html.styles import box, color

THICKEST_RULE = 3.0
"""Points up to which a shape is a line to readers, not a surface."""


def shape_html(rect: Rect, item: ShapeItem, is_tall: bool = False) -> Html:
    """Return a shape; a tall one goes on above and below the page."""
    fill = color(item.color)
    if item.fade:
        parts = fade_stops(rect.width, item.fade, item.turned)
        stops = ",".join(f"{_part(fill, share)} {points(place * rect.width)}" for place, share in parts)
        fill = f"linear-gradient(to right,{stops})"
    declared = {**box(rect), "background": fill, **_outline(rect, item)}
    if item.opacity < 1:
        declared["opacity"] = f"{item.opacity:g}"
    is_rule = min(rect.width, rect.height) <= THICKEST_RULE
    names = ("shape", *(("tall",) if is_tall else ()), *(("rule",) if is_rule else ()))
    attributes = {"class": " ".join(names), "style": style(declared), "aria-hidden": "true"}
    return element("div", NOTHING, attributes)


def _outline(rect: Rect, item: ShapeItem) -> dict[str, str]:
    match item.outline:
        case Outline.RECTANGLE:
            return {}
        case Outline.ROUNDED:
            return {"border-radius": points(item.corner)}
        case Outline.ELLIPSE:
            return {"border-radius": "50%"}
        case Outline.FIRST_CHEVRON | Outline.CHEVRON | Outline.DIAMOND:
            corners = corners_of(rect.width, rect.height, item)
            return {"clip-path": f"polygon({','.join(f'{points(x)} {points(y)}' for x, y in corners)})"}


def _part(fill: str, share: float) -> str:
    """Return a colour with a share of its opacity."""
    return fill if share == 1 else f"color-mix(in srgb,{fill} {share:.2%},transparent)"
