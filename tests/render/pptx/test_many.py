"""Many slides and many pictures: no more work a slide than for few, and never two pictures in memory."""

from __future__ import annotations

import os
import tracemalloc
from dataclasses import replace
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from deckmaker.assets import Found, look_at
from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document, Page, PictureItem
from deckmaker.model import PictureFile
from deckmaker.render.pptx import PptxRenderer
from tests.hostile.work import calls_of
from tests.render.pptx.decks import document, rendered

pytestmark = pytest.mark.slow

SIDE = 816
SIZE = SIDE * SIDE * 3
"""Bytes of a picture: 2 MB."""


def with_pages(pages: list[Page]) -> Document:
    """Return the showcase with other pages, which are numbered anew."""
    return replace(
        document("showcase"), pages=tuple(replace(page, number=number) for number, page in enumerate(pages, start=1))
    )


def repeated_pages(count: int) -> list[Page]:
    """Return so many of the showcase's pages, from the first again after the last."""
    return list(islice(cycle(document("showcase").pages), count))


def with_picture(page: Page, file: PictureFile) -> Page:
    """Return a page that shows another picture."""
    placed = (
        replace(one, item=replace(one.item, file=file))
        if isinstance(one.item, PictureItem) and one.slot == "picture"
        else one
        for one in page.placed
    )
    return replace(page, placed=tuple(placed))


def noise(path: Path) -> PictureFile:
    """Write a picture that nothing makes smaller."""
    Image.frombytes("RGB", (SIDE, SIDE), os.urandom(SIZE)).save(path, "PNG", compress_level=0)
    found = look_at(path)
    assert isinstance(found, Found)
    return found.picture


def calls(laid_out: Document) -> int:
    """Return how many functions are called, Python's and C's, while a document is rendered."""
    return calls_of(lambda: PptxRenderer().render(laid_out, BytesIO(), Diagnostics()))


@pytest.mark.slow
def test_pictures_are_never_together_in_memory(tmp_path: Path) -> None:
    """Forty pictures of 2 MB go through less memory than four of them take."""
    page = next(page for page in document("showcase").pages if page.slot("picture"))
    laid_out = with_pages([with_picture(page, noise(tmp_path / f"{number}.png")) for number in range(40)])
    with (tmp_path / "deck.pptx").open("wb") as stream:
        tracemalloc.start()
        try:
            PptxRenderer().render(laid_out, stream, Diagnostics())
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    with ZipFile(tmp_path / "deck.pptx") as archive:
        assert sum(entry.file_size for entry in archive.infolist()) > 40 * SIZE
    assert SIZE < peak < 4 * SIZE


def test_a_slide_costs_the_same_in_a_long_deck() -> None:
    """Eight times the deck more takes as many calls each as twice more; whole decks, since slides differ."""
    once = len(document("showcase").pages)
    few, more, many = (calls(with_pages(repeated_pages(times * once))) for times in (2, 4, 12))
    assert few < more
    assert (many - more) / (more - few) < 4.05


def test_slides_of_a_long_deck_are_all_there() -> None:
    """In order, each under its own name and with its own notes."""
    pages = repeated_pages(120)
    presentation = Presentation(BytesIO(rendered(with_pages(pages))))
    for number, (page, slide) in enumerate(zip(pages, presentation.slides, strict=True), start=1):
        assert slide.part.partname == f"/ppt/slides/slide{number}.xml"
        assert slide.has_notes_slide == bool(page.notes or page.credits)
        if slide.has_notes_slide:
            assert slide.notes_slide.part.part_related_by(RT.SLIDE) is slide.part
            assert slide.notes_slide.notes_text_frame.text.startswith("\n".join(note.text for note in page.notes))
