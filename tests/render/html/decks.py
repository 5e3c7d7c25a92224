"""Documents and files of the decks in `decks/`, each made once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from shutil import copy, copytree

import lxml.html

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document, GroupItem, Page, Placed, Role, TableItem, TextItem
from deckmaker.layout.chart_item import ChartItem, ChartLabel, Plot
from deckmaker.pipeline import read_document
from deckmaker.render.html import HtmlRenderer
from tests.render.laid_out_decks import DECKS, document
from tests.variants import with_settings

__all__ = ["DECKS", "document"]  # the other tests of this folder take them from here

FOLDER = Path(__file__).parents[3] / "decks"


def read(path: Path) -> Document:
    """Return any deck laid out, which must have no errors."""
    laid_out = read_document(path, Diagnostics())
    assert laid_out is not None
    return laid_out


def written(folder: Path, source: str) -> Document:
    """Return a deck of the given YAML laid out, in a project of its own with the pictures of this one."""
    assets = FOLDER.parent / "assets"
    copytree(assets / "showcase", folder / "assets" / "showcase")
    copy(assets / "logo.png", folder / "assets")
    (folder / "deckmaker.yaml").touch()
    (folder / "decks").mkdir()
    path = folder / "decks" / "deck.yaml"
    path.write_text(source, encoding="utf-8")
    return read(path)


def showcase(folder: Path, **settings: str) -> Document:
    """Return the showcase laid out with other settings, such as another page size."""
    return written(folder, with_settings((FOLDER / "showcase.yaml").read_text(encoding="utf-8"), settings))


def reading_order(page: Page) -> list[Placed]:
    """Return a page's texts in the order in which HTML tells them: a table's element begins with its caption.

    Of an empty cell it has no text.
    """
    texts = (text for placed in page.placed for one in _told(placed) for text in one.texts)
    return [text for text in texts if isinstance(text.item, TextItem) and text.item.text]


def _told(placed: Placed) -> Iterator[Placed]:
    if not isinstance(placed.item, GroupItem):
        yield placed
        return
    children = placed.item.children
    if any(isinstance(one.item, TableItem) for one in children):
        children = tuple(sorted(children, key=lambda one: one.role is not Role.CAPTION))
    for child in children:
        yield from _told(child)


def unsafe(laid_out: Document) -> Document:
    """Return a document whose breaks layout does not vouch for, each break as it was."""
    return replace(laid_out, pages=tuple(_unsafe_page(page) for page in laid_out.pages))


def _unsafe_page(page: Page) -> Page:
    return replace(page, placed=tuple(_unsafe(placed) for placed in page.placed))


def _unsafe_plot(plot: Plot) -> Plot:
    groups = (
        replace(group, series=tuple(replace(one, labels=_unsafe_labels(one.labels)) for one in group.series))
        for group in plot.groups
    )
    return replace(plot, categories=_unsafe_labels(plot.categories), groups=tuple(groups))


def _unsafe_labels(labels: tuple[ChartLabel, ...]) -> tuple[ChartLabel, ...]:
    return tuple(replace(one, placed=_unsafe(one.placed)) for one in labels)


def _unsafe(placed: Placed) -> Placed:
    item = placed.item
    if isinstance(item, TextItem):
        return replace(placed, item=_unsafe_text(item))
    if isinstance(item, ChartItem):
        return replace(placed, item=replace(item, plots=tuple(map(_unsafe_plot, item.plots))))
    if isinstance(item, TableItem):
        cells = tuple(replace(cell, text=_unsafe_text(cell.text)) for cell in item.cells)
        return replace(placed, item=replace(item, cells=cells))
    if isinstance(item, GroupItem):
        return replace(placed, item=GroupItem(tuple(map(_unsafe, item.children))))
    return placed


def _unsafe_text(item: TextItem) -> TextItem:
    return replace(item, setting=replace(item.setting, safe=False))


def rendered(laid_out: Document) -> str:
    """Return a document as HTML."""
    stream = BytesIO()
    HtmlRenderer().render(laid_out, stream, Diagnostics())
    return stream.getvalue().decode()


@cache
def html(deck: str) -> str:
    """Return a deck of the repository as HTML."""
    return rendered(document(deck))


def pictures_in(element: lxml.html.HtmlElement) -> list[lxml.html.HtmlElement]:
    """Return what shows pictures: img elements, and svg elements that refer to one that is shown more than once."""
    return element.xpath(".//img | .//svg[use][not(contains(@class, 'brand'))]")


def said_of(picture: lxml.html.HtmlElement) -> str:
    """Return what is said of a picture, nothing where that is nothing."""
    return picture.get("alt" if picture.tag == "img" else "aria-label", "")


def bytes_of(picture: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    """Return the element that has a picture's bytes."""
    if picture.tag == "img":
        return picture
    return picture.getroottree().getroot().get_element_by_id(picture[0].get("href").removeprefix("#"))


def address_of(picture: lxml.html.HtmlElement) -> str:
    """Return the address that a picture's bytes are."""
    return bytes_of(picture).get("src" if picture.tag == "img" else "href")


@cache
def tree(deck: str) -> lxml.html.HtmlElement:
    """Return a deck of the repository as read back by lxml."""
    return lxml.html.fromstring(html(deck))
