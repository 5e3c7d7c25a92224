"""The rules of PowerPoint's accessibility checker, as Microsoft publishes them, over the XML of a file.

Source: “Rules for the Accessibility Checker”, support.microsoft.com. Nothing here knows what wrote the file: parts are
found through relationships, inherited colours through placeholders, layout and master.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from zipfile import ZipFile

from lxml import etree

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_R_ID = f"{{{NAMESPACES['r']}}}id"
_SHAPES = "p:sp | p:pic | p:graphicFrame | p:grpSp | p:cxnSp"
_FILE = re.compile(r"\.(jpe?g|png|gif|svg|webp|tiff?|bmp)\b", re.IGNORECASE)
_VAGUE = re.compile(r"\s*((click )?here|more|link|read more|(https?://|www\.)\S+)\s*", re.IGNORECASE)
_DEFAULT_SECTION = re.compile(r"(default|untitled) section|section \d+", re.IGNORECASE)


class Presentation:
    """A file's parts as XML, by name."""

    def __init__(self, path: Path) -> None:
        with ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.main = self.xml("ppt/presentation.xml")

    def xml(self, name: str) -> etree._Element:
        """Return a part."""
        return etree.fromstring(self.parts[name])

    def targets(self, name: str) -> dict[str, str]:
        """Return what a part refers to: by id, parts' names and addresses."""
        own = f"{dirname(name)}/_rels/{name.rpartition('/')[2]}.rels"
        if own not in self.parts:
            return {}
        return {
            str(one.get("Id")): str(one.get("Target"))
            if one.get("TargetMode") == "External"
            else normpath(join(dirname(name), str(one.get("Target")))).lstrip("/")
            for one in self.xml(own).iter(_RELATIONSHIPS)
        }

    def slides(self) -> list[str]:
        """Return the slides' parts, in the order in which they are shown."""
        targets = self.targets("ppt/presentation.xml")
        return [targets[str(one.get(_R_ID))] for one in _find(self.main, "p:sldIdLst/p:sldId")]


def _find(element: etree._Element, path: str) -> list[etree._Element]:
    return element.xpath(path, namespaces=NAMESPACES)  # type: ignore[no-any-return]


def _words(element: etree._Element) -> str:
    paragraphs = ("".join(_text(one) for one in paragraph.iter()) for paragraph in _find(element, ".//a:p"))
    return "\n".join(paragraphs).strip()


def _text(element: etree._Element) -> str:
    return element.text or "" if etree.QName(element).localname == "t" else ""


def _own(shape: etree._Element) -> etree._Element:
    return _find(shape, "*/p:cNvPr")[0]


def _is_decorative(shape: etree._Element) -> bool:
    return bool(_find(_own(shape), ".//adec:decorative[@val='1']"))


def _shapes(tree: etree._Element) -> Iterator[etree._Element]:
    """Yield shapes in reading order; a group that is described stands for all that is in it."""
    for shape in _find(tree, _SHAPES):
        if etree.QName(shape).localname == "grpSp" and not _own(shape).get("descr") and not _is_decorative(shape):
            yield from _shapes(shape)
        else:
            yield shape


def _title(tree: etree._Element) -> etree._Element | None:
    found = _find(tree, "p:sp[p:nvSpPr/p:nvPr/p:ph[@type='title' or @type='ctrTitle']]")
    return found[0] if found else None


def complaints(path: Path) -> list[str]:
    """Return what the rules say against a presentation: the rule, the slide, and what breaks it."""
    deck = Presentation(path)
    found: list[str] = []
    titles: list[str] = []
    for number, name in enumerate(deck.slides(), start=1):
        tree = _find(deck.xml(name), "p:cSld/p:spTree")[0]
        layout = next(one for one in deck.targets(name).values() if "/slideLayouts/" in one)
        found += (f"slide {number}: {one}" for one in _slide_complaints(tree, deck.xml(layout)))
        title = _title(tree)
        titles.append(_words(title) if title is not None else "")
    found += (f"duplicate slide title: {one}" for one, count in Counter(titles).items() if one and count > 1)
    found += _section_complaints(deck)
    if not _find(deck.xml("docProps/core.xml"), "*[local-name()='title'][normalize-space()]"):
        found.append("the file has no title")
    if "EncryptedPackage" in deck.parts or _find(deck.main, "p:modifyVerifier"):
        found.append("the file is protected")
    return found


def _slide_complaints(tree: etree._Element, layout: etree._Element) -> Iterator[str]:
    title = _title(tree)
    if title is None or not _words(title):
        yield "missing slide title"
    for shape in _shapes(tree):
        yield from _object_complaints(shape)
    for table in _find(tree, ".//a:tbl"):
        if not _find(table, "a:tblPr[@firstRow='1']"):
            yield "no header row"
        if _find(table, ".//a:tc[@gridSpan or @rowSpan]"):
            yield "merged cells"
        if not all(_words(row) for row in _find(table, "a:tr")):
            yield "blank table row"
    for run in _find(tree, ".//a:r[a:rPr/a:hlinkClick]"):
        words = _linked_words(run)
        if _VAGUE.fullmatch(words):
            yield f"unclear hyperlink text: {words}"
    yield from _order_complaints(tree, title, layout)
    for paragraph in _find(tree, ".//a:r[normalize-space(a:t)]"):
        if not _find(paragraph, "a:rPr[@lang]"):
            yield f"no language: {_words(paragraph.getparent())}"  # type: ignore[arg-type]


def _linked_words(run: etree._Element) -> str:
    """Return the words of all runs around one that lead to the same place."""
    target = _find(run, "a:rPr/a:hlinkClick")[0].get(_R_ID)
    runs = _find(run, f"../a:r[a:rPr/a:hlinkClick/@r:id='{target}']")
    return "".join("".join(map(_text, one.iter())) for one in runs)


def _object_complaints(shape: etree._Element) -> Iterator[str]:
    """Yield what is missing of an object that is no text: alt texts are asked of all others."""
    own, kind = _own(shape), etree.QName(shape).localname
    described = own.get("descr") or ""
    if kind == "sp" and _words(shape):
        return
    if kind == "sp" and _find(shape, "p:nvSpPr/p:nvPr/p:ph"):
        yield f"empty placeholder: {own.get('name')}"
    elif _is_decorative(shape):
        if described:
            yield f"decorative, and described: {described}"
    elif not described:
        yield f"missing alt text: {own.get('name')}"
    elif _FILE.search(described):
        yield f"alt text is the name of a file: {described}"


def _order_complaints(tree: etree._Element, title: etree._Element | None, layout: etree._Element) -> Iterator[str]:
    """Yield what is read before the title, but for what it is drawn upon: what lies below is read before."""
    for shape in _shapes(tree) if title is not None else ():
        if shape is title:
            return
        if not _is_decorative(shape) and not _overlap(_frame(shape, layout), _frame(title, layout)):
            yield f"read before the title: {_own(shape).get('name')}"


Frame = tuple[int, int, int, int]


def _frame(shape: etree._Element, layout: etree._Element) -> Frame:
    """Return left, top, width and height of a shape in EMU: its own, or those of its placeholder in the layout."""
    place = _find(shape, "p:nvSpPr/p:nvPr/p:ph | p:nvPicPr/p:nvPr/p:ph")
    own = _find(shape, "p:spPr/a:xfrm | p:xfrm | p:grpSpPr/a:xfrm")
    if not own and place:
        key = "@idx" if place[0].get("idx") else "@type"
        value = place[0].get("idx") or place[0].get("type")
        own = _find(layout, f".//p:sp[p:nvSpPr/p:nvPr/p:ph[{key}='{value}']]/p:spPr/a:xfrm")
    (off,), (extent,) = _find(own[0], "a:off"), _find(own[0], "a:ext")
    x, y, width, height = (
        int(str(one.get(name))) for one, name in ((off, "x"), (off, "y"), (extent, "cx"), (extent, "cy"))
    )
    return x, y, width, height


def _overlap(one: Frame, other: Frame) -> bool:
    return all(one[side] < other[side] + other[side + 2] and other[side] < one[side] + one[side + 2] for side in (0, 1))


def _section_complaints(deck: Presentation) -> Iterator[str]:
    names = [str(one.get("name")) for one in _find(deck.main, ".//p14:section")]
    yield from (f"duplicate section name: {name}" for name, count in Counter(names).items() if count > 1)
    yield from (f"default section name: {name}" for name in names if _DEFAULT_SECTION.fullmatch(name))
