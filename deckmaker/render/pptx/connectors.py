"""The arrows of a diagram as PowerPoint's own connectors, which follow the nodes that they join when these are moved.

Nodes hold lines in the middle of their sides alone. A line that ends elsewhere, or for which there is no preset, is a
freeform.

Source: ECMA-376 part 1, 19.3.1.19, 20.1.9.18 (`bentConnector2` to `5`, which lead across first) and 20.1.10.56.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot
from typing import NamedTuple

from deckmaker.layout import Outline
from deckmaker.layout.arrows import WEIGHT, Point
from deckmaker.layout.connectors import Connector
from deckmaker.model.geometry import Rect
from deckmaker.render.pptx.units import emu
from deckmaker.render.pptx.xml import Xml, joined, properties

_NEAR = 0.05
"""Points: what is nearer is the same place. Coordinates are rounded to a twelve thousandth of a point."""

_QUARTER = 5_400_000
"""A quarter turn clockwise, in 60,000ths of a degree (20.1.10.3)."""

_WHOLE = 100_000
"""What an adjustment is a share of."""


class Joined(NamedTuple):
    """A box as connectors know it: its shape's id, its frame and its form."""

    id: int
    rect: Rect
    outline: Outline


def connectors_xml(
    ids: Iterator[int], origin: Point, line: Connector, boxes: Sequence[Joined], fill: Xml
) -> Iterator[Xml]:
    """Yield the pieces of a line, whose points are from an origin on the slide, in the colour of a fill."""
    first, last = line.joins
    stops = [first, last] if line.label is None else [first, line.label, last]
    for (piece, heads), joins in zip(line.pieces_with_ends, pairwise(stops), strict=True):
        points = _corners([(origin[0] + x, origin[1] + y) for x, y in piece])
        yield _connector(next(ids), points, heads, line.dashed, [boxes[one] for one in joins], fill)


def _connector(
    id: int, points: Sequence[Point], heads: tuple[bool, bool], dashed: bool, joins: Sequence[Joined], fill: Xml
) -> Xml:
    dash = '<a:prstDash val="dash"/>' if dashed else ""
    named_ends = zip(("headEnd", "tailEnd"), heads, strict=True)
    ends = "".join(f'<a:{name} type="triangle"/>' for name, has_head in named_ends if has_head)
    stroke = f'<a:ln w="{emu(WEIGHT)}">{fill}{dash}<a:miter lim="800000"/>{ends}</a:ln>'
    named = properties(id, f"Arrow {id}", decorative=True)
    sites = [_site(points[0], joins[0]), _site(points[-1], joins[1])]
    # A connector of which an end is not held is led anew at once by some programs: as LibreOffice, past its bends.
    bent = _bent(points) if None not in sites else None
    if bent is None:
        return Xml(
            f"<p:sp><p:nvSpPr>{named}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{_freeform(points)}<a:noFill/>{stroke}"
            "</p:spPr></p:sp>"
        )
    held = zip(("stCxn", "endCxn"), joins, sites, strict=True)
    glue = joined(Xml(f'<a:{name} id="{box.id}" idx="{site}"/>') for name, box, site in held)
    return Xml(
        f"<p:cxnSp><p:nvCxnSpPr>{named}<p:cNvCxnSpPr>{glue}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>"
        f"<p:spPr>{bent}{stroke}</p:spPr></p:cxnSp>"
    )


def _corners(points: Sequence[Point]) -> list[Point]:
    """Return the points at which a line begins, turns and ends."""
    found = [points[0]]
    for here, after in pairwise(points[1:]):
        if _is_beside(here, found[-1], after) and _apart(found[-1], here):
            found.append(here)
    return [*found, points[-1]]


def _is_beside(point: Point, start: Point, end: Point) -> bool:
    """Tell whether a point does not lie on the straight line between two others."""
    across, down = end[0] - start[0], end[1] - start[1]
    area = abs((point[0] - start[0]) * down - (point[1] - start[1]) * across)
    length = hypot(across, down)
    return area > _NEAR * length if length > _NEAR else _apart(point, start)


def _apart(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) > _NEAR or abs(one[1] - other[1]) > _NEAR


def _bent(points: Sequence[Point]) -> Xml | None:
    """Return the frame and form of the preset that leads through points; None where there is none."""
    (x0, y0), (x1, y1) = points[0], points[-1]
    if len(points) == 2:
        return _placed(x0, y0, x1, y1, "straightConnector1", ())
    if len(points) > 6 or any(abs(a[0] - b[0]) > _NEAR and abs(a[1] - b[1]) > _NEAR for a, b in pairwise(points)):
        return None
    is_upright = abs(points[1][0] - x0) <= _NEAR
    # As if it led across first; x and y change places where it is turned.
    local = [(y - y0, x - x0) if is_upright else (x - x0, y - y0) for x, y in points]
    wide, high = local[-1]
    turns = [
        point[index % 2] / whole if abs(whole := (wide, high)[index % 2]) > _NEAR else None
        for index, point in enumerate(local[1:-2])
    ]
    if any(one is None for one in turns):
        return None
    shares = [round(one * _WHOLE) for one in turns if one is not None]
    return _placed(x0, y0, x1, y1, f"bentConnector{len(points) - 1}", shares, is_upright)


def _placed(
    x0: float, y0: float, x1: float, y1: float, preset: str, shares: Sequence[int], is_upright: bool = False
) -> Xml:
    """Return a preset between two points, with its adjustments; one that is turned leads up or down first."""
    width, height = abs(x1 - x0), abs(y1 - y0)
    flips = (x1 < x0, y1 < y0)
    attributes = ""
    left, top = min(x0, x1), min(y0, y1)
    if is_upright:
        attributes = f' rot="{_QUARTER}"'
        flips = (y1 < y0, x1 > x0)  # before it is turned
        left, top = left + (width - height) / 2, top + (height - width) / 2
        width, height = height, width
    attributes += "".join(f' {name}="1"' for name, flip in zip(("flipH", "flipV"), flips, strict=True) if flip)
    names = ["adj1", "adj2", "adj3"]
    guides = "".join(f'<a:gd name="{name}" fmla="val {share}"/>' for name, share in zip(names, shares, strict=False))
    return Xml(
        f'<a:xfrm{attributes}><a:off x="{emu(left)}" y="{emu(top)}"/>'
        f'<a:ext cx="{emu(width)}" cy="{emu(height)}"/></a:xfrm>'
        f'<a:prstGeom prst="{preset}"><a:avLst>{guides}</a:avLst></a:prstGeom>'
    )


def _freeform(points: Sequence[Point]) -> Xml:
    """Return the frame and path of a line that no preset leads along."""
    left, top = min(x for x, _ in points), min(y for _, y in points)
    width, height = max(x for x, _ in points) - left, max(y for _, y in points) - top
    steps = [f'<a:pt x="{emu(x - left)}" y="{emu(y - top)}"/>' for x, y in points]
    path = f"<a:moveTo>{steps[0]}</a:moveTo>" + "".join(f"<a:lnTo>{one}</a:lnTo>" for one in steps[1:])
    return Xml(
        f'<a:xfrm><a:off x="{emu(left)}" y="{emu(top)}"/><a:ext cx="{emu(width)}" cy="{emu(height)}"/></a:xfrm>'
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{emu(width)}" h="{emu(height)}" fill="none">{path}</a:path></a:pathLst></a:custGeom>'
    )


def _site(point: Point, box: Joined) -> int | None:
    """Return the index of the site of a box at which a line ends there, the middle of a side; None where none is."""
    rect = box.rect
    middle, centre = rect.x + rect.width / 2, rect.y + rect.height / 2
    sites = ((middle, rect.y), (rect.x, centre), (middle, rect.bottom), (rect.right, centre))
    every = 2 if box.outline is Outline.ELLIPSE else 1  # it has sites between these, too
    return next((index * every for index, site in enumerate(sites) if not _apart(site, point)), None)
