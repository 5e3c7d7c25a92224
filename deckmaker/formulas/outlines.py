"""MathML to outlines, in the font STIX Two Math: ziamath sets it by the measures that the font has for mathematics."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element  # nosec B405: makes elements, and reads none

from deckmaker.assets.drawings.vectors.drawing import Outline, Step
from deckmaker.dataclasses import dataclass
from deckmaker.formulas.reading import INVISIBLE
from deckmaker.model.formula import MathNode
from deckmaker.patterns import pattern

if TYPE_CHECKING:
    from ziamath.zmath import Math

ASCENT, DESCENT = 0.75, 0.25
"""Ems that a formula has at least above and below its baseline, as a line of text has."""

_UNITS = 1_000
"""The size at which ziamath draws, in its pixels: an outline's numbers are thousandths of an em."""

_EM = 1.333
"""Ems of ziamath in each that is meant: it counts 96 pixels an inch, and its sizes 72 points (`Mnode.size_px`)."""

_ROW_SPACE, _LINE_SPACE = 0.45, 0.55
"""Ems between rows of a matrix, and between lines of a formula."""

_SPACED = {
    **dict.fromkeys("∩∪∧∨⊕⊖⊗⊘⊙⊎⊓⊔⊻⊼⊽∖∘∙⋆≀⋅×", (0.2222, 0.2222)),
    **dict.fromkeys(",;", (0.0, 0.1667)),
    "!": (0.0, 0.0),
}
"""Ems before and behind operators where LaTeX has others than ziamath (The TeXbook, chapter 18)."""

_BARS = "\u0305\u0332\u203e_"
"""Lines as long as what they stand above or below."""

_DASH = "\u2015"
"""What the font stretches to any length; it draws the others in pieces, or longer."""

_TOKEN = pattern(r"[MLQCZz]|-?[0-9]*\.?[0-9]+(?:e-?[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A formula as drawn: its width, and its height above and below its baseline, in ems.

    The outline's numbers are in ems, too, from the left end of the baseline on, y growing downward; it is filled by the
    rule of windings that are not zero.
    """

    width: float
    ascent: float
    descent: float
    outline: Outline

    def at(self, left: float, top: float, size: float) -> Iterator[Step]:
        """Yield the outline whose ems have `size` points, in a frame that begins there; y grows downward."""
        origin = left, top + self.ascent * size
        for name, numbers in self.outline:
            yield name, tuple(origin[index % 2] + one * size for index, one in enumerate(numbers))


class Undrawable(Exception):
    """A formula is read, and cannot be drawn."""


@lru_cache(maxsize=512)  # set in several places and sizes: some kilobytes for each part, of which a deck has a bound
def drawn(root: MathNode) -> Drawn:
    """Return the outlines of a formula. Raises Undrawable."""
    whole = Element("math", {"display": "block"})
    whole.extend(_elements(root.children))
    picture = Element("svg")
    try:
        _ziamath()(whole, size=_UNITS).drawon(picture)
    except (
        *(ArithmeticError, AssertionError, AttributeError),
        *(LookupError, RecursionError, TypeError, ValueError),
    ) as error:
        raise Undrawable from error  # as of a box above an arrow that grows, or a style of nothing
    steps = tuple(step for one in picture.iter() for step in _steps(one))
    points = [numbers[place : place + 2] for _, numbers in steps for place in range(0, len(numbers), 2)]
    if not points:
        return Drawn(1.0, ASCENT, DESCENT, ())
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    outline = tuple((name, _moved(numbers, -left)) for name, numbers in steps)
    return Drawn(right - left, max(ASCENT, -top), max(DESCENT, bottom), outline)


def missing_signs(root: MathNode) -> tuple[str, ...]:
    """Return the signs of a formula that the font lacks, each once."""
    font = _font()
    signs = dict.fromkeys(sign for one in root.walk() for sign in one.text if sign not in INVISIBLE)
    return tuple(sign for sign in signs if not sign.isspace() and font.glyphindex(sign) == 0)


@cache
def _ziamath() -> type[Math]:
    """Return what sets formulas. Rows in rows are measured twice by each: here only by the outermost, which asks."""
    with warnings.catch_warnings():
        # It finds its font by a function that Python 3.11 warns of, and 3.13 has taken back.
        warnings.simplefilter("ignore", DeprecationWarning)
        from ziamath.config import config
        from ziamath.nodes.mrow import Mrow
        from ziamath.zmath import Math

    config.svg2 = False  # whole paths, not symbols that are used
    measured = Mrow._get_height_nostretch

    def once(row: Any, line: Any, **given: Any) -> tuple[float, float]:
        # While a row is measured, nothing in it stretches, and its height has no use. Else n rows take 2ⁿ.
        return (0.0, 0.0) if given.get("nostretch") else measured(row, line, **given)

    Mrow._get_height_nostretch = once  # type: ignore[method-assign, assignment]
    return Math


@cache
def _font() -> Any:
    return _ziamath()(Element("math")).font


def _elements(nodes: Sequence[MathNode]) -> Iterator[Element]:
    for one in nodes:
        if not one.text or one.text.strip(INVISIBLE):
            yield _element(one)


def _element(node: MathNode) -> Element:
    """Return a node as ziamath reads it, whose lengths are larger, and whose lines above something are dashes."""
    if node.name in ("mover", "munder") and is_bar(node):
        own = Element(node.name, {"accent": "true", "accentunder": "true"})
        mark = Element("mo", {"stretchy": "true"})
        mark.text = _DASH
        own.extend((_element(node.children[0]), mark))
        return own
    given = {name: _length(value) for name, value in node.attributes}
    match node.name:
        case "mspace":
            given["width"] = f"{float(node.get('width') or 0) / _EM:.4f}em"
        case "mtd":
            given = {"columnalign": node.get("align") or "center"}
        case "mtable":
            spaces = [f"{float(one) / _EM:.4f}em" for one in (node.get("columnspacing") or "").split()]
            given["columnspacing"] = " ".join(spaces) or "0em"
            is_lines = node.get("displaystyle") == "true"
            given["rowspacing"] = f"{(_LINE_SPACE if is_lines else _ROW_SPACE) / _EM:.4f}em"
        case "mo" if node.text in _SPACED and not given.keys() & {"lspace", "rspace"}:
            before, behind = _SPACED[node.text]
            given |= {"lspace": f"{before / _EM:.4f}em", "rspace": f"{behind / _EM:.4f}em"}
        case _:
            pass
    own = Element("mstyle" if node.name == "mrow" and given else node.name, given)  # its rows have no styles
    own.text = node.text
    if node.name in ("mrow", "mtd", "msqrt", "mphantom"):
        own.extend(_elements(node.children))
    else:
        own.extend(map(_element, node.children))
    return own


def is_bar(node: MathNode) -> bool:
    """Tell whether what stands above or below something is a line as long as that."""
    mark = node.children[1]
    return bool(mark.text) and mark.text in _BARS and mark.get("stretchy") == "true"


def _length(value: str) -> str:
    """Return a length in ems as ziamath has it; all other values as they are."""
    number = value.removesuffix("em")
    if number == value:
        return value
    return f"{float(number) / _EM:.4f}em"


# --- What ziamath draws: paths that are filled, and rectangles and lines of the width of a rule ----------------------


def _steps(element: Element) -> Iterator[Step]:
    match element.tag:
        case "path" if element.get("stroke") and element.get("fill", "none") == "none":
            yield from _line(element)
        case "path":
            yield from _path(element.get("d", ""))
        case "rect":
            yield from _rectangle(element)
        case _:
            pass  # what holds these


def _path(written: str) -> Iterator[Step]:
    """Yield the steps of a path whose letters are all absolute; those of a curve with one control point have two."""
    tokens = iter(_TOKEN.findall(written))
    here = (0.0, 0.0)
    for name in tokens:
        match name:
            case "M" | "L":
                here = _point(tokens)
                yield name, here
            case "Q":
                control, end = _point(tokens), _point(tokens)
                yield "C", (*_towards(here, control), *_towards(end, control), *end)
                here = end
            case "C":
                points = (*_point(tokens), *_point(tokens))
                here = _point(tokens)
                yield "C", (*points, *here)
            case _:
                yield "Z", ()


def _point(tokens: Iterator[str]) -> tuple[float, float]:
    return float(next(tokens)) / _UNITS, float(next(tokens)) / _UNITS


def _towards(end: tuple[float, float], control: tuple[float, float]) -> tuple[float, float]:
    """Return the control point of a cubic curve that is the same as a quadratic one with its `control`."""
    return end[0] + (control[0] - end[0]) * 2 / 3, end[1] + (control[1] - end[1]) * 2 / 3


def _rectangle(element: Element) -> Iterator[Step]:
    x, y, width, height = (float(element.get(name, "0")) / _UNITS for name in ("x", "y", "width", "height"))
    if element.get("fill") != "none":
        if min(width, height) <= 0:
            return  # the line of a fraction without one
        yield from _closed((x, y), (x + width, y), (x + width, y + height), (x, y + height))
        return
    half = float(element.get("stroke-width", "0")) / _UNITS / 2
    for by in (half, -half):  # one way around outside, the other inside
        corners = (
            (x - by, y - by),
            (x + width + by, y - by),
            (x + width + by, y + height + by),
            (x - by, y + height + by),
        )
        yield from _closed(*(corners if by > 0 else corners[::-1]))


def _line(element: Element) -> Iterator[Step]:
    points = [numbers for _, numbers in _path(element.get("d", "")) if numbers]
    (x, y), (right, bottom) = points[0], points[-1]
    length = ((right - x) ** 2 + (bottom - y) ** 2) ** 0.5 or 1.0
    half = float(element.get("stroke-width", "0")) / _UNITS / 2
    across, down = -(bottom - y) / length * half, (right - x) / length * half
    corners = ((x, y, 1), (x, y, -1), (right, bottom, -1), (right, bottom, 1))
    yield from _closed(*((left + side * across, top + side * down) for left, top, side in corners))


def _closed(*corners: tuple[float, float]) -> Iterator[Step]:
    """Yield a form around corners that are given clockwise, as letters go: what lies over one is no hole in it."""
    first, *others = corners
    yield "M", first
    for one in others:
        yield "L", one
    yield "Z", ()


def _moved(numbers: tuple[float, ...], across: float) -> tuple[float, ...]:
    return tuple(one + across if index % 2 == 0 else one for index, one in enumerate(numbers))
