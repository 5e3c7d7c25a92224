"""Shapes with arrows between them to a diagram: who is joined with whom, by what holds an arrow, else by where it ends.

Places are not taken over: decks have none. Source: ECMA-376 part 1, 19.3.1.19 and 20.1.2.2.12.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from math import cos, hypot, radians, sin
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from deckmaker.importing.powerpoint.alternative_texts import said_of, tells_arrows
from deckmaker.importing.powerpoint.order import around
from deckmaker.importing.powerpoint.shapes import Shape, description_of
from deckmaker.importing.powerpoint.texts import words_in
from deckmaker.model.diagram import IN_WORDS, MOST_EDGES, MOST_NODES
from deckmaker.model.geometry import Rect
from deckmaker.resolve.arrows import is_plain
from deckmaker.template.names import A, P
from deckmaker.template.numbers import attribute

OUR_GROUP, _OUR_LABEL = "Diagram ", "Label "
"""How groups begin that our own diagrams are, and shapes with what an arrow of theirs means."""

_NEAR = 4.0
"""Points from a shape's edge within which an arrow ends at it."""

_LONGEST = 90
"""Characters of a shape's words at most: what is longer is a text with arrows beside it."""

_MOST_LOOKS = 4 * MOST_NODES * MOST_EDGES
"""Shapes times arrows, as far as each is looked at."""

_FEW = 2
"""Arrows that make a drawing of others a diagram: a single one points at something."""

_FORMS = {
    "diamond": "diamond",
    "flowChartDecision": "diamond",
    "ellipse": "ellipse",
    "flowChartConnector": "ellipse",
    "flowChartTerminator": "round",
}
_PILL = 40_000
"""The share of a rounded rectangle's shorter side, in thousandths of a percent, from which its ends are round."""

_DEGREE = 60_000

Point = tuple[float, float]


class _Line(NamedTuple):
    source: int
    target: int
    ends: tuple[bool, bool]
    dashed: bool
    text: str
    shapes: tuple[Shape, ...]
    """What it is drawn of, with the shape that holds its text."""


class DrawnDiagram(NamedTuple):
    """A diagram as decks have it, where it stands, and the shapes that it is drawn of."""

    value: dict[str, Any]
    place: Rect
    shapes: tuple[Shape, ...]


class TooLarge(NamedTuple):
    """A drawing that has more boxes or arrows than a diagram may have, as `said`; its `arrows` have no words."""

    said: str
    arrows: tuple[Shape, ...]


def diagram_of(shapes: Sequence[Shape], words: Callable[[Shape], str]) -> DrawnDiagram | TooLarge | None:
    """Return the diagram that some shapes of a slide are, None where arrows join none. `words` are those of a shape, on
    one line as decks write them, empty where it has none or has a list or a long text.

    Its shapes are those whose words it says: all others stay what they are, and no word is lost.
    """
    lines, boxes = _lines(shapes, words)
    joined = dict.fromkeys(index for line in lines for index in (line.source, line.target))
    is_ours = any(line.shapes[0].group.startswith(OUR_GROUP) for line in lines)
    if len(lines) < (1 if is_ours else _FEW):
        return None
    if not is_ours and any(len(boxes[index][1]) > _LONGEST for index in joined):
        return None
    if len(lines) > MOST_EDGES or len(joined) > MOST_NODES:
        arrows = tuple(one for line in lines for one in line.shapes if one.kind == "cxnSp")
        return TooLarge(f"{len(joined)} boxes and {len(lines)} arrows", arrows)
    used = tuple(
        dict.fromkeys((*(one for line in lines for one in line.shapes), *(boxes[index][0] for index in joined)))
    )
    value = _value(lines, {index: boxes[index] for index in joined})
    return DrawnDiagram(value, around([one.place for one in used if one.place]), used)


def arrows_of(shapes: Sequence[Shape], words: Callable[[Shape], str]) -> list[str]:
    """Return the arrows of a slide in words, such as `Order → Check`, in an order that no place decides. Each joins two
    shapes with `words`."""
    lines, boxes = _lines(shapes, words)
    return sorted(_in_words(one, boxes) for one in lines)


def _in_words(line: _Line, boxes: Sequence[tuple[Shape, str]]) -> str:
    source, arrow, target = _led(line)
    return f"{boxes[source][1]} {IN_WORDS[arrow]} {boxes[target][1]}{', dashed' if line.dashed else ''}"


def _lines(shapes: Sequence[Shape], words: Callable[[Shape], str]) -> tuple[list[_Line], list[tuple[Shape, str]]]:
    """Return lines between shapes with words, and these with what they say; nothing where that were too much work."""
    drawn = [one for one in shapes if one.place and (one.kind == "cxnSp" or _is_line(one))]
    others = [one for one in shapes if one.kind == "sp" and not one.type and one.place and one.body is not None]
    others = [one for one in others if not _is_line(one)]
    if not drawn or len(others) * len(drawn) > _MOST_LOOKS:
        return [], []
    boxes = [(one, said) for one in others if (said := words(one))]
    found = [line for one in drawn if (line := _joined(one, [box for box, _ in boxes], words))]
    return _labelled(found, boxes), boxes


def described(root: Element, shapes: Sequence[Shape]) -> str:
    """Return what somebody has said of the group that a diagram is: nothing where its arrows say it, and where it is
    not one group."""
    first = shapes[0].group
    names = {first} if first.startswith(OUR_GROUP) else {one.group for one in shapes}
    named = [
        own
        for one in root.iter(f"{P}grpSp")
        if (own := one.find(f"{P}nvGrpSpPr/{P}cNvPr")) is not None and names == {own.get("name")}
    ]
    said = said_of(description_of(named[0])) if len(named) == 1 else ""
    return "" if tells_arrows(said) else said


def is_arrow(shape: Shape) -> bool:
    """Tell whether a line means that something leads somewhere: it has a head, or holds on to a shape."""
    heads = (shape.element.find(f"{P}spPr/{A}ln/{A}{name}") for name in ("headEnd", "tailEnd"))
    holds = any(next(shape.element.iter(f"{A}{name}"), None) is not None for name in ("stCxn", "endCxn"))
    return holds or any(one is not None and one.get("type", "none") != "none" for one in heads)


def _is_line(shape: Shape) -> bool:
    """Tell whether a shape is an open line, drawn by hand."""
    path = shape.element.find(f"{P}spPr/{A}custGeom/{A}pathLst/{A}path")
    return shape.kind == "sp" and path is not None and path.get("fill") == "none" and path.find(f"{A}close") is None


def _joined(shape: Shape, boxes: Sequence[Shape], words: Callable[[Shape], str]) -> _Line | None:
    """Return between which boxes a line leads, None where an end of it is at none, or both are at one.

    What somebody has typed into the line itself it means; paragraphs are a text of the slide, and it is no line.
    """
    text = words(shape)
    if not text and words_in(shape):
        return None
    ids = {one.element.find(f"{P}nvSpPr/{P}cNvPr"): index for index, one in enumerate(boxes)}
    by_id = {own.get("id"): index for own, index in ids.items() if own is not None}
    stops = []
    for name, point in zip(("stCxn", "endCxn"), _ends(shape), strict=True):
        held = next(shape.element.iter(f"{A}{name}"), None)
        known = by_id.get(held.get("id")) if held is not None else None
        stops.append(_nearest(point, boxes) if known is None else known)
    source, target = stops
    if source is None or target is None or (source == target and not shape.group.startswith(OUR_GROUP)):
        return None
    line = shape.element.find(f"{P}spPr/{A}ln")
    heads = [line.find(f"{A}{name}") if line is not None else None for name in ("headEnd", "tailEnd")]
    ends = tuple(one is not None and one.get("type", "none") != "none" for one in heads)
    dash = line.find(f"{A}prstDash") if line is not None else None
    is_dashed = dash is not None and dash.get("val") not in (None, "solid")
    return _Line(source, target, (ends[0], ends[1]), is_dashed, text, (shape,))


def _ends(shape: Shape) -> tuple[Point, Point]:
    """Return where a line begins and ends on the slide."""
    place = shape.place
    assert place
    begin, end = (0.0, 0.0), (1.0, 1.0)
    path = shape.element.find(f"{P}spPr/{A}custGeom/{A}pathLst/{A}path")
    if path is not None:
        sides = (attribute(path, "w") or 1, attribute(path, "h") or 1)
        points = [(attribute(one, "x") / sides[0], attribute(one, "y") / sides[1]) for one in path.iter(f"{A}pt")]
        begin, end = (points[0], points[-1]) if points else (begin, end)
    frame = shape.element.find(f"{P}spPr/{A}xfrm")
    turn = radians(attribute(frame, "rot") / _DEGREE) if frame is not None else 0.0
    flips = [frame is not None and frame.get(name) in ("1", "true") for name in ("flipH", "flipV")]
    found = []
    for x, y in (begin, end):
        across = ((1 - x if flips[0] else x) - 0.5) * place.width
        down = ((1 - y if flips[1] else y) - 0.5) * place.height
        found.append(
            (
                place.x + place.width / 2 + across * cos(turn) - down * sin(turn),
                place.y + place.height / 2 + across * sin(turn) + down * cos(turn),
            )
        )
    return found[0], found[1]


def _nearest(point: Point, boxes: Sequence[Shape]) -> int | None:
    """Return the box at whose edge a point lies, or the smallest in which it does."""
    near = []
    for index, box in enumerate(boxes):
        rect = box.place
        assert rect
        across = max(rect.x - point[0], 0.0, point[0] - rect.right)
        down = max(rect.y - point[1], 0.0, point[1] - rect.bottom)
        if (apart := hypot(across, down)) <= _NEAR:
            near.append((apart, rect.width * rect.height, index))
    return min(near)[2] if near else None


def _labelled(lines: Sequence[_Line], boxes: Sequence[tuple[Shape, str]]) -> list[_Line]:
    """Return lines that lead through one of our labels as one, with what it says. Halves of such lines are none."""
    labels = {index for index, (one, _) in enumerate(boxes) if one.name.startswith(_OUR_LABEL)}
    into = {line.target: line for line in lines if line.target in labels and line.source not in labels}
    found = []
    for line in lines:
        if line.target in labels:
            continue
        if line.source not in labels:
            found.append(line)
        elif before := into.get(line.source):
            label, said = boxes[line.source]
            text = " ".join(one for one in (before.text, said, line.text) if one)
            ends = (before.ends[0], line.ends[1])
            shapes = (*before.shapes, *line.shapes, label)
            found.append(_Line(before.source, line.target, ends, line.dashed, text, shapes))
    return found


def _led(line: _Line) -> tuple[int, str, int]:
    """Return where a line begins, the arrow that decks have for it, and where it ends."""
    if line.ends == (True, False):
        return line.target, "->", line.source
    return line.source, "<->" if all(line.ends) else "->" if any(line.ends) else "--", line.target


def _value(lines: Sequence[_Line], boxes: dict[int, tuple[Shape, str]]) -> dict[str, Any]:
    names = dict(_names(boxes))
    edges: list[Any] = []
    for one in lines:
        source, arrow, target = _led(one)
        edge = f"{names[source]} {arrow} {names[target]}"
        if one.dashed:
            edges.append({"edge": edge, **({"text": one.text} if one.text else {}), "line": "dashed"})
        else:
            edges.append({edge: one.text} if one.text else edge)
    direction = _direction(lines, boxes)
    value: dict[str, Any] = {**({"direction": direction} if direction else {}), "edges": edges}
    nodes = {names[index]: told for index, (shape, said) in boxes.items() if (told := _told(shape, said, names[index]))}
    if nodes:
        value["nodes"] = nodes
    return value


def _names(boxes: dict[int, tuple[Shape, str]]) -> Iterator[tuple[int, str]]:
    """Yield what edges call each box: its words, where these are its alone and plain."""
    times = Counter(said for _, said in boxes.values())
    numbers = count(1)
    for index, (_, said) in boxes.items():
        if times[said] == 1 and is_plain(said):
            yield index, said
        else:
            yield index, next(name for number in numbers if (name := f"box {number}") not in times)


def _told(shape: Shape, said: str, name: str) -> dict[str, str]:
    form = _form(shape)
    return {**({"text": said} if said != name else {}), **({"shape": form} if form else {})}


def _form(shape: Shape) -> str:
    """Return the shape that decks have for a form, nothing for a box."""
    preset = shape.element.find(f"{P}spPr/{A}prstGeom")
    kind = preset.get("prst", "") if preset is not None else ""
    if kind == "roundRect" and preset is not None:
        guide = preset.find(f"{A}avLst/{A}gd")
        share = guide.get("fmla", "").removeprefix("val ") if guide is not None else ""
        return "round" if share.isdecimal() and int(share[:9]) >= _PILL else ""
    return _FORMS.get(kind, "")


def _direction(lines: Sequence[_Line], boxes: dict[int, tuple[Shape, str]]) -> str | None:
    """Return where most lines lead that lead to what stands beside or below."""
    votes = Counter[str]()
    for one in lines:
        start, end = boxes[one.source][0].place, boxes[one.target][0].place
        if start and end:
            across = max(start.x - end.right, end.x - start.right) > 0
            down = max(start.y - end.bottom, end.y - start.bottom) > 0
            if across != down:
                votes["right" if across else "down"] += 1
    return max(votes, key=lambda one: votes[one]) if votes["right"] != votes["down"] else None
