"""Outlines with the look of their elements to paths in the drawing's own space."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot

from deckmaker.assets.drawings.vectors.cascade import Look
from deckmaker.assets.drawings.vectors.drawing import Clip, Fill, Group, Item, Outline, Path, Stroke, Unsaid
from deckmaker.assets.drawings.vectors.lengths import length, numbers, share
from deckmaker.assets.drawings.vectors.matrices import Matrix, even_scale, inverse
from deckmaker.assets.drawings.vectors.outlines import mapped
from deckmaker.assets.drawings.vectors.paints import Paints, Place
from deckmaker.dataclasses import replace

_FARTHEST = 1e6
"""Pixels of the drawing from its corner. What is farther is not seen, and other programs' numbers end somewhere."""

_FARTHEST_OWN = 1e9
"""Units of a shape that keeps its own, as one does whose line is wider across than down."""

_LONGEST_MITER = 1e6
_MOST_DASHES = 1e9
"""Of a path, as far as they are counted."""

_THINNEST = 1e-6
_JOINS = {"miter", "round", "bevel"}
_CAPS = {"butt", "round", "square"}


def painted(outline: Outline, look: Look, font_size: float, place: Place, paints: Paints) -> Iterator[Path]:
    """Yield the paths that an outline becomes: one, or two where its stroke is to lie below its fill. Raises Unsaid."""
    fill, stroke = _fill(look, place, paints), _stroke(look, font_size, place, paints)
    if not (fill or stroke) or inverse(place.matrix) is None:
        return
    there = placed(outline, place.matrix)
    scale = even_scale(place.matrix)
    if stroke and not max(stroke.width, stroke.offset, *stroke.dashes) * max(scale or 1.0, 1.0) <= _FARTHEST:
        raise Unsaid("a line wider than all of it")
    if stroke and stroke.dashes:
        paints.count(_dashes_along(outline, stroke.dashes))
    if stroke and scale is None:
        _check_near(outline, _FARTHEST_OWN)
        whole = Path(outline, fill, stroke, place.matrix)
    else:
        whole = Path(there, fill, _scaled(stroke, scale or 1.0) if stroke else None)
    order = look["paint-order"].split()
    if fill and stroke and "stroke" in order and "fill" not in order[: order.index("stroke")]:
        yield replace(whole, fill=None)
        yield replace(whole, stroke=None)
    else:
        yield whole


def placed(outline: Outline, matrix: Matrix) -> Outline:
    """Return an outline in the drawing. Raises Unsaid where it leads too far out of it."""
    there = mapped(outline, matrix)
    _check_near(there, _FARTHEST)
    return there


def _check_near(outline: Outline, farthest: float) -> None:
    # Not `any(… > …)`: numbers that are none are no larger than any.
    if not all(abs(value) <= farthest for _, values in outline for value in values):
        raise Unsaid("lines that lead far out of it")


def seen_through(children: Sequence[Item], stated: Look, clips: tuple[Clip, ...] = ()) -> Iterator[Item]:
    """Yield what items are within clips and behind an element's opacity; nothing where none of it is seen."""
    opacity = share(stated.get("opacity", "1"))
    if not children or not opacity or any(not clip.outlines for clip in clips):
        return
    if opacity < 1 and len(children) == 1 and (faded := _faded(children[0], opacity)):
        children, opacity = (faded,), 1.0
    if opacity == 1 and not clips:
        yield from children
    else:
        yield Group(tuple(children), opacity, clips)


def _faded(path: Item, opacity: float) -> Path | None:
    """Return a path with an opacity; None for others, and where a line and what it is around would both be seen."""
    if not isinstance(path, Path) or (path.fill and path.stroke):
        return None
    if path.fill:
        return replace(path, fill=replace(path.fill, opacity=path.fill.opacity * opacity))
    assert path.stroke
    return replace(path, stroke=replace(path.stroke, opacity=path.stroke.opacity * opacity))


def _fill(look: Look, place: Place, paints: Paints) -> Fill | None:
    found = paints.paint(look["fill"], look["color"], place)
    if found is None:
        return None
    opacity = found[1] * share(look["fill-opacity"])
    return Fill(found[0], opacity, look["fill-rule"] == "evenodd") if opacity else None


def _stroke(look: Look, font_size: float, place: Place, paints: Paints) -> Stroke | None:
    if look["stroke"].strip() == "none":
        return None
    whole = place.viewport.diagonal
    width = length(look["stroke-width"], whole, font_size)
    found = paints.paint(look["stroke"], look["color"], place) if width > _THINNEST else None
    opacity = found[1] * share(look["stroke-opacity"]) if found else 0.0
    if not found or not opacity:
        return None
    cap, join = look["stroke-linecap"], look["stroke-linejoin"]
    if cap not in _CAPS or join not in _JOINS:
        raise Unsaid("an uncommon end or corner of a line")
    miter = min(max(1.0, (numbers(look["stroke-miterlimit"], 1) or [4.0])[0]), _LONGEST_MITER)
    dashes = _dashes(look["stroke-dasharray"], whole, font_size)
    # Never negative: PDF and LibreOffice know no such offsets.
    offset = length(look["stroke-dashoffset"], whole, font_size) % sum(dashes) if dashes else 0.0
    return Stroke(found[0], width, opacity, cap, join, miter, dashes, offset)


def _dashes(written: str, whole: float, font_size: float) -> tuple[float, ...]:
    """Return dashes and gaps in turn; none where the line has none (SVG 2, 13.5.6)."""
    if written.strip() == "none":
        return ()
    found = tuple(length(one, whole, font_size) for one in written.replace(",", " ").split())
    if any(one < 0 for one in found) or sum(found) <= _THINNEST:
        return ()
    return found * 2 if len(found) % 2 else found


def _dashes_along(outline: Outline, dashes: Sequence[float]) -> int:
    """Return about how many dashes an outline has: each is a line of its own to whoever draws it."""
    length, pen = 0.0, (0.0, 0.0)
    for name, values in outline:
        points = list(zip(values[::2], values[1::2], strict=True))
        length += sum(hypot(x - u, y - v) for (u, v), (x, y) in pairwise([*([] if name == "M" else [pen]), *points]))
        pen = points[-1] if points else pen
    return int(min(length / sum(dashes) * len(dashes) / 2, _MOST_DASHES))


def _scaled(stroke: Stroke, scale: float) -> Stroke:
    dashes = tuple(one * scale for one in stroke.dashes)
    return replace(stroke, width=stroke.width * scale, dashes=dashes, offset=stroke.offset * scale)
