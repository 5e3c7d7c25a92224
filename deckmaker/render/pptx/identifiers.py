"""Ids within a presentation: which must differ, and from which ranges (the types of ECMA-376 Part 1 that are named)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from lxml import etree

_NAMESPACES = {
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
}


def _path(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces=_NAMESPACES, smart_strings=False)


_shapes = _path("//p:cNvPr[not(ancestor::mc:Fallback)]/@id")  # what stands in for a shape has the id of that
_slides = _path("//p:sldIdLst/p:sldId/@id")
_in_sections = _path("//p14:section/p14:sldIdLst/p14:sldId/@id")
_masters_and_layouts = _path("//p:sldMasterId/@id | //p:sldLayoutId/@id")
_placeholders = _path("//p:nvPr[not(ancestor::mc:Fallback)]/p:ph")

_TITLES = ("title", "ctrTitle")
_SHAPE_IDS = range(1, 2**31)  # ST_DrawingElementId allows more; PowerPoint's own stay within these
_SLIDE_IDS = range(256, 2**31)  # ST_SlideId
_LAYOUT_IDS = range(2**31, 2**32)  # ST_SlideMasterId and ST_SlideLayoutId: one range, and no id in both


class PartIds(NamedTuple):
    """The ids in a part of XML. Placeholders are known by type and index."""

    shapes: list[str]
    slides: list[str]
    in_sections: list[str]
    masters_and_layouts: list[str]
    placeholders: list[tuple[str, str]]


def ids_of(tree: etree._Element) -> PartIds:
    """Return the ids in a part."""
    found: Any = _placeholders(tree)
    placeholders = [(one.get("type", "obj"), one.get("idx", "0")) for one in found]
    shapes, slides, in_sections, masters_and_layouts = (
        texts(find, tree) for find in (_shapes, _slides, _in_sections, _masters_and_layouts)
    )
    return PartIds(shapes, slides, in_sections, masters_and_layouts, placeholders)


def id_faults(parts: Mapping[str, PartIds]) -> Iterator[str]:
    """Yield the doubled ids in a package's parts of XML, and those out of range."""
    for name, ids in parts.items():
        yield from _faults(ids.shapes, _SHAPE_IDS, f"shapes of `{name}`")
    slides = [id for ids in parts.values() for id in ids.slides]
    in_sections = [id for ids in parts.values() for id in ids.in_sections]
    masters_and_layouts = [id for ids in parts.values() for id in ids.masters_and_layouts]
    yield from _faults(slides, _SLIDE_IDS, "slides")
    yield from _faults(masters_and_layouts, _LAYOUT_IDS, "masters and layouts")
    if in_sections and sorted(in_sections) != sorted(slides):
        yield "the sections do not hold each slide once"


def placeholder_faults(name: str, ids: PartIds, layout: PartIds | None) -> Iterator[str]:
    """Yield what is wrong with the placeholders of a slide or of a layout; a slide's are those of its `layout`.

    What its layout does not know is shown where PowerPoint pleases, and in its own look. A title is known by its type,
    whatever its index: in files that LibreOffice writes the main text has 0, too.
    """
    counts = Counter((type in _TITLES, index) for type, index in ids.placeholders)
    doubled = ((index, count) for (_, index), count in counts.items() if count > 1)
    yield from (f"{count} placeholders of `{name}` have the index {one}" for one, count in doubled)
    for type, index in ids.placeholders:
        if layout and (type, index) not in layout.placeholders:
            yield f"`{name}` has a placeholder `{type}` with the index {index}, which its layout does not have"


def texts(find: etree.XPath, tree: etree._Element) -> list[str]:
    """Return the attributes that an XPath without smart strings finds."""
    found: Any = find(tree)
    return list(found)


def _faults(ids: Iterable[str], allowed: range, whose: str) -> Iterator[str]:
    for id, count in Counter(ids).items():
        if count > 1:
            yield f"{count} {whose} have the id {id}"
        if not id.isdecimal() or int(id) not in allowed:
            yield f"{whose} have the id {id}, which is out of range"
