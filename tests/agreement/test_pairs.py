"""Two pictures side by side, as before and after: equally high, level, in this order, by every route."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from PIL import Image

from deckmaker.layout import Document, PictureItem, Placed
from deckmaker.theme.page_size import PAGE_SIZES
from tests.agreement.conftest import read_deck
from tests.agreement.judgement import judge
from tests.agreement.outputs import Outputs
from tests.agreement.routes import by_routes
from tests.projects import ROOT

DECK = """\
title: Pairs
size: {size}
slides:
  - {title: Alone, layout: content, images: [{BEFORE}, {AFTER}]}
  - {title: A photo and a drawing, images: [{BEFORE}, {DRAWN}]}
  - title: Below a text
    content:
      - The quay has changed.
      - images: [{BEFORE}, {AFTER}]
  - title: Filling their places
    images: [{BEFORE, fit: cover}, {AFTER, fit: cover}]
"""
PICTURES = {
    "BEFORE": "file: ../harbour.jpg, alt: The quay in 2019, caption: '**Before**: four cranes', credit: A. Lind",
    "AFTER": "file: ../after.png, alt: The quay in 2023, caption: '**After**: one crane, much nearer', credit: B",
    "DRAWN": "file: ../meter.svg, alt: A meter, caption: '**After**: a meter', credit: C",
}


def deck_text(size: str) -> str:
    """Return the deck on pages of a size."""
    text = DECK.replace("{size}", f"'{size}'")
    for name, picture in PICTURES.items():
        text = text.replace(name, picture)
    return text


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """Pairs on pages of every size."""
    folder = tmp_path_factory.mktemp("pairs")
    (folder / "decks").mkdir()
    for name in ("harbour.jpg", "meter.svg"):
        shutil.copy(ROOT / "assets" / "showcase" / name, folder)
    with Image.open(folder / "harbour.jpg") as image:
        image.crop((600, 0, 1500, 1080)).save(folder / "after.png")
    documents = {}
    for size in PAGE_SIZES:
        path = folder / "decks" / f"pairs-{size.replace(':', 'x')}.yaml"
        path.write_text(deck_text(size), encoding="utf-8")
        documents[path.stem] = read_deck(path)
    with Outputs(documents, tmp_path_factory.mktemp("outputs")) as made:
        yield made


NAMES = [f"pairs-{size.replace(':', 'x')}" for size in PAGE_SIZES]
USUAL = (*(("pdf", name) for name in NAMES), ("html", NAMES[-1]), ("pptx", NAMES[0]))
"""Each size in our PDF, and one of them in a browser and in LibreOffice."""


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize(("format", "name"), by_routes(NAMES, is_usual=lambda *case: case in USUAL))
def test_pairs_stand_alike_in_every_output(name: str, format: str, outputs: Outputs) -> None:
    """Pictures and captions in their places."""
    assert judge(outputs, name, format).failures == []


def pairs(document: Document) -> Iterator[tuple[list[Placed], list[Placed]]]:
    """Yield the pictures of each page, and their captions."""
    for page in document.pages:
        leaves = list(page.leaves)
        captions = [one for one in leaves if (one.slot or "").endswith("caption")]
        yield [one for one in leaves if isinstance(one.item, PictureItem)], captions


@pytest.mark.parametrize("name", NAMES)
def test_pairs_are_equally_high_and_level(name: str, outputs: Outputs) -> None:
    """The first picture stands at the start; captions are as level as the pictures, each below its own."""
    found = list(pairs(outputs.documents[name]))
    assert len(found) == 4
    for pictures, captions in found:
        (one, other), (below, beside) = pictures, captions
        assert one.rect.height == pytest.approx(other.rect.height) and one.rect.y == pytest.approx(other.rect.y)
        assert one.rect.right < other.rect.x
        assert below.rect.y == pytest.approx(beside.rect.y) and below.rect.y >= one.rect.bottom
        assert (below.rect.x, beside.rect.x) == pytest.approx((one.rect.x, other.rect.x), abs=2)
