"""SmartArt to a list: its words, each below the one that it belongs to (ECMA-376 part 1, 21.4.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from deckmaker.importing.lists import Item, Items
from deckmaker.importing.marks import escaped
from deckmaker.importing.powerpoint.symbols import with_signs
from deckmaker.importing.prose import paragraph
from deckmaker.resolve.text_markdown import DEEPEST
from deckmaker.template.names import A
from deckmaker.template.numbers import attribute

_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_SHOWN = ("node", "asst")
"""Types of points with words; an assistant is a node of an organization chart."""

_BETWEEN = ("sibTrans", "parTrans")
"""Types of points that stand between others, such as arrows."""

_DEEPEST_POINT = 30
"""Points below one another, as far as they are followed."""


def words_of(root: Element) -> Items | None:
    """Return the words of a diagram as a list with lists below its items; None where it has no words."""
    points = {one.get("modelId", ""): one for one in root.iter(f"{_DIAGRAM}pt")}
    below: dict[str, list[tuple[int, str]]] = {}
    for one in root.iter(f"{_DIAGRAM}cxn"):
        if one.get("type", "parOf") == "parOf":
            below.setdefault(one.get("srcId", ""), []).append((attribute(one, "srcOrd"), one.get("destId", "")))
    order = {id: [to for _, to in sorted(found)] for id, found in below.items()}
    led_to = {id for found in order.values() for id in found}
    left = dict.fromkeys(points)
    tops = [id for id in points if id not in led_to]
    found = list(_items(tops, points, order, left, 1, 0))
    found += [Item([paragraph(words)]) for id in left if (words := _words(points[id]))]  # in a ring, or too deep
    return Items(None, found) if found else None


def words_between(root: Element) -> list[str]:
    """Return the words on what joins the points of a diagram, which a list has no place for."""
    return [said for one in root.iter(f"{_DIAGRAM}pt") if one.get("type") in _BETWEEN and (said := _said(one))]


def _items(
    ids: Sequence[str],
    points: Mapping[str, Element],
    order: Mapping[str, Sequence[str]],
    left: dict[str, None],
    level: int,
    depth: int,
) -> Iterator[Item]:
    """Yield the items of points, each once; what stands below one without words, or too deep, stands in its place."""
    for id in ids:
        if id not in left:  # a connection leads nowhere, or to one that was there
            continue
        del left[id]
        words = _words(points[id])
        below = order.get(id, ()) if depth < _DEEPEST_POINT else ()
        if not words or level == DEEPEST:
            yield from [Item([paragraph(words)])] if words else []
            yield from _items(below, points, order, left, level, depth + 1)
        else:
            inner = list(_items(below, points, order, left, level + 1, depth + 1))
            yield Item([paragraph(words)], Items(None, inner) if inner else None)


def _words(point: Element) -> str:
    return escaped(_said(point)) if point.get("type", "node") in _SHOWN else ""


def _said(point: Element) -> str:
    lines = ("".join(text.text or "" for text in one.iter(f"{A}t")) for one in point.iter(f"{A}p"))
    return with_signs(" ".join(" ".join(lines).split()))
