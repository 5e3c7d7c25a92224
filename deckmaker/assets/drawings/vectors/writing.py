"""A Drawing as SVG of its own small set: paths, groups, clips and gradients, each attribute of which is written here.

No style, no text, no script, no address: it needs nothing and leads nowhere.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable

from deckmaker.assets.drawings.vectors.drawing import (
    Clip,
    Drawing,
    Fill,
    Gradient,
    Group,
    Item,
    Outline,
    Paint,
    Path,
    Pixels,
    Raster,
    Stroke,
)
from deckmaker.assets.drawings.vectors.matrices import IDENTITY, Matrix, inverse, product
from deckmaker.patterns import pattern

_BEGIN = '<?xml version="1.0" encoding="UTF-8"?>\n'
_WRAPPER = pattern(r"<\?xpacket[^>]*+>")


def inner_svg(drawing: Drawing, prefix: str, address: Callable[[Pixels], str] | None = None) -> str:
    """Return what stands within the `svg` element: definitions, whose ids begin with a prefix, then what is drawn.

    Pictures in it hold their bytes, or with `address` refer to an `image` elsewhere that fills the unit square.
    """
    writer = _Writer(prefix, address)
    drawn = "".join(map(writer.item, drawing.children))
    return f"<defs>{''.join(writer.definitions)}</defs>{drawn}" if writer.definitions else drawn


def svg_file(drawing: Drawing, packet: bytes) -> bytes:
    """Return an SVG file of a drawing, with a packet of rights in it."""
    width, height = _number(drawing.width), _number(drawing.height)
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    inner = f"{metadata(packet)}{inner_svg(drawing, 'd')}"
    return f'{_BEGIN}<svg xmlns="http://www.w3.org/2000/svg" {size}>{inner}</svg>'.encode()


def metadata(packet: bytes) -> str:
    """Return a packet of rights as an element of a drawing without what wraps it; none where it is empty."""
    return f"<metadata>{_WRAPPER.sub('', packet.decode())}</metadata>" if packet else ""


def image_element(pixels: Pixels, id: str = "") -> str:
    """Return a picture with its bytes as an element that fills the unit square.

    It is as large as its pixels and made smaller: browsers round sizes of images to parts of a unit.
    """
    named = f' id="{id}"' if id else ""
    size = f'width="{pixels.width}" height="{pixels.height}" preserveAspectRatio="none"'
    scale = f'transform="scale({_fine(1 / pixels.width)} {_fine(1 / pixels.height)})"'
    data = b64encode(pixels.rendition.data).decode("ascii")
    return f'<image{named} {size} {scale} href="data:{pixels.media_type};base64,{data}"/>'


class _Writer:
    """Writes items, and collects the definitions that they refer to: equal ones once."""

    def __init__(self, prefix: str, address: Callable[[Pixels], str] | None) -> None:
        self._prefix, self._address = prefix, address
        self._ids: dict[tuple[object, ...], str] = {}
        self.definitions: list[str] = []

    def item(self, item: Item) -> str:
        """Return an item as elements."""
        if isinstance(item, Group):
            return self._group(item)
        if isinstance(item, Raster):
            return self._raster(item)
        look = self._filled(item.fill, item) + self._stroked(item.stroke, item)
        transform = f' transform="{_transform(item.matrix)}"' if item.matrix != IDENTITY else ""
        return f'<path d="{_data(item.outline)}"{look}{transform}/>'

    def _group(self, group: Group) -> str:
        around = [f'clip-path="url(#{self._clip(clip)})"' for clip in group.clips]
        if group.opacity < 1:
            around.append(f'opacity="{_number(group.opacity)}"')
        begin = "".join(f"<g {one}>" for one in around)
        return f"{begin}{''.join(map(self.item, group.children))}{'</g>' * len(around)}"

    def _raster(self, raster: Raster) -> str:
        place = f' transform="{_transform(raster.matrix)}"'
        if self._address:
            return f'<use href="#{self._address(raster.pixels)}"{place}/>'
        return f"<g{place}>{image_element(raster.pixels)}</g>"

    def _clip(self, clip: Clip) -> str:
        paths = "".join(
            f'<path d="{_data(outline)}"{_rule("clip-rule", even_odd)}/>' for outline, even_odd in clip.outlines
        )
        return self._defined("clipPath", "", paths)

    def _filled(self, fill: Fill | None, path: Path) -> str:
        if fill is None:
            return ' fill="none"'
        paint = self._paint(fill.paint, path)
        return f' fill="{paint}"{_opacity("fill-opacity", fill.opacity)}{_rule("fill-rule", fill.even_odd)}'

    def _stroked(self, stroke: Stroke | None, path: Path) -> str:
        if stroke is None:
            return ""
        said = {
            "stroke": self._paint(stroke.paint, path),
            "stroke-width": _fine(stroke.width),
            "stroke-linecap": stroke.cap if stroke.cap != "butt" else "",
            "stroke-linejoin": stroke.join if stroke.join != "miter" else "",
            "stroke-miterlimit": _number(stroke.miter) if stroke.miter != 4 and stroke.join == "miter" else "",
            "stroke-dasharray": " ".join(map(_fine, stroke.dashes)),
            "stroke-dashoffset": _fine(stroke.offset) if stroke.offset else "",
        }
        written = "".join(f' {key}="{value}"' for key, value in said.items() if value)
        return f"{written}{_opacity('stroke-opacity', stroke.opacity)}"

    def _paint(self, paint: Paint, path: Path) -> str:
        return f"url(#{self._gradient(paint, path.matrix)})" if isinstance(paint, Gradient) else paint

    def _gradient(self, gradient: Gradient, matrix: Matrix) -> str:
        names = ("cx", "cy", "r", "fx", "fy") if gradient.radial else ("x1", "y1", "x2", "y2")
        ends = "".join(f' {name}="{_fine(end)}"' for name, end in zip(names, gradient.ends, strict=True))
        around = inverse(matrix)
        own = product(around, gradient.matrix) if around else gradient.matrix
        transform = f' gradientTransform="{_transform(own)}"' if own != IDENTITY else ""
        stops = "".join(
            f'<stop offset="{_fine(one.offset)}" stop-color="{one.color}"{_opacity("stop-opacity", one.opacity)}/>'
            for one in gradient.stops
        )
        kind = "radialGradient" if gradient.radial else "linearGradient"
        return self._defined(kind, f' gradientUnits="userSpaceOnUse"{ends}{transform}', stops)

    def _defined(self, name: str, attributes: str, content: str) -> str:
        """Define an element, unless an equal one is there, and return its id."""
        key = (name, attributes, content)
        if key not in self._ids:
            own = self._ids[key] = f"{self._prefix}{len(self._ids) + 1}"
            self.definitions.append(f'<{name} id="{own}"{attributes}>{content}</{name}>')
        return self._ids[key]


def _data(outline: Outline) -> str:
    return "".join(name + " ".join(map(_number, values)) for name, values in outline)


def _transform(matrix: Matrix) -> str:
    return f"matrix({' '.join(map(_fine, matrix))})"


def _opacity(name: str, value: float) -> str:
    return f' {name}="{_number(value)}"' if value < 1 else ""


def _rule(name: str, even_odd: bool) -> str:
    return f' {name}="evenodd"' if even_odd else ""


def _number(value: float) -> str:
    """Return a length of the drawing or a share: to a hundredth of a pixel, of which there are 3,200."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written in ("-0", "") else written


def _fine(value: float) -> str:
    """Return a number of any size, in seven digits: scales of 0.00005 are met in flags."""
    return f"{value:.7g}" if value else "0"
