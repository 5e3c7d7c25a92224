"""Pictures are loaded where they are near, and all of them for paper."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pdfplumber
import pikepdf
import pytest

from deckmaker.layout import Document
from tests.bench.photos import make_photo
from tests.projects import Project
from tests.render.html.conftest import Open, show, wait_until
from tests.render.html.decks import document

pytestmark = pytest.mark.outside

COUNT = 12
_LOADED = "[...document.images].filter(one => one.naturalWidth > 0).length"


@pytest.fixture
def album(tmp_path: Path) -> Document:
    """A deck of photos, each on a slide of its own."""
    slides = "".join(f"  - {{title: Night {n}, image: {{file: ../{n}.jpg, alt: Light {n}}}}}\n" for n in range(COUNT))
    for number in range(COUNT):
        make_photo(tmp_path / f"{number}.jpg", number)
    return Project(tmp_path).document(f"title: T\nslides:\n{slides}")


def test_pictures_near_the_slide_in_view_are_loaded(album: Document, open_document: Open) -> None:
    """Those of the next slides, before they are shown; others when it is their turn."""
    tab = open_document(album)
    wait_until(tab, f"{_LOADED} > 1")
    assert tab.evaluate(_LOADED) <= 4
    show(tab, COUNT)
    wait_until(tab, "document.querySelector('.present img').naturalWidth > 0")
    assert tab.evaluate(_LOADED) < COUNT


def test_all_pictures_are_printed(album: Document, open_document: Open) -> None:
    """Slides that were never shown have theirs on paper; nothing is hidden from screen readers there."""
    tab = open_document(album)
    printed = tab.pdf(prefer_css_page_size=True, print_background=True, tagged=True)
    with pdfplumber.open(BytesIO(printed)) as pdf:
        assert [len(page.images) for page in pdf.pages] == [1] * COUNT
    with pikepdf.open(BytesIO(printed)) as pdf:
        told = [*_told(pdf.Root.StructTreeRoot)]
    assert [text for kind, text in told if kind == "/Figure" and text] == [f"Light {n}" for n in range(COUNT)]
    assert tab.evaluate("document.querySelectorAll('main > section[hidden]').length") == COUNT - 1  # as before


def test_every_title_is_tagged_on_paper(open_deck: Open) -> None:
    """A heading for each slide's."""
    tab = open_deck("showcase")
    with pikepdf.open(BytesIO(tab.pdf(prefer_css_page_size=True, tagged=True))) as pdf:
        headings = [kind for kind, _ in _told(pdf.Root.StructTreeRoot) if kind in ("/H1", "/H2")]
    assert len(headings) == sum(bool(page.title) for page in document("showcase").pages) > 30


def _told(node: pikepdf.Object) -> list[tuple[str, str]]:
    """Return the types of all elements of a PDF's structure below a node, with their alternative texts, in order."""
    if isinstance(node, pikepdf.Array):
        return [one for kid in node for one in _told(kid)]
    if not isinstance(node, pikepdf.Dictionary):
        return []
    own = [(str(node.S), str(node.get("/Alt", "")))] if "/S" in node else []
    return own + (_told(node.K) if "/K" in node else [])
