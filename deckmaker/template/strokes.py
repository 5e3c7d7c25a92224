"""Lines of shapes as strokes of SVG (ECMA-376 part 1, 20.1.2.2.24)."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from xml.etree.ElementTree import Element

from deckmaker.template.canvas import Canvas, Source, decimal
from deckmaker.template.fills import fill_in, paint_attributes, painted
from deckmaker.template.names import A, local
from deckmaker.template.numbers import attribute, points, share
from deckmaker.template.template import TemplateColor

_USUAL_WIDTH = 0.75
_DASHES = {
    "dot": (1, 3),
    "sysDot": (1, 1),
    "dash": (4, 3),
    "sysDash": (3, 1),
    "lgDash": (8, 3),
    "dashDot": (4, 3, 1, 3),
    "sysDashDot": (3, 1, 1, 1),
    "lgDashDot": (8, 3, 1, 3),
    "lgDashDotDot": (8, 3, 1, 3, 1, 3),
    "sysDashDotDot": (3, 1, 1, 1, 1, 1),
}
"""Dashes and gaps, in multiples of the width (20.1.10.49)."""

_CAPS = {"rnd": "round", "sq": "square"}
_PIECES = 20
"""Dashes that a line of its own kind may have."""


def stroked(
    line: Element | None, style: Element | None, source: Source, size: tuple[float, float], canvas: Canvas, shape: str
) -> Mapping[str, str]:
    """Return how the line of a shape is drawn; nothing where it has none.

    `line` is its own, `style` refers to one of the theme and its colour.
    """
    reference = style.find(f"{A}lnRef") if style is not None else None
    base = source.palette.scheme.line(attribute(reference, "idx"))
    referred = source.palette.color_in(reference)
    own = fill_in(line)
    fill = own if own is not None else fill_in(base)
    if fill is None or local(fill.tag) == "noFill":
        return {}
    width = points(line, "w", points(base, "w", _USUAL_WIDTH))
    if width <= 0:
        return {}
    paint = _paint(fill, source, referred if own is None else None, size, canvas, shape)
    if not paint:
        return {}
    _tell_ends(line, base, source, canvas, shape)
    return {**paint, "stroke-width": decimal(width), **_form(line, base, width)}


def _paint(
    fill: Element, source: Source, referred: TemplateColor | None, size: tuple[float, float], canvas: Canvas, shape: str
) -> dict[str, str]:
    palette = source.palette.of(referred)
    if local(fill.tag) == "solidFill":
        color = palette.color_in(fill)
        return paint_attributes(color, "stroke") if color else {}
    filled = painted(fill, Source(source.package, source.part, palette), size, canvas, shape)
    found = {"stroke": filled["fill"], "stroke-opacity": filled.get("fill-opacity", "1")}
    return {} if found["stroke"] == "none" else found


def _form(line: Element | None, base: Element | None, width: float) -> dict[str, str]:
    """Return dashes, caps and joins."""
    found: dict[str, str] = {}
    parts = [one for one in (line, base) if one is not None]
    for part in parts:
        if dash := _dashes(part):
            if dash != (0,):
                found["stroke-dasharray"] = " ".join(decimal(one * width) for one in dash)
            break
    if cap := next((cap for part in parts if (cap := part.get("cap"))), None):
        found["stroke-linecap"] = _CAPS.get(cap, "butt")
    joins = [name for part in parts for name in ("round", "bevel", "miter") if part.find(f"{A}{name}") is not None]
    return {**found, "stroke-linejoin": joins[0] if joins else "round"}


def _dashes(line: Element) -> tuple[float, ...]:
    """Return a line's dashes, (0,) for one without gaps, nothing where it does not say."""
    preset, custom = line.find(f"{A}prstDash"), line.find(f"{A}custDash")
    if preset is not None:
        return _DASHES.get(preset.get("val") or "", (0,))
    if custom is not None:
        pieces = islice(custom.iterfind(f"{A}ds"), _PIECES)
        return tuple(max(0.0, share(one, key)) for one in pieces for key in ("d", "sp")) or (0,)
    return ()


def _tell_ends(line: Element | None, base: Element | None, source: Source, canvas: Canvas, shape: str) -> None:
    """Remember what of a line is not shown: arrows at its ends, and a second line beside it."""
    for part in (one for one in (line, base) if one is not None):
        for name in ("headEnd", "tailEnd"):
            end = part.find(f"{A}{name}")
            if end is not None and end.get("type", "none") != "none":
                canvas.miss("the arrow at the end of a line", source, shape)
        if part.get("cmpd", "sng") != "sng":
            canvas.miss("a line of several lines, which is shown as one", source, shape)
