"""Fills of shapes and backgrounds as paints of SVG (ECMA-376 part 1, 20.1.8)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from math import atan2, cos, hypot, radians, sin
from xml.etree.ElementTree import Element

from deckmaker.assets.drawings.rasters import pixels_of
from deckmaker.template.canvas import Canvas, Source, decimal
from deckmaker.template.names import A, local
from deckmaker.template.numbers import ANGLE, attribute, flag, share
from deckmaker.template.patterns import DOT, dots, is_exact, pattern_png
from deckmaker.template.template import TemplateColor

FILLS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
NONE: Mapping[str, str] = {"fill": "none"}
_STOPS = 100
"""Colours of a gradient, at most: PowerPoint allows ten."""


def fill_in(properties: Element | None) -> Element | None:
    """Return the fill that shape properties or a background hold, None where they say nothing."""
    if properties is None:
        return None
    return next((one for one in properties if local(one.tag) in FILLS), None)


def painted(
    fill: Element, source: Source, size: tuple[float, float], canvas: Canvas, shape: str, shade: float = 0.0
) -> Mapping[str, str]:
    """Return what paints a shape of a size, its top left corner being the origin, where that is no picture.

    `shade` is by how much it is lighter, from 0 to 1, or darker, down to -1.
    """
    match local(fill.tag):
        case "solidFill":
            color = source.palette.color_in(fill)
            return _plain(_shaded(color, shade)) if color else NONE
        case "gradFill":
            return _gradient(fill, source, size, canvas, shape, shade)
        case _:
            return NONE


def paint_attributes(color: TemplateColor, what: str = "fill") -> dict[str, str]:
    """Return a colour as attributes of what is filled, or of a stroke."""
    found = {what: color.value.lower()}
    return found if color.opacity >= 1 else {**found, f"{what}-opacity": decimal(color.opacity)}


def _plain(color: TemplateColor) -> Mapping[str, str]:
    return paint_attributes(color)


def _shaded(color: TemplateColor, shade: float) -> TemplateColor:
    if not shade:
        return color
    to = 255 if shade > 0 else 0
    channels = (int(color.value[at : at + 2], 16) for at in (1, 3, 5))
    mixed = "".join(f"{round(one + (to - one) * abs(shade)):02X}" for one in channels)
    return TemplateColor(f"#{mixed}", color.opacity)


def pattern_picture(
    fill: Element, source: Source, size: tuple[float, float], canvas: Canvas, shape: str
) -> tuple[str, tuple[float, float]] | None:
    """Return the address of a pattern over a shape, and its size in points; None for one that cannot be shown."""
    usual = (("fgClr", TemplateColor("#000000")), ("bgClr", TemplateColor("#FFFFFF")))
    front, back = (source.palette.color_in(fill.find(f"{A}{name}")) or color for name, color in usual)
    name = fill.get("prst") or ""
    png = pattern_png(name, front, back, size) if canvas.takes_dots(dots(size)) else None
    if png is None:
        canvas.miss("a pattern over too large a shape", source, shape)
        return None
    if not is_exact(name):
        canvas.miss("a pattern, of which only the share of its colours is shown", source, shape)
    pixels = pixels_of(png)
    return canvas.add(pixels), (pixels.width * DOT, pixels.height * DOT)


def _gradient(
    fill: Element, source: Source, size: tuple[float, float], canvas: Canvas, shape: str, shade: float
) -> Mapping[str, str]:
    stops = sorted(_stops(fill, source), key=lambda one: one[0])
    if not stops:
        return NONE
    path = fill.find(f"{A}path")
    if path is None:
        name, ends = "linearGradient", _linear(fill.find(f"{A}lin"), size)
    else:
        name, ends = "radialGradient", _radial(path, size)
        if path.get("path") != "circle":
            canvas.miss("a gradient in the form of its shape, which is shown round", source, shape)
    own = {"gradientUnits": "userSpaceOnUse", **{key: decimal(one) for key, one in ends.items()}}
    element, address = canvas.define(name, own)
    for at, color in stops:
        shown = _shaded(color, shade)
        said = {"offset": decimal(at), "stop-color": shown.value.lower(), "stop-opacity": decimal(shown.opacity)}
        canvas.element(element, "stop", said)
    return {"fill": address}


def _stops(fill: Element, source: Source) -> Iterator[tuple[float, TemplateColor]]:
    for one in islice(fill.iterfind(f"{A}gsLst/{A}gs"), _STOPS):
        if color := source.palette.color_in(one):
            yield min(1.0, max(0.0, share(one, "pos"))), color


def _linear(line: Element | None, size: tuple[float, float]) -> dict[str, float]:
    """Return the ends of a linear gradient: its first colour touches one corner and its last the opposite one."""
    width, height = size
    angle = radians(attribute(line, "ang") / ANGLE)
    if flag(line, "scaled"):  # 20.1.8.41: the angle is that of a square, stretched with the shape
        angle = atan2(height * sin(angle), width * cos(angle))
    across, down = cos(angle), sin(angle)
    reach = (abs(width * across) + abs(height * down)) / 2
    x, y = width / 2, height / 2
    return {"x1": x - across * reach, "y1": y - down * reach, "x2": x + across * reach, "y2": y + down * reach}


def _radial(path: Element, size: tuple[float, float]) -> dict[str, float]:
    """Return a circle from the middle of where a gradient begins to the corner that is farthest from there."""
    width, height = size
    inner = path.find(f"{A}fillToRect")
    left, top, right, bottom = (share(inner, side) for side in "ltrb")
    x, y = width * (left + 1 - right) / 2, height * (top + 1 - bottom) / 2
    radius = hypot(max(abs(x), abs(width - x)), max(abs(y), abs(height - y)))
    return {"cx": x, "cy": y, "r": radius}
