"""SmartArt to a list: its words, each below the one that it belongs to (ECMA-376 part 1, 21.4.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias
from xml.etree.ElementTree import Element

from deckmaker.importing.lists import Item, Items
from deckmaker.importing.marks import escaped, with_marks
from deckmaker.importing.powerpoint.fills import AS_IMAGE
from deckmaker.importing.powerpoint.lost_addresses import lost_link
from deckmaker.importing.powerpoint.shapes import click_in
from deckmaker.importing.powerpoint.symbols import with_signs
from deckmaker.importing.prose import paragraph
from deckmaker.importing.seen_texts import seen_line, seen_text
from deckmaker.model import Run
from deckmaker.resolve.addresses import address_of
from deckmaker.resolve.text_markdown import DEEPEST
from deckmaker.template.names import A, R
from deckmaker.template.numbers import attribute
from deckmaker.template.package import Relationship

Relations: TypeAlias = Mapping[str, Relationship]
"""What the part of a diagram refers to, by its ids."""

_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_SHOWN = ("node", "asst")
"""Types of points with words; an assistant is a node of an organization chart."""

_BETWEEN = ("sibTrans", "parTrans")
"""Types of points that stand between others, such as arrows."""

_DEEPEST_POINT = 30
"""Points below one another, as far as they are followed."""


def words_of(root: Element, relations: Relations) -> Items | None:
    """Return the words of a diagram as a list with lists below its items; None where it has no words."""
    points = {one.get("modelId", ""): _words(one, relations) for one in root.iter(f"{_DIAGRAM}pt")}
    below: dict[str, list[tuple[int, str]]] = {}
    for one in root.iter(f"{_DIAGRAM}cxn"):
        if one.get("type", "parOf") == "parOf":
            below.setdefault(one.get("srcId", ""), []).append((attribute(one, "srcOrd"), one.get("destId", "")))
    order = {id: [to for _, to in sorted(found)] for id, found in below.items()}
    led_to = {id for found in order.values() for id in found}
    left = dict.fromkeys(points)
    tops = [id for id in points if id not in led_to]
    found = list(_items(tops, points, order, left, 1, 0))
    found += [Item([paragraph(points[id])]) for id in left if points[id]]  # in a ring, or too deep
    return Items(None, found) if found else None


def lost_of(root: Element, relations: Relations) -> Iterator[tuple[str, str, str]]:
    """Yield what a list has no place for of a diagram, with what helps, and the words that it is about: those on what
    joins its points, pictures, and links that lead to no page of the web, or are on no words."""
    for one in root.iter(f"{_DIAGRAM}pt"):
        has_words = bool(_words(one, relations))
        if one.get("type") in _BETWEEN and (said := _said(one)):
            help = "write it in the items that it joins, or draw a `diagram` with it on an arrow"
            yield "words on the arrows of SmartArt are left out: NAMES", help, said
        for _ in one.iter(f"{A}blip"):
            yield "a picture in SmartArt is left out", AS_IMAGE, ""
        for around in one.iter():
            if (click := click_in(around)) is None:
                continue
            address = _address(click, relations)
            if not address:
                yield lost_link(click, relations)
            elif not has_words:
                yield "a link on a picture or a shape is left out: NAMES", "link in a `text`", address


def _items(
    ids: Sequence[str],
    points: Mapping[str, str],
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
        words = points[id]
        below = order.get(id, ()) if depth < _DEEPEST_POINT else ()
        if not words or level == DEEPEST:
            yield from [Item([paragraph(words)])] if words else []
            yield from _items(below, points, order, left, level, depth + 1)
        else:
            inner = list(_items(below, points, order, left, level + 1, depth + 1))
            yield Item([paragraph(words)], Items(None, inner) if inner else None)


def _words(point: Element, relations: Relations) -> str:
    """Return the words of a point, with their links; a link on all of it is one of its words."""
    if point.get("type", "node") not in _SHOWN:
        return ""
    if next(point.iter(f"{A}hlinkClick"), None) is None:
        return escaped(_said(point))
    texts = {one.find(f"{A}rPr") for one in point.iter(f"{A}r")}
    whole = (click_in(one) for one in point.iter() if one not in texts)
    of_point = next((_address(one, relations) for one in whole if one is not None), None)
    runs: list[Run] = []
    for line in point.iter(f"{A}p"):
        runs += [Run(" ", link=of_point)] if runs else []
        for one in line:
            click = click_in(one.find(f"{A}rPr"))
            link = of_point if click is None else _address(click, relations)
            runs.append(Run(with_signs("".join(text.text or "" for text in one.iter(f"{A}t"))), link=link))
    return " ".join(with_marks(runs).split()) if seen_text("".join(run.text for run in runs)) else ""


def _address(click: Element, relations: Relations) -> str | None:
    """Return the address of a page of the web to which a click leads; None for anything else."""
    to = relations.get(click.get(f"{R}id", ""))
    return address_of(to.target) if to and to.is_external else None


def _said(point: Element) -> str:
    lines = ("".join(text.text or "" for text in one.iter(f"{A}t")) for one in point.iter(f"{A}p"))
    return with_signs(seen_line(" ".join(lines)))
