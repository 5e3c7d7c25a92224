"""Rounded corners of pictures and lines around them, by every route: in the same place, of the same colour."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

from deckmaker.layout import Document, PictureItem, Placed
from tests.agreement.conftest import read_deck
from tests.agreement.judgement import judge
from tests.agreement.outputs import Outputs
from tests.agreement.routes import ROUTES
from tests.projects import ROOT

THEME = """\
extends: briefing
name: framed
pictures: {border: accent, border_width: 4.5, corner: 24}
"""
DECK = """\
title: Edges
theme: ../framed.yaml
slides:
  - {title: Reaching the edge, layout: picture-right, text: A, image: {file: ../harbour.jpg, alt: Cranes, credit: B}}
  - {title: Whole, layout: picture, image: {file: ../harbour.svg, alt: Cranes, credit: B, fit: contain}}
  - {title: Beside, layout: picture-right, text: A, image: {file: ../harbour.jpg, alt: Cranes, credit: B, fit: contain}}
  - title: Cropped
    images:
      - {file: ../harbour.svg, alt: Cranes, caption: The quay, credit: B, fit: cover}
      - {file: ../harbour.jpg, alt: Cranes, caption: The cranes, credit: B, fit: cover, focus: left}
  - title: In columns
    columns:
      - {heading: A photo, image: {file: ../harbour.jpg, alt: Cranes, credit: B}}
      - {heading: A drawing, image: {file: ../harbour.svg, alt: Meter, credit: B}}
"""


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """A deck whose theme has both."""
    folder = tmp_path_factory.mktemp("edges")
    (folder / "decks").mkdir()
    for name in ("harbour.svg", "harbour.jpg"):
        shutil.copy(ROOT / "assets" / "showcase" / name, folder)
    (folder / "framed.yaml").write_text(THEME, encoding="utf-8")
    path = folder / "decks" / "edges.yaml"
    path.write_text(DECK, encoding="utf-8")
    with Outputs({"edges": read_deck(path)}, tmp_path_factory.mktemp("outputs")) as made:
        yield made


def pictures(document: Document) -> Iterator[tuple[int, Placed]]:
    """Yield the pictures that do not reach the page's edge, each with the index of its page."""
    for index, page in enumerate(document.pages):
        for one in page.leaves:
            if isinstance(one.item, PictureItem) and index:
                yield index, one


@pytest.mark.parametrize("format", ROUTES)
@pytest.mark.slow
def test_pictures_with_edges_stand_in_their_places(format: str, outputs: Outputs) -> None:
    """Their frames, crops and texts are what they would be without."""
    assert judge(outputs, "edges", format).failures == []


@pytest.mark.parametrize("format", ROUTES)
@pytest.mark.slow
def test_corners_are_rounded_and_lines_have_their_colour(format: str, outputs: Outputs) -> None:
    """The page shows where a corner was, and the middle of each side is in the line's colour."""
    document = outputs.documents["edges"]
    ground, line = (rgb(document.theme.palette[name]) for name in ("paper", "accent"))
    shown = outputs.pictures("edges", format)
    found = list(pictures(document))
    assert len(found) == 6
    for index, placed in found:
        page, rect = shown[index].convert("RGB"), placed.rect
        scale = page.width / document.theme.width

        def color(x: float, y: float, page=page, scale=scale) -> tuple[int, ...]:
            return page.getpixel((round(x * scale), round(y * scale)))

        for x in (rect.x + 2, rect.right - 3):
            for y in (rect.y + 2, rect.bottom - 3):
                assert near(color(x, y), ground), (index, x, y)
        across, down = rect.x + rect.width / 2, rect.y + rect.height / 2
        for x, y in ((across, rect.y), (across, rect.bottom), (rect.x, down), (rect.right, down)):
            assert near(color(x, y), line), (index, x, y)


def test_a_picture_that_reaches_the_edge_has_none(outputs: Outputs) -> None:
    """It is part of the page; all others have one."""
    document = outputs.documents["edges"]
    (bleeding,) = (one.item for one in document.pages[0].leaves if isinstance(one.item, PictureItem))
    assert bleeding.edge is None
    assert all(isinstance(one.item, PictureItem) and one.item.edge for _, one in pictures(document))


def near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Tell whether two colours look alike; pixels at a line's edge are mixed."""
    return all(abs(own - its) < 40 for own, its in zip(one, other, strict=True))


def rgb(color: str) -> tuple[int, ...]:
    """Return the levels of #RRGGBB."""
    return tuple(int(color[index : index + 2], 16) for index in (1, 3, 5))
