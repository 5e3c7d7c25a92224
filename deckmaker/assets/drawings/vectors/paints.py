"""Paints: colours, and gradients with what they take over from others (SVG 2, 13 and 14)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from math import hypot
from typing import NamedTuple
from xml.etree.ElementTree import Element

from deckmaker.assets.drawings.reading import SVG
from deckmaker.assets.drawings.vectors.cascade import Cascade
from deckmaker.assets.drawings.vectors.colors import color
from deckmaker.assets.drawings.vectors.drawing import Gradient, Paint, Stop, Unsaid
from deckmaker.assets.drawings.vectors.lengths import Viewport, length, share
from deckmaker.assets.drawings.vectors.matrices import Matrix, inverse, product, read_transform
from deckmaker.assets.drawings.vectors.outlines import Box
from deckmaker.assets.drawings.vectors.selectors import local_name
from deckmaker.assets.drawings.vectors.work import Work
from deckmaker.budget.drawings import GRADIENT_STOPS
from deckmaker.dataclasses import replace
from deckmaker.patterns import pattern

_URL = pattern(r"url\(\s*+['\"]?+#([^'\")\s]++)['\"]?+\s*+\)\s*+(.*+)", re.DOTALL)
_LINKS = 20
"""Gradients each of which takes over from the next: programs write two."""

_LARGEST = 1e9
"""Of a gradient's numbers; other programs' end somewhere."""

_XLINK = "{http://www.w3.org/1999/xlink}href"
_EDGE = 0.999
"""How much of a radial gradient's radius its focus may be away from the centre: at the edge, programs differ."""

_KINDS = {"linearGradient": "a gradient", "radialGradient": "a gradient", "pattern": "a pattern"}


class Place(NamedTuple):
    """The shape that a paint is put on.

    `box` returns its box in its own units, None where it has none. `matrix` maps these into the drawing, and `viewport`
    is what percentages are of.
    """

    box: Callable[[], Box | None]
    matrix: Matrix
    viewport: Viewport


def reference(element: Element, ids: Mapping[str, Element]) -> Element | None:
    """Return what an element's `href` names within the drawing."""
    address = element.get("href") or element.get(_XLINK) or ""
    return ids.get(address.strip()[1:]) if address.strip().startswith("#") else None


def named(written: str, ids: Mapping[str, Element]) -> tuple[Element | None, str] | None:
    """Return what `url(#…)` names, and what stands behind it; None for anything else."""
    found = _URL.fullmatch(written.strip())
    return (ids.get(found[1]), found[2].strip()) if found else None


class Paints:
    """The paints of one drawing."""

    def __init__(self, ids: Mapping[str, Element], cascade: Cascade, work: Work) -> None:
        self._ids, self._cascade, self._work = ids, cascade, work
        self._known: dict[Element, tuple[dict[str, str], tuple[Stop, ...]]] = {}

    def count(self, lines: int) -> None:
        """Count lines that a paint is put on beside those of outlines. Raises Unsaid where there are too many."""
        self._work.steps(lines)

    def paint(self, written: str, current: str, place: Place) -> tuple[Paint, float] | None:
        """Return a paint and the opacity in it, None where nothing is painted. Raises Unsaid."""
        written = written.strip()
        if written == "none":
            return None
        if found := named(written, self._ids):
            element, instead = found
            if element is not None:
                return self._gradient(element, place)
            return self.paint(instead, current, place) if instead else None
        if written.startswith("context-"):
            raise Unsaid("a paint of its context")
        plain, opacity = color(current if written.lower() == "currentcolor" else written)
        return (plain, opacity) if opacity else None

    def _gradient(self, element: Element, place: Place) -> tuple[Paint, float] | None:
        if local_name(element) not in ("linearGradient", "radialGradient"):
            raise Unsaid(_KINDS.get(local_name(element), "a paint that is none"))
        if element not in self._known:
            self._known[element] = self._taken_over(element)
        attributes, stops = self._known[element]
        self._work.steps(len(stops))
        self._work.attributes(attributes)
        if not stops:
            return None
        if len(stops) == 1:
            return stops[0].color, stops[0].opacity
        if attributes.get("spreadMethod", "pad") != "pad":
            raise Unsaid("a gradient that repeats")
        matrix = read_transform(attributes.get("gradientTransform", ""))
        if matrix is None:
            raise Unsaid("a gradient's transform that is none")
        by_box = attributes.get("gradientUnits", "objectBoundingBox") != "userSpaceOnUse"
        viewport = Viewport(1, 1) if by_box else place.viewport
        if by_box:
            box = place.box()
            if box is None or box[0] == box[2] or box[1] == box[3]:
                return None
            matrix = product((box[2] - box[0], 0.0, 0.0, box[3] - box[1], box[0], box[1]), matrix)
        radial = local_name(element) == "radialGradient"
        ends = (_circles if radial else _line)(attributes, viewport)
        if ends is None:
            return stops[-1].color, stops[-1].opacity
        whole = product(place.matrix, matrix)
        if not all(abs(one) <= _LARGEST for one in (*ends, *whole)):
            raise Unsaid("a gradient that leads far out of it")
        if inverse(whole) is None:
            return None
        return Gradient(radial, ends, _from_end_to_end(stops), whole), 1.0

    def _taken_over(self, element: Element) -> tuple[dict[str, str], tuple[Stop, ...]]:
        """Return a gradient's attributes and stops, with those of the gradients that it refers to."""
        attributes: dict[str, str] = {}
        stops: tuple[Stop, ...] = ()
        one: Element | None = element
        for _ in range(_LINKS):
            if one is None:
                return attributes, stops
            own = dict(one.attrib)
            stated = self._cascade.stated(one)
            if "transform" in stated and "gradientTransform" not in own:
                own["gradientTransform"] = stated["transform"]
            attributes = own | attributes
            stops = stops or self._stops(one)
            one = reference(one, self._ids)
        raise Unsaid("a gradient that takes over from too many")

    def _stops(self, element: Element) -> tuple[Stop, ...]:
        found: list[Stop] = []
        for one in element:
            if one.tag != f"{SVG}stop":
                continue
            stated = self._cascade.stated(one)
            written = stated.get("stop-color", "black")
            plain, opacity = color(stated.get("color", "black") if written.lower() == "currentcolor" else written)
            offset = max(share(one.get("offset") or "0"), found[-1].offset if found else 0.0)
            found.append(Stop(offset, plain, opacity * share(stated.get("stop-opacity", "1"))))
            if len(found) > GRADIENT_STOPS.most:
                raise Unsaid(f"a gradient of more than {GRADIENT_STOPS.limit}")
        return tuple(found)


def _from_end_to_end(stops: tuple[Stop, ...]) -> tuple[Stop, ...]:
    """Return stops of which the first is at 0 and the last at 1; LibreOffice fades others into white."""
    first, last = stops[0], stops[-1]
    before = (replace(first, offset=0.0),) if first.offset else ()
    behind = (replace(last, offset=1.0),) if last.offset < 1 else ()
    return (*before, *stops, *behind)


def _line(attributes: Mapping[str, str], viewport: Viewport) -> tuple[float, ...] | None:
    wholes = {"x": viewport.width, "y": viewport.height}
    usual = {"x1": "0%", "y1": "0%", "x2": "100%", "y2": "0%"}
    ends = tuple(length(attributes.get(key, value), wholes[key[0]], 16.0) for key, value in usual.items())
    return ends if ends[:2] != ends[2:] else None


def _circles(attributes: Mapping[str, str], viewport: Viewport) -> tuple[float, ...] | None:
    wholes = {"cx": viewport.width, "cy": viewport.height, "r": viewport.diagonal}
    cx, cy, r = (length(attributes.get(key, "50%"), whole, 16.0) for key, whole in wholes.items())
    fx = length(attributes["fx"], viewport.width, 16.0) if "fx" in attributes else cx
    fy = length(attributes["fy"], viewport.height, 16.0) if "fy" in attributes else cy
    if length(attributes.get("fr", "0"), viewport.diagonal, 16.0):
        raise Unsaid("a radial gradient between two circles")
    if r <= 0:
        return None
    if hypot(fx - cx, fy - cy) > _EDGE * r:
        raise Unsaid("a radial gradient whose focus lies outside")
    return cx, cy, r, fx, fy
