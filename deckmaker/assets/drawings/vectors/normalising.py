"""The tree of a safe SVG to a Drawing: each element in its place, its look and its paints resolved.

What is drawn is what resvg draws (its reading of SVG 2), so that pixels and vectors are one picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from math import isfinite
from xml.etree.ElementTree import Element

from deckmaker.assets.drawings.reading import SVG
from deckmaker.assets.drawings.vectors.cascade import INHERITED, ROOT_SIZE, Cascade, Look, font_size, inherited
from deckmaker.assets.drawings.vectors.drawing import Clip, Drawing, Group, Item, Outline, Pixels, Raster, Unsaid
from deckmaker.assets.drawings.vectors.lengths import Viewport, length, numbers
from deckmaker.assets.drawings.vectors.letters import TextSetter
from deckmaker.assets.drawings.vectors.markers import MARKERS, Vertex, turn, vertices
from deckmaker.assets.drawings.vectors.matrices import IDENTITY, Matrix, fitted, moved, product, read_transform, scaled
from deckmaker.assets.drawings.vectors.outlines import Box, bounds, ellipse, polygon, read_path, rectangle
from deckmaker.assets.drawings.vectors.painting import painted, placed, seen_through
from deckmaker.assets.drawings.vectors.paints import Paints, Place, named, reference
from deckmaker.assets.drawings.vectors.patterns import tiling_of
from deckmaker.assets.drawings.vectors.selectors import local_name
from deckmaker.assets.drawings.vectors.work import Work
from deckmaker.budget.drawings import VECTOR_STEPS
from deckmaker.dataclasses import dataclass, replace

_NOT_DRAWN = frozenset(
    {
        "defs",
        "symbol",
        "clipPath",
        "linearGradient",
        "radialGradient",
        "title",
        "desc",
        "metadata",
        "style",
        "marker",
        "mask",
        "pattern",
        "filter",
        "view",
        "font",
        "font-face",
        "cursor",
        "color-profile",
    }
)
_SHAPES = frozenset(["path", "rect", "circle", "ellipse", "line", "polyline", "polygon"])
_SAID = {"image": "a picture in it", "switch": "a choice between drawings", "foreignObject": "another document in it"}
_DEEPEST = 48
"""Elements in elements, those that are used counted where they are used."""

_CLIPS = 8
"""Clip paths each of which is clipped by the next."""

_LINKS = 20
"""Patterns each of which takes over from the next: programs write two."""

_MARKED = frozenset({"path", "line", "polyline", "polygon"})
_CLIP_LOOK = {"visibility": "visible", "clip-rule": "nonzero"}


def normalise(root: Element, pictures: Mapping[str, Pixels] | None = None, work: Work | None = None) -> Drawing:
    """Return a drawing whose size has been set by `sized` and whose text has been prepared. Raises Unsaid.

    `pictures` are those that it may hold, by what `href` calls them; `work` counts what is done.
    """
    return _Normaliser(root, pictures or {}, work or Work()).drawing()


@dataclass(frozen=True, slots=True)
class _Where:
    """What an element takes over from those around it. `matrix` brings its units into the drawing.

    `marked` is the look of the shape on whose marker it stands.
    """

    matrix: Matrix
    look: Look
    font_size: float
    viewport: Viewport
    depth: int = 0
    marked: Look | None = None

    def inside(self, stated: Look, matrix: Matrix) -> _Where:
        """Return the same for what an element holds that states such a look, its own units being `matrix` of these."""
        return replace(
            self,
            matrix=product(self.matrix, matrix),
            look=inherited(self.look, stated),
            font_size=font_size(stated, self.font_size),
            depth=self.depth + 1,
        )


class _Normaliser:
    """Goes through one tree, and counts what it makes."""

    def __init__(self, root: Element, pictures: Mapping[str, Pixels], work: Work) -> None:
        self._root = root
        self._pictures = pictures
        self._ids: dict[str, Element] = {}
        for element in root.iter():
            self._ids.setdefault(element.get("id", ""), element)
        self._work = work
        self._cascade = Cascade(root, self._work)
        self._paints = Paints(self._ids, self._cascade, self._work)
        self._text = TextSetter(self._cascade, self._work)

    def drawing(self) -> Drawing:
        root = self._root
        width, height = float(root.get("width", "")), float(root.get("height", ""))
        box = numbers(root.get("viewBox", ""), 4)
        stated = self._cascade.stated(root)
        self._check(root, stated)
        where = _Where(IDENTITY, dict(INHERITED), ROOT_SIZE, Viewport(box[2], box[3]))
        if stated.get("transform"):
            raise Unsaid("a transform as a whole")
        where = where.inside(stated, fitted(box, width, height, root.get("preserveAspectRatio", "")))
        clips = self._clips(root, stated, where)
        return Drawing(width, height, tuple(seen_through(tuple(self._children(root, where)), stated, clips)))

    def _children(self, element: Element, where: _Where) -> Iterator[Item]:
        for child in element:
            yield from self._element(child, where)

    def _element(self, element: Element, where: _Where) -> Iterator[Item]:
        """Yield what an element draws, nothing where that is not seen."""
        if not element.tag.startswith(SVG):
            return
        name = local_name(element)
        if name in _NOT_DRAWN:
            return
        self._work.element(element)
        if where.depth > _DEEPEST:
            raise Unsaid(f"elements more than {_DEEPEST} deep in each other")
        stated = self._cascade.stated(element)
        if stated.get("display") == "none":
            return
        picture = self._pictures.get(element.get("href", "")) if name == "image" else None
        if name in _SAID and not picture:
            raise Unsaid(_SAID[name])
        self._check(element, stated)
        within = where.inside(stated, _transform(stated))
        clips = self._clips(element, stated, within)
        drawn = self._picture(picture, element, within) if picture else self._drawn(name, element, within)
        yield from seen_through(tuple(drawn), stated, clips)

    def _check(self, element: Element, stated: Look) -> None:
        """Raise Unsaid for what changes how an element looks and is not known here."""
        for key, what in (("filter", "a filter"), ("mask", "a mask")):
            if stated.get(key, "none") != "none":
                raise Unsaid(what)
        if stated.get("mix-blend-mode", "normal") != "normal":
            raise Unsaid("colours that blend")
        if stated.get("transform-origin"):
            raise Unsaid("a `transform-origin`")
        if element.get("systemLanguage") or element.get("requiredExtensions"):
            raise Unsaid("a choice between drawings")

    def _drawn(self, name: str, element: Element, where: _Where) -> Iterator[Item]:
        if name in ("g", "a"):
            yield from self._children(element, where)
        elif name == "use":
            yield from self._used(element, where)
        elif name == "svg":
            yield from self._viewed(element, element, where)
        elif name == "text":
            yield from self._letters(element, where)
        elif name in _SHAPES:
            yield from self._shape(name, element, where)
        else:
            raise Unsaid(f"`<{name[:30]}>`")

    def _picture(self, pixels: Pixels, element: Element, where: _Where) -> Iterator[Item]:
        """Yield a picture, which fills its box whatever the proportions of both."""
        x, y, width, height = (self._length(element, key, where) for key in ("x", "y", "width", "height"))
        if width > 0 and height > 0:
            yield Raster(pixels, product(where.matrix, (width, 0.0, 0.0, height, x, y)))

    # --- Elements within, and elsewhere -----------------------------------------------------------

    def _used(self, element: Element, where: _Where) -> Iterator[Item]:
        target = reference(element, self._ids)
        if target is None or target is element:
            return
        x, y = self._length(element, "x", where), self._length(element, "y", where)
        where = replace(where, matrix=product(where.matrix, moved(x, y)))
        if local_name(target) in ("symbol", "svg"):
            self._work.element(target)
            stated = self._cascade.stated(target)
            yield from self._viewed(target, element, where.inside(stated, _transform(stated)), by_use=True)
        else:
            yield from self._element(target, where)

    def _viewed(self, element: Element, sized_by: Element, where: _Where, by_use: bool = False) -> Iterator[Item]:
        """Yield a drawing within the drawing: an `svg` where it stands, or what a `use` shows."""
        if where.depth > _DEEPEST:
            raise Unsaid(f"elements more than {_DEEPEST} deep in each other")
        if not by_use:
            x, y = self._length(element, "x", where), self._length(element, "y", where)
            where = replace(where, matrix=product(where.matrix, moved(x, y)))
        width, height = (
            length(sized_by.get(key) or element.get(key) or "100%", whole, where.font_size)
            for key, whole in (("width", where.viewport.width), ("height", where.viewport.height))
        )
        if width <= 0 or height <= 0:
            return
        box = numbers(element.get("viewBox", ""), 4)
        inner = replace(where, viewport=Viewport(width, height))
        if len(box) == 4 and box[2] > 0 and box[3] > 0:
            view = fitted(box, width, height, element.get("preserveAspectRatio", ""))
            inner = replace(where, matrix=product(where.matrix, view), viewport=Viewport(box[2], box[3]))
        children = tuple(self._children(element, inner))
        overflow = element.get("overflow", "") or element.get("style", "")
        if "visible" in overflow or "auto" in overflow:
            yield from children
        elif children:
            clip = Clip(((placed(rectangle(0, 0, width, height), where.matrix), False),))
            yield Group(children, clips=(clip,))

    # --- Shapes and letters -----------------------------------------------------------------------

    def _shape(self, name: str, element: Element, where: _Where) -> Iterator[Item]:
        outline = self._outline(name, element, where)
        if not outline or where.look["visibility"] != "visible":
            return
        place = Place(partial(bounds, outline), where.matrix, where.viewport)
        look = _in_context(where.look, where.marked) if where.marked else where.look
        if (found := named(look["fill"], self._ids)) and found[0] is not None and found[0].tag == f"{SVG}pattern":
            order = look["paint-order"].split()
            if order[:1] == ["stroke"]:
                raise Unsaid("a pattern above its line")
            clip = Clip(((placed(outline, where.matrix), look["fill-rule"] == "evenodd"),))
            tiles = tuple(self._tiles(found[0], outline, where))
            yield from seen_through(tiles, {"opacity": look["fill-opacity"]}, (clip,))
            look = {**look, "fill": "none"}
        yield from painted(outline, look, where.font_size, place, self._paints)
        if name in _MARKED and any(where.look[key] != "none" for key in MARKERS):
            yield from self._marked(outline, where)

    def _tiles(self, pattern: Element, outline: Outline, where: _Where) -> Iterator[Item]:
        """Yield what a pattern draws over the box of an outline, piece by piece."""
        attributes, holder = self._pattern(pattern)
        box = bounds(outline)
        tiling = box and tiling_of(attributes, box, where.matrix, where.viewport, where.font_size)
        if holder is None or not tiling:
            return
        self._work.steps(tiling.count)
        look, size = self._cascade.look_of(holder)
        inner = replace(where, look=look, font_size=size, depth=where.depth + 1, marked=None)
        for matrix in tiling.pieces():
            clip = Clip(((placed(tiling.piece, matrix), False),))
            there = replace(inner, matrix=product(matrix, tiling.content))
            yield from seen_through(tuple(self._children(holder, there)), {}, (clip,))

    def _pattern(self, element: Element) -> tuple[dict[str, str], Element | None]:
        """Return a pattern's attributes, with those of the patterns it refers to, and the one that holds its pieces."""
        attributes: dict[str, str] = {}
        holder: Element | None = None
        one: Element | None = element
        for _ in range(_LINKS):
            if one is None:
                return attributes, holder
            self._work.element(one)
            self._work.attributes(one.attrib)
            attributes = dict(one.attrib) | attributes
            holder = one if holder is None and len(one) else holder
            one = reference(one, self._ids)
        raise Unsaid("a pattern that takes over from too many")

    def _marked(self, outline: Outline, where: _Where) -> Iterator[Item]:
        """Yield the markers of a shape (SVG 2, 13.7)."""
        order = where.look["paint-order"].split()
        if where.marked or (order != ["normal"] and "markers" in order[:-1]):
            raise Unsaid("a marker on a marker" if where.marked else "a marker below its line")
        for vertex in vertices(outline):
            found = named(where.look[vertex.key], self._ids)
            if found and found[0] is not None and found[0].tag == f"{SVG}marker":
                yield from self._marker(found[0], vertex, where)

    def _marker(self, marker: Element, vertex: Vertex, where: _Where) -> Iterator[Item]:
        self._work.element(marker)
        self._work.attributes(marker.attrib)
        scale = 1.0
        if marker.get("markerUnits", "strokeWidth") == "strokeWidth":
            scale = length(where.look["stroke-width"], where.viewport.diagonal, where.font_size)
        width, height = (
            length(marker.get(key) or "3", whole, where.font_size)
            for key, whole in (("markerWidth", where.viewport.width), ("markerHeight", where.viewport.height))
        )
        if width <= 0 or height <= 0 or scale <= 0:
            return
        box = numbers(marker.get("viewBox", ""), 4)
        across = down = scale
        seen = (0.0, 0.0, width, height)
        if len(box) == 4 and box[2] > 0 and box[3] > 0:
            view = fitted(box, width * scale, height * scale, marker.get("preserveAspectRatio", ""))
            across, down, seen = view[0], view[3], (box[0], box[1], box[2], box[3])
        x, y = (length(marker.get(key) or "0", 0.0, where.font_size) for key in ("refX", "refY"))
        turned = read_transform(f"rotate({turn(marker, vertex)!r})") or IDENTITY
        place = product(product(moved(vertex.x, vertex.y), turned), product(scaled(across, down), moved(-x, -y)))
        look, size = self._cascade.look_of(marker)
        inner = replace(
            where,
            matrix=product(where.matrix, place),
            look=look,
            font_size=size,
            viewport=Viewport(seen[2], seen[3]),
            depth=where.depth + 1,
            marked=where.look,
        )
        children = tuple(self._children(marker, inner))
        stated = self._cascade.stated(marker)
        visible = marker.get("overflow") in ("visible", "auto") or "visible" in marker.get("style", "")
        clips = () if visible else (Clip(((placed(rectangle(*seen), inner.matrix), False),)),)
        yield from seen_through(children, stated, clips)

    def _outline(self, name: str, element: Element, where: _Where) -> Outline:
        """Return a shape's outline in its own units, counted; none where it has none."""
        match name:
            case "path":
                outline = tuple(self._work.counted(read_path(element.get("d", ""))))
            case "rect":
                outline = self._rectangle(element, where)
            case "circle" | "ellipse":
                outline = self._ellipse(name, element, where)
            case "line":
                x1, y1, x2, y2 = (self._length(element, key, where) for key in ("x1", "y1", "x2", "y2"))
                outline = polygon(((x1, y1), (x2, y2)), closed=False)
            case _:
                written = numbers(element.get("points", ""), 2 * VECTOR_STEPS.most + 2)
                outline = polygon(zip(written[::2], written[1::2], strict=False), closed=name == "polygon")
        if name != "path":
            outline = tuple(self._work.counted(outline))
        return outline if len(outline) > 1 else ()

    def _rectangle(self, element: Element, where: _Where) -> Outline:
        x, y, width, height = (self._length(element, key, where) for key in ("x", "y", "width", "height"))
        if width <= 0 or height <= 0:
            return ()
        corners = {key: self._length(element, key, where) for key in ("rx", "ry") if element.get(key, "auto") != "auto"}
        corners = {key: value for key, value in corners.items() if value >= 0}
        rx, ry = corners.get("rx", corners.get("ry", 0.0)), corners.get("ry", corners.get("rx", 0.0))
        return rectangle(x, y, width, height, min(rx, width / 2), min(ry, height / 2))

    def _ellipse(self, name: str, element: Element, where: _Where) -> Outline:
        cx, cy = self._length(element, "cx", where), self._length(element, "cy", where)
        rx, ry = (self._length(element, "r" if name == "circle" else key, where) for key in ("rx", "ry"))
        if name == "ellipse":
            rx, ry = (
                (ry if element.get("rx", "auto") == "auto" else rx),
                (rx if element.get("ry", "auto") == "auto" else ry),
            )
        return ellipse(cx, cy, rx, ry) if rx > 0 and ry > 0 else ()

    def _length(self, element: Element, key: str, where: _Where) -> float:
        written = element.get(key)
        if not written:
            return 0.0
        viewport = where.viewport
        if key in ("x", "width", "cx", "rx", "x1", "x2"):
            whole = viewport.width
        else:
            whole = viewport.diagonal if key == "r" else viewport.height
        return length(written, whole, where.font_size)

    def _letters(self, element: Element, where: _Where) -> Iterator[Item]:
        for letters in self._text.set(element, where.look, where.font_size, where.viewport):
            outline = tuple(self._work.counted(step for one in letters.outlines for step in one))
            if outline and letters.look["visibility"] == "visible":
                place = Place(_no_box, where.matrix, where.viewport)
                look = {**letters.look, "fill-rule": "nonzero"}
                yield from painted(outline, look, where.font_size, place, self._paints)

    # --- Clips ------------------------------------------------------------------------------------

    def _clips(self, element: Element, stated: Look, where: _Where) -> tuple[Clip, ...]:
        """Return what an element is seen within: its clip path, and those that are put on that."""
        clips: list[Clip] = []
        written = stated.get("clip-path", "none")
        while written != "none":
            found = named(written, self._ids)
            if not found or found[0] is None or found[0].tag != f"{SVG}clipPath" or len(clips) > _CLIPS:
                raise Unsaid("a clip that is no path of its own")
            path = found[0]
            if path.get("clipPathUnits", "userSpaceOnUse") != "userSpaceOnUse":
                raise Unsaid("a clip measured by what it clips")
            own = self._cascade.stated(path)
            within = where.inside(own, _transform(own))
            clips.append(Clip(tuple(self._clip_outlines(path, within))))
            written = own.get("clip-path", "none")
        return tuple(clips)

    def _clip_outlines(self, path: Element, where: _Where) -> Iterator[tuple[Outline, bool]]:
        where = replace(where, look={**where.look, **_CLIP_LOOK})
        for child in path:
            name = local_name(child)
            if not child.tag.startswith(SVG) or name in _NOT_DRAWN:
                continue
            self._work.element(child)
            stated = self._cascade.stated(child)
            if stated.get("display") == "none":
                continue
            self._check(child, stated)
            within = where.inside(stated, _transform(stated))
            shape = child
            if name == "use":
                used = reference(child, self._ids)
                if used is None or local_name(used) not in _SHAPES:
                    raise Unsaid("a clip of more than shapes")
                own = self._cascade.stated(used)
                x, y = self._length(child, "x", within), self._length(child, "y", within)
                within = within.inside(own, product(moved(x, y), _transform(own)))
                shape, name = used, local_name(used)
                stated = {**stated, **own}
            if name not in _SHAPES or stated.get("clip-path", "none") != "none":
                raise Unsaid("a clip of more than shapes")
            if within.look["visibility"] == "visible" and (outline := self._outline(name, shape, within)):
                yield placed(outline, within.matrix), within.look["clip-rule"] == "evenodd"


def _in_context(look: Look, marked: Look) -> Look:
    """Return a look whose paints may be those of the shape that is marked (SVG 2, 13.2)."""
    found = dict(look)
    for key in ("fill", "stroke"):
        if look[key] in ("context-fill", "context-stroke"):
            found[key] = marked[look[key].removeprefix("context-")]
            if found[key].startswith("url("):
                raise Unsaid("a marker with its line's gradient")
            found["color"] = marked["color"] if found[key].lower() == "currentcolor" else found["color"]
    return found


def _no_box() -> Box | None:
    raise Unsaid("text with a gradient")


def _transform(stated: Look) -> Matrix:
    """Return what an element's `transform` says. Raises Unsaid where it is none."""
    written = stated.get("transform", "none")
    matrix = IDENTITY if written == "none" else read_transform(written)
    if matrix is None or not all(map(isfinite, matrix)):
        raise Unsaid("a transform that is none")
    return matrix
