"""The shapes of a part, drawn on a canvas in their order: forms, lines, groups and pictures; no placeholders."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from math import ceil
from xml.etree.ElementTree import Element

from deckmaker.assets.drawings.rasters import dots_per_inch
from deckmaker.budget.templates import TEMPLATE_SHAPES
from deckmaker.template.canvas import Canvas, Source, decimal
from deckmaker.template.fills import NONE, fill_in, painted, pattern_picture
from deckmaker.template.frames import Frame, Space
from deckmaker.template.names import MC, A, P, local
from deckmaker.template.numbers import attribute, flag, points, share
from deckmaker.template.outlines import NoOutline, TemplateOutline, outlines_of
from deckmaker.template.package import NotATemplate
from deckmaker.template.painted_places import effects_in, painted_places
from deckmaker.template.placeholders import placeholder_of
from deckmaker.template.strokes import stroked
from deckmaker.template.texts import draw_text

_TILES = 2_000
"""Pieces of a picture that is repeated; of more, nobody sees one."""

_DEEPEST = 20
"""Groups in groups."""

_FRAMES = {"table": "a table", "chart": "a chart", "diagram": "a diagram", "ole": "an embedded object"}


class ShapePainter:
    """Draws the shapes of one part."""

    def __init__(self, canvas: Canvas, source: Source) -> None:
        self._canvas, self._source = canvas, source
        self._left = TEMPLATE_SHAPES.most

    def paint(self, root: Element) -> None:
        """Draw all shapes of a master or layout."""
        tree = root.find(f"{P}cSld/{P}spTree")
        if tree is not None:
            self._children(tree, Space(), None, 0)

    def tell_places(self, root: Element) -> None:
        """Tell what a master or layout paints at the places of texts, which is not drawn."""
        for placeholder, what in painted_places(root, self._source.palette.scheme):
            self._canvas.miss(what, self._source, shape_name(placeholder))

    def background(self, root: Element) -> bool:
        """Draw the background that a part has; tell whether it has one."""
        element = root.find(f"{P}cSld/{P}bg")
        if element is None or not len(element):
            return False
        inner, source = element[0], self._source
        fill = fill_in(inner)
        if inner.tag == f"{P}bgRef":
            scheme = source.palette.scheme
            fill = scheme.fill(attribute(inner, "idx"))
            source = Source(source.package, scheme.part, source.palette.of(source.palette.color_in(inner)))
        if fill is not None:
            width, height = self._canvas.size
            outline = TemplateOutline(
                f"M0 0L{decimal(width)} 0L{decimal(width)} {decimal(height)}L0 {decimal(height)}Z"
            )
            self._filled(fill, source, outline, Frame("", width, height), "background")
        return True

    def _children(self, tree: Element, space: Space, group_fill: Element | None, depth: int) -> None:
        for one in tree:
            name = local(one.tag)
            if name == "AlternateContent":
                fallback, choice = one.find(f"{MC}Fallback"), one.find(f"{MC}Choice")
                chosen = fallback if fallback is not None and len(fallback) else choice
                if chosen is not None and depth < _DEEPEST:
                    self._children(chosen, space, group_fill, depth + 1)
            elif name in ("sp", "cxnSp", "pic", "grpSp", "graphicFrame", "contentPart"):
                self._left -= 1
                if self._left < 0:
                    raise NotATemplate(TEMPLATE_SHAPES.excess())
                if placeholder_of(one) is None and not _is_hidden(one):
                    self._shape(name, one, space, group_fill, depth)

    def _shape(self, name: str, one: Element, space: Space, group_fill: Element | None, depth: int) -> None:
        called = shape_name(one)
        if name == "grpSp":
            self._group(one, space, group_fill, depth, called)
            return
        if name in ("graphicFrame", "contentPart"):
            self._canvas.miss(_framed(one), self._source, called)
            return
        properties = one.find(f"{P}spPr")
        place = properties.find(f"{A}xfrm") if properties is not None else None
        frame = space.frame(place) if place is not None else None
        if properties is None or frame is None:
            return
        for what in effects_in(properties):
            self._canvas.miss(what, self._source, called)
        if name == "pic":
            self._picture(one, properties, frame, called)
        else:
            self._form(one, properties, frame, group_fill, called)
            draw_text(one, frame, self._source, self._canvas, called)

    def _group(self, one: Element, space: Space, group_fill: Element | None, depth: int, called: str) -> None:
        properties = one.find(f"{P}grpSpPr")
        place = properties.find(f"{A}xfrm") if properties is not None else None
        inner = space.inside(place) if place is not None else space
        if inner is None or depth >= _DEEPEST:
            self._canvas.miss("a group without a place, or too deep in others", self._source, called)
            return
        own = fill_in(properties)
        if own is None or local(own.tag) == "grpFill":
            own = group_fill
        self._children(one, inner, own, depth + 1)

    def _form(self, one: Element, properties: Element, frame: Frame, group_fill: Element | None, called: str) -> None:
        style = one.find(f"{P}style")
        fill, source = fill_in(properties), self._source
        if fill is not None and local(fill.tag) == "grpFill":
            fill = group_fill
        elif fill is None and style is not None:
            reference = style.find(f"{A}fillRef")
            fill = source.palette.scheme.fill(attribute(reference, "idx"))
            source = Source(
                source.package, source.palette.scheme.part, source.palette.of(source.palette.color_in(reference))
            )
        stroke = stroked(properties.find(f"{A}ln"), style, self._source, frame.size, self._canvas, called)
        if (fill is None or local(fill.tag) == "noFill") and not stroke:
            return
        try:
            outlines = outlines_of(properties, frame.width, frame.height)
        except NoOutline as error:
            self._canvas.miss(str(error), self._source, called)
            return
        for outline in outlines:
            if fill is not None and outline.filled:
                self._filled(fill, source, outline, frame, called)
        for outline in outlines:
            if stroke and outline.stroked:
                self._path(outline, frame, {**NONE, **stroke})

    def _path(self, outline: TemplateOutline, frame: Frame, look: Mapping[str, str]) -> None:
        attributes = {"d": outline.data, **look}
        if frame.transform:
            attributes["transform"] = frame.transform.strip()
        self._canvas.element(self._canvas.root, "path", attributes)

    def _filled(self, fill: Element, source: Source, outline: TemplateOutline, frame: Frame, called: str) -> None:
        """Draw what fills a path: a picture, or a paint."""
        if local(fill.tag) == "blipFill":
            self._filled_by_picture(fill, source, outline, frame, called)
            return
        if local(fill.tag) == "pattFill":
            if found := pattern_picture(fill, source, frame.size, self._canvas, called):
                self._image(self._clipped(outline, frame), found[0], 0, 0, *found[1])
            return
        look = painted(fill, source, frame.size, self._canvas, called, outline.shade)
        if look != NONE:
            self._path(outline, frame, {**look, "fill-rule": "evenodd"})

    # --- Pictures -------------------------------------------------------------------------------

    def _picture(self, one: Element, properties: Element, frame: Frame, called: str) -> None:
        fill = one.find(f"{P}blipFill")
        if fill is None:
            return
        try:
            outlines = outlines_of(properties, frame.width, frame.height)
        except NoOutline as error:
            self._canvas.miss(f"{error} around a picture", self._source, called)
            return
        ground = fill_in(properties)
        stroke = stroked(
            properties.find(f"{A}ln"), one.find(f"{P}style"), self._source, frame.size, self._canvas, called
        )
        for outline in outlines[:1]:
            if ground is not None:
                self._filled(ground, self._source, outline, frame, called)
            self._filled_by_picture(fill, self._source, outline, frame, called)
            if stroke:
                self._path(outline, frame, {**NONE, **stroke})

    def _filled_by_picture(
        self, fill: Element, source: Source, outline: TemplateOutline, frame: Frame, called: str
    ) -> None:
        """Draw a picture within a path: once over its box, but for what is cropped, or as tiles (20.1.8.58)."""
        pixels = self._canvas.picture(fill, source, called)
        if pixels is None:
            return
        address = self._canvas.address(fill, source)
        group = self._clipped(outline, frame, _opacity(fill))
        crop = fill.find(f"{A}srcRect")
        left, top, right, bottom = (share(crop, side) for side in "ltrb")
        tile = fill.find(f"{A}tile")
        if left + right >= 1 or top + bottom >= 1:
            self._canvas.miss("a picture that is cropped to nothing", source, called)
        elif tile is not None:
            dot = 72 / dots_per_inch(pixels)
            size = (pixels.width * dot, pixels.height * dot)
            self._tiles(tile, address, size, group, frame, source, called)
        else:
            box = _stretched(fill, frame)
            width, height = box[2] / (1 - left - right), box[3] / (1 - top - bottom)
            self._image(group, address, box[0] - left * width, box[1] - top * height, width, height)

    def _clipped(self, outline: TemplateOutline, frame: Frame, look: Mapping[str, str] | None = None) -> Element:
        """Return a group within a path."""
        clip, reference = self._canvas.define("clipPath", {})
        self._canvas.element(clip, "path", {"d": outline.data, "clip-rule": "evenodd"})
        around = {"clip-path": reference, **(look or {})}
        if frame.transform:
            around["transform"] = frame.transform.strip()
        return self._canvas.element(self._canvas.root, "g", around)

    def _tiles(
        self,
        tile: Element,
        address: str,
        size: tuple[float, float],
        group: Element,
        frame: Frame,
        source: Source,
        called: str,
    ) -> None:
        width, height = size[0] * share(tile, "sx", 1.0), size[1] * share(tile, "sy", 1.0)
        flip = tile.get("flip", "none")
        if width <= 0 or height <= 0 or ceil(frame.width / width + 2) * ceil(frame.height / height + 2) > _TILES:
            self._canvas.miss("a picture repeated too often", source, called)
            return
        align = tile.get("algn", "tl")
        x = {"l": 0.0, "r": frame.width - width}.get(align[-1], (frame.width - width) / 2) + points(tile, "tx")
        y = {"t": 0.0, "b": frame.height - height}.get(align[0], (frame.height - height) / 2) + points(tile, "ty")
        first = -ceil(x / width), -ceil(y / height)
        columns = range(first[0], ceil((frame.width - x) / width))
        rows = range(first[1], ceil((frame.height - y) / height))
        for column, row in product(columns, rows):
            mirrored = (column % 2 == 1 and "x" in flip, row % 2 == 1 and "y" in flip)
            self._image(group, address, x + column * width, y + row * height, width, height, mirrored)

    def _image(
        self,
        group: Element,
        address: str,
        x: float,
        y: float,
        width: float,
        height: float,
        mirrored: tuple[bool, bool] = (False, False),
    ) -> None:
        if width <= 0 or height <= 0:
            return
        size = {"width": decimal(width), "height": decimal(height)}
        if any(mirrored):
            across, down = (-1 if one else 1 for one in mirrored)
            at = x + (width if mirrored[0] else 0), y + (height if mirrored[1] else 0)
            place = {"transform": f"translate({decimal(at[0])} {decimal(at[1])}) scale({across} {down})"}
        else:
            place = {"x": decimal(x), "y": decimal(y)}
        self._canvas.element(group, "image", {"href": address, "preserveAspectRatio": "none", **size, **place})


def shape_name(shape: Element) -> str:
    """Return what a shape is called in its file."""
    named = shape.find(f"./*/{P}cNvPr")
    return (named.get("name") if named is not None else None) or local(shape.tag)


def _is_hidden(shape: Element) -> bool:
    return flag(shape.find(f"./*/{P}cNvPr"), "hidden")


def _framed(frame: Element) -> str:
    data = frame.find(f".//{A}graphicData")
    kind = (data.get("uri") if data is not None else None) or ""
    return _FRAMES.get(kind.rpartition("/")[2], "an embedded object")


def _stretched(fill: Element, frame: Frame) -> tuple[float, float, float, float]:
    """Return left, top, width and height of the box that a picture is stretched to."""
    inner = fill.find(f"{A}stretch/{A}fillRect")
    left, top, right, bottom = (share(inner, side) for side in "ltrb")
    width, height = frame.size
    return left * width, top * height, (1 - left - right) * width, (1 - top - bottom) * height


def _opacity(fill: Element) -> dict[str, str]:
    fade = fill.find(f"{A}blip/{A}alphaModFix")
    amount = share(fade, "amt", 1.0)
    return {"opacity": decimal(max(0.0, amount))} if amount < 1 else {}
