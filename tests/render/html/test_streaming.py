"""Pictures go from their files into the page one at a time, and the page is never in memory as a whole."""

from __future__ import annotations

import tracemalloc
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from random import Random

import lxml.html
import pytest
from PIL import Image

from deckmaker.assets import PictureLost
from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document, PictureItem
from deckmaker.model import PictureFile
from deckmaker.render.html import HtmlRenderer
from tests.projects import Project
from tests.render.laid_out_decks import rendered_by

pytestmark = pytest.mark.slow

SLIDES = 40
SIDE = 800
"""Pixels; of noise, a JPEG of this size has two megabytes."""


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """Lay out slides with a photo of their own each."""
    folder = tmp_path_factory.mktemp("photos")
    noise = Image.frombytes("RGB", (SIDE, SIDE), Random(1).randbytes(SIDE * SIDE * 3))
    slides = ""
    for number in range(SLIDES):
        noise.save(folder / f"{number}.jpg", quality=98, subsampling=0, dpi=(72 + number, 72))
        slides += f"  - title: Night {number}\n    image: {{file: ../{number}.jpg, alt: Noise}}\n"
    return Project(folder).document(f"title: Noise\nslides:\n{slides}")


@contextmanager
def _peak_below(most: int) -> Iterator[None]:
    """Fail where more than this many bytes are taken at once."""
    tracemalloc.start()
    try:
        yield
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < most


def _files(laid_out: Document) -> list[PictureFile]:
    items = (placed.item for page in laid_out.pages for placed in page.leaves)
    return [item.file for item in items if isinstance(item, PictureItem)]


def test_memory_holds_a_few_pictures_at_most(photos: Document, tmp_path: Path) -> None:
    """Whatever their number, here more than eighty megabytes."""
    page = tmp_path / "deck.html"
    with page.open("wb") as stream, _peak_below(20_000_000):
        HtmlRenderer().render(photos, stream, Diagnostics())
    assert page.stat().st_size > 80_000_000


def test_each_picture_is_whole_in_the_page(photos: Document) -> None:
    """A long one is encoded in stretches, which join without a seam."""
    page = lxml.html.fromstring(rendered_by(HtmlRenderer(), photos), parser=lxml.html.HTMLParser(huge_tree=True))
    shown = [b64decode(one.partition(",")[2], validate=True) for one in page.xpath("//img/@src")]
    assert shown == [file.path.read_bytes() for file in _files(photos)]
    assert len(set(shown)) == SLIDES


def test_the_same_bytes_twice(photos: Document) -> None:
    """Nothing of one page is left to the next."""
    assert rendered_by(HtmlRenderer(), photos) == rendered_by(HtmlRenderer(), photos)


def test_a_picture_that_is_gone_by_its_turn_is_named(tmp_path: Path) -> None:
    """The page cannot be made without it; what has been written of it is the caller's to throw away."""
    Image.new("RGB", (8, 6)).save(tmp_path / "a.png")
    laid_out = Project(tmp_path).document("title: T\nslides:\n  - title: A\n    image: ../a.png\n")
    (tmp_path / "a.png").unlink()
    with pytest.raises(PictureLost) as lost:
        HtmlRenderer().render(laid_out, BytesIO(), Diagnostics())
    assert [lost.value.picture] == _files(laid_out)
