"""Ids within a presentation: which must differ, and from which ranges (the types of ECMA-376 Part 1 that are named)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lxml import etree

_NAMESPACES = {
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
}
_shapes = etree.XPath("//p:cNvPr/@id", namespaces=_NAMESPACES)
_slides = etree.XPath("//p:sldIdLst/p:sldId/@id", namespaces=_NAMESPACES)
_in_sections = etree.XPath("//p14:section/p14:sldIdLst/p14:sldId/@id", namespaces=_NAMESPACES)
_masters_and_layouts = etree.XPath("//p:sldMasterId/@id | //p:sldLayoutId/@id", namespaces=_NAMESPACES)

_SHAPE_IDS = range(1, 2**31)  # ST_DrawingElementId allows more; PowerPoint's own stay within these
_SLIDE_IDS = range(256, 2**31)  # ST_SlideId
_LAYOUT_IDS = range(2**31, 2**32)  # ST_SlideMasterId and ST_SlideLayoutId: one range, and no id in both


def id_faults(trees: Mapping[str, etree._Element]) -> Iterator[str]:
    """Yield the doubled ids in a package's parts of XML, and those out of range."""
    for name, tree in trees.items():
        yield from _faults(texts(_shapes, tree), _SHAPE_IDS, f"shapes of `{name}`")
    yield from _faults(_all(_slides, trees), _SLIDE_IDS, "slides")
    yield from _faults(_all(_masters_and_layouts, trees), _LAYOUT_IDS, "masters and layouts")
    sections = _all(_in_sections, trees)
    if sections and sorted(sections) != sorted(_all(_slides, trees)):
        yield "the sections do not hold each slide once"


def _all(find: etree.XPath, trees: Mapping[str, etree._Element]) -> list[str]:
    return [id for tree in trees.values() for id in texts(find, tree)]


def texts(find: etree.XPath, tree: etree._Element) -> list[str]:
    """Return the attributes that an XPath finds."""
    found: Any = find(tree)
    return [str(one) for one in found]


def _faults(ids: Iterable[str], allowed: range, whose: str) -> Iterator[str]:
    for id, count in Counter(ids).items():
        if count > 1:
            yield f"{count} {whose} have the id {id}"
        if not id.isdecimal() or int(id) not in allowed:
            yield f"{whose} have the id {id}, which is out of range"
