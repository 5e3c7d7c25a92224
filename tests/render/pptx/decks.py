"""Documents and presentations of the decks in `decks/`, each made once; tests only read them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree
from pptx import Presentation

from deckmaker.dataclasses import replace
from deckmaker.layout import (
    CellItem,
    Document,
    EquationItem,
    GroupItem,
    Page,
    PictureItem,
    Placed,
    ShapeItem,
    TableItem,
    TextItem,
)
from deckmaker.layout.chart_item import ChartItem
from deckmaker.layout.place import REGION
from deckmaker.model.geometry import Rect
from deckmaker.render.pptx import PptxRenderer
from deckmaker.text import SetParagraph
from deckmaker.theme import SlideLayout
from tests.render.laid_out_decks import DECKS, document, every_deck, rendered_by

__all__ = ["DECKS", "document", "every_deck"]  # the other tests of this folder take them from here

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}


def rendered(laid_out: Document) -> bytes:
    """Return a document as a PowerPoint file."""
    return rendered_by(PptxRenderer(), laid_out)


@cache
def file(deck: str) -> bytes:
    """Return a deck of the repository as a PowerPoint file."""
    return rendered(document(deck))


@cache
def presentation(deck: str) -> Any:
    """Return a deck of the repository as read back by python-pptx."""
    return Presentation(BytesIO(file(deck)))


@cache
def parts(deck: str) -> dict[str, bytes]:
    """Return the parts of a deck's package by their names in the zip file."""
    with ZipFile(BytesIO(file(deck))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


SPOILED = (1, 2, 3, 4, 7, 10, 11, 13, 24, 27, 43)
"""Slides of the showcase that have all in which tests plant mistakes: notes, pictures, tables, charts, sections."""


@cache
def parts_to_spoil() -> dict[str, bytes]:
    """Return the parts of a few slides of the showcase: judges take a third of the time that the whole deck takes."""
    whole = document("showcase")
    pages = (page for page in whole.pages if page.number in SPOILED)
    few = replace(whole, pages=tuple(replace(page, number=number) for number, page in enumerate(pages, 1)))
    with ZipFile(BytesIO(rendered(few))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def trees(deck: str, *folders: str) -> dict[str, etree._Element]:
    """Return the XML parts directly in these folders of the package."""
    return {
        name: etree.fromstring(content)
        for name, content in parts(deck).items()
        if name.rpartition("/")[0] in folders and name.endswith(".xml")
    }


COMPOSED = "Title and shapes"
"""The layout of pages with a composition alone."""


def find(root: etree._Element, path: str) -> Any:
    """Return what an XPath with the usual prefixes finds: elements and values in a list, or a string."""
    return etree.XPath(path, namespaces=NAMESPACES)(root)


def slides(deck: str) -> Iterator[tuple[Page, Any]]:
    """Yield each page of the document with its slide."""
    return zip(document(deck).pages, presentation(deck).slides, strict=True)


def is_composed(page: Page) -> bool:
    """Tell whether a page holds a composition of shapes, for which PowerPoint has no placeholder."""
    return any(isinstance(one.item, GroupItem | EquationItem) for one in page.objects)


ONLY_ARRANGED = ("columns", "table")
"""Layouts of themes that are in files as the arrangements that they are for."""


def themes_layouts(deck: str) -> Iterator[tuple[SlideLayout, Any]]:
    """Yield each layout of a deck's theme, but for those that are there as arrangements, with that of the file."""
    written = {layout.name: layout for layout in presentation(deck).slide_layouts}
    themes = (one for one in document(deck).theme.layouts.values() if one.name not in ONLY_ARRANGED)
    return ((one, written[layout_words(one.name)]) for one in themes)


def filled(page: Page, slide: Any) -> Iterator[tuple[Placed, Any]]:
    """Yield what fills a place of the page's layout, in reading order, with its shape on the slide.

    What stands in a composition fills none, and small multiples do not: PowerPoint has no placeholders in groups. Nor
    has it one for a formula.
    """
    placed = [
        one
        for one in page.objects
        if one.slot not in (None, "logo")
        and not isinstance(one.item, ShapeItem | GroupItem | EquationItem)
        and not is_multiple(one)
    ]
    return zip(placed, (shape for shape in slide.shapes if shape.is_placeholder or is_small(shape)), strict=True)


def is_small(shape: Any) -> bool:
    """Tell whether a shape is a text box for which its layout has a place: what is small is no placeholder."""
    names = {one.name for one in shape.part.slide_layout.shapes}
    return bool(find(shape._element, "p:nvSpPr/p:cNvSpPr/@txBox")) and shape.name in names


def is_multiple(placed: Placed) -> bool:
    """Tell whether something is small multiples, each of which is a native chart of its own."""
    return isinstance(placed.item, ChartItem) and len(placed.item.plots) > 1


def is_in_region(placed: Placed, page: Page) -> bool:
    """Tell whether something stands in the region; what is in a group does not say so itself."""
    return placed.slot == REGION or placed.slot not in page.layout.slots


def frame_in_layout(placed: Placed, page: Page, shape: Any) -> Rect:
    """Return the place of a shape's placeholder in its layout: a slot's of the theme, in a region that in the file.

    Titles have that in the file, too: the theme has a form of the layout for titles of more or fewer lines.
    """
    if placed.slot != "title" and not is_in_region(placed, page):
        return page.layout.slots[placed.slot or ""].rect
    one = placeholder_in_layout(shape)
    return Rect(one.left.pt, one.top.pt, one.width.pt, one.height.pt)


EMPTY = ["Title only", "Blank"]
"""The names of the layouts that stand behind all others."""


def layout_words(name: str) -> str:
    """Return the name of a theme's layout as a colleague reads it."""
    return name.replace("-only", " without picture").replace("-", " ").capitalize()


def placeholder_in_layout(shape: Any) -> Any:
    """Return the place in the slide's layout that a shape fills: a placeholder, or that of a text box."""
    if not shape.is_placeholder:
        (found,) = [one for one in shape.part.slide_layout.shapes if one.name == shape.name]
        return found
    wanted = shape.placeholder_format
    (found,) = [one for one in shape.part.slide_layout.placeholders if one.placeholder_format.idx == wanted.idx]
    assert found.placeholder_format.type is wanted.type
    return found


def inherits_bullet(shape: Any, level: int) -> bool:
    """Tell whether a paragraph of a level in a text's placeholder, from 0, has a bullet if it says nothing of one."""
    parents = (placeholder_in_layout(shape)._element, shape.part.slide_layout.slide_master._element)
    for parent, style in zip(parents, (".//a:lstStyle", "p:txStyles/p:bodyStyle"), strict=True):
        if found := find(parent, f"{style}/a:lvl{level + 1}pPr/*[self::a:buNone or self::a:buChar]"):
            return bool(found[0].tag.endswith("buChar"))
    raise AssertionError("the master says nothing of bullets")


def texts(deck: str) -> Iterator[tuple[Page, Placed, TextItem, Any]]:
    """Yield each text of a deck that is no cell, with its page and its shape."""
    for page, slide in slides(deck):
        for placed, shape in filled(page, slide):
            if isinstance(placed.item, TextItem):
                yield page, placed, placed.item, shape


def pictures(deck: str) -> Iterator[tuple[Page, Placed, PictureItem, Any]]:
    """Yield each picture that fills a place with its page and its shape."""
    for page, slide in slides(deck):
        for placed, shape in filled(page, slide):
            if isinstance(placed.item, PictureItem):
                yield page, placed, placed.item, shape


def cells(deck: str) -> Iterator[tuple[CellItem, Any]]:
    """Yield each cell of a deck's tables with that of the file at whose place it begins."""
    for page, slide in slides(deck):
        for placed, shape in filled(page, slide):
            if isinstance(placed.item, TableItem):
                for cell in placed.item.cells:
                    yield cell, shape.table.cell(cell.row, cell.column)


def paragraphs(deck: str) -> Iterator[tuple[Placed, SetParagraph, Any]]:
    """Yield each paragraph of these texts with its text's place and its paragraph in the file; not slide numbers."""
    for _, placed, item, shape in texts(deck):
        if placed.slot != "number":
            for one, paragraph in zip(item.setting.paragraphs, shape.text_frame.paragraphs, strict=True):
                yield placed, one, paragraph
