"""The outlines of shapes as path data of SVG: custom geometry, and the standard's presets (ECMA-376 part 1, 20.1.9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import atan2, ceil, cos, pi, sin, tau
from xml.etree.ElementTree import Element

from deckmaker.budget.templates import TEMPLATE_GUIDES
from deckmaker.dataclasses import dataclass
from deckmaker.template.guides import NoGuide, guides_of, radians_of, reckoned, value
from deckmaker.template.names import A, local
from deckmaker.template.numbers import EMU, flag, number
from deckmaker.template.preset_shapes import LIKE, preset_shape

_STEPS = {"moveTo": "M", "lnTo": "L", "cubicBezTo": "C", "quadBezTo": "Q"}
_POINTS = {"M": 1, "L": 1, "C": 3, "Q": 2}
_SHADES = {"lighten": 0.4, "lightenLess": 0.2, "darken": -0.4, "darkenLess": -0.2}


class NoOutline(Exception):
    """A shape whose outline is not known, or makes no sense: a noun with its article."""


@dataclass(frozen=True, slots=True)
class TemplateOutline:
    """One path of a shape: data in points from the shape's top left corner.

    `shade` is by how much its fill is lighter, from 0 to 1, or darker, down to -1.
    """

    data: str
    filled: bool = True
    stroked: bool = True
    shade: float = 0.0


@dataclass(frozen=True, slots=True)
class _Step:
    """A step of a path: its letter, A for an arc, and its words."""

    letter: str
    words: tuple[str, ...]


def outlines_of(properties: Element, width: float, height: float) -> tuple[TemplateOutline, ...]:
    """Return the paths of a shape of a size in points. Raises NoOutline."""
    guides = guides_of(width * EMU, height * EMU)
    custom, preset = properties.find(f"{A}custGeom"), properties.find(f"{A}prstGeom")
    try:
        if custom is not None:
            return tuple(_custom(custom, guides, width, height))
        if preset is None:
            raise NoOutline("a shape without an outline")
        return tuple(_preset(preset, guides))
    except NoGuide as error:
        raise NoOutline("an outline that cannot be reckoned") from error


def _custom(geometry: Element, guides: dict[str, float], width: float, height: float) -> Iterator[TemplateOutline]:
    _check(sum(1 for _ in geometry.iter()))
    for one in (*geometry.iterfind(f"{A}avLst/{A}gd"), *geometry.iterfind(f"{A}gdLst/{A}gd")):
        guides[one.get("name") or ""] = reckoned(one.get("fmla") or "", guides)
    for path in geometry.iterfind(f"{A}pathLst/{A}path"):
        across, down = number(path.get("w")), number(path.get("h"))
        # A path without a size of its own is in the shape's (20.1.9.15).
        scale = (width / across if across > 0 else 1 / EMU, height / down if down > 0 else 1 / EMU)
        data = _data(_steps(path), guides, scale)
        if data:
            fill = path.get("fill", "norm")
            yield TemplateOutline(data, fill != "none", flag(path, "stroke", True), _SHADES.get(fill, 0.0))


def _steps(path: Element) -> Iterator[_Step]:
    for one in path:
        name = local(one.tag)
        if name == "close":
            yield _Step("Z", ())
        elif name == "arcTo":
            yield _Step("A", tuple(one.get(key) or "0" for key in ("wR", "hR", "stAng", "swAng")))
        elif letter := _STEPS.get(name):
            points = one.findall(f"{A}pt")
            if len(points) != _POINTS[letter]:
                raise NoGuide(name)
            yield _Step(letter, tuple(point.get(key) or "0" for point in points for key in "xy"))


def _preset(geometry: Element, guides: dict[str, float]) -> Iterator[TemplateOutline]:
    name = geometry.get("prst") or ""
    shape = preset_shape(LIKE.get(name, name))
    if shape is None:
        raise NoOutline(f"the form `{name}`")
    guides |= shape.adjustments
    for one in geometry.iterfind(f"{A}avLst/{A}gd"):
        guides[one.get("name") or ""] = reckoned(one.get("fmla") or "", guides)
    for guide, formula in shape.guides:
        guides[guide] = reckoned(formula, guides)
    for path in shape.paths:
        steps = _read(path.steps)
        yield TemplateOutline(_data(steps, guides, (1 / EMU, 1 / EMU)), path.filled, path.stroked, path.shade)


def _read(written: str) -> Iterator[_Step]:
    """Yield the steps of a preset: a letter and the words behind it."""
    words = written.split()
    while words:
        letter = words.pop(0)
        count = {"Z": 0, "A": 4}.get(letter, 2 * _POINTS.get(letter, 1))
        yield _Step(letter, tuple(words[:count]))
        del words[:count]


def _data(steps: Iterable[_Step], guides: dict[str, float], scale: tuple[float, float]) -> str:
    """Return path data of SVG, in points. Raises NoGuide."""
    out: list[str] = []
    pen = start = (0.0, 0.0)
    for step in steps:
        numbers = [value(word, guides) for word in step.words]
        if step.letter == "Z":
            out.append("Z")
            pen = start
        elif step.letter == "A":
            if not out:
                raise NoGuide("an arc that begins nowhere")
            radii = abs(numbers[0] * scale[0]), abs(numbers[1] * scale[1])
            written, pen = _arc(pen, radii, radians_of(numbers[2]), radians_of(numbers[3]))
            out += written
        else:
            if not out and step.letter != "M":
                out.append("M0 0")
            at = [one * scale[index % 2] for index, one in enumerate(numbers)]
            out.append(step.letter + _written(at))
            pen = (at[-2], at[-1])
            start = pen if step.letter == "M" else start
    return "".join(out)


def _arc(
    pen: tuple[float, float], radii: tuple[float, float], begin: float, sweep: float
) -> tuple[list[str], tuple[float, float]]:
    """Return an arc from the pen on, at most a quarter of an ellipse in a step, and where it ends.

    Angles are those that are seen, so that an ellipse's own differ from them (20.1.9.3).
    """
    across, down = radii
    sweep = max(-tau, min(tau, sweep))
    if not across or not down or not sweep:
        return [], pen
    first, last = _own_angle(begin, radii), _own_angle(begin + sweep, radii)
    count = max(1, ceil(abs(last - first) / (pi / 2) - 1e-9))
    x, y = pen[0] - across * cos(first), pen[1] - down * sin(first)
    written: list[str] = []
    for part in range(1, count + 1):
        angle = first + (last - first) * part / count
        pen = (x + across * cos(angle), y + down * sin(angle))
        written.append(f"A{_written(radii)} 0 0 {int(sweep > 0)} {_written(pen)}")
    return written, pen


def _own_angle(angle: float, radii: tuple[float, float]) -> float:
    """Return the parameter of an ellipse at which a line of an angle from its middle meets it, in the same turn."""
    own = atan2(radii[0] * sin(angle), radii[1] * cos(angle))
    return own + tau * round((angle - own) / tau)


def _written(numbers: Sequence[float]) -> str:
    return " ".join(f"{one:.3f}".rstrip("0").rstrip(".") for one in numbers)


def _check(count: int) -> None:
    if count > TEMPLATE_GUIDES.most:
        raise NoOutline(f"an outline of more than {TEMPLATE_GUIDES.limit}")
