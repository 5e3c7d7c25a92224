"""Drawings by every route: lines and curves are found in their places, and one that is gone or moved is noticed."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from deckmaker.assets import Found, look_at
from deckmaker.layout import Document, PictureItem, Placed
from tests.agreement.comparison import compare
from tests.agreement.conftest import read_deck
from tests.agreement.expectation import expected_views
from tests.agreement.gates import place_failures
from tests.agreement.judgement import judge
from tests.agreement.outputs import Outputs
from tests.agreement.report import Kind, Report
from tests.agreement.routes import ROUTES
from tests.pages import with_leaves
from tests.projects import ROOT

DECK = """\
title: Drawings
slides:
  - {title: Whole, layout: picture, image: {file: ../harbour.svg, alt: Cranes, credit: A. Lind, fit: contain}}
  - {title: Cropped, text: A, layout: picture-right, image: {file: ../meter.svg, alt: M, credit: A. Lind, fit: cover}}
  - title: Whole, with a caption
    text: A meter
    layout: picture-right
    image: {file: ../meter.svg, alt: Meter, caption: Class 1, credit: A. Lind}
  - title: Side by side
    images:
      - {file: ../harbour.svg, alt: Cranes, caption: The quay, credit: A. Lind}
      - {file: ../meter.svg, alt: Meter, caption: The meter, credit: A. Lind}
  - title: Beside a photo and a panel
    columns:
      - {heading: A photo, image: {file: ../harbour.jpg, alt: Cranes, credit: A. Lind}}
      - {heading: A drawing, image: {file: ../meter.svg, alt: Meter, credit: A. Lind}}
      - {heading: A finding, callout: {kind: finding, title: Halve it, text: From 2027.}}
"""
SPOILED = "image 2 picture"
"""The drawing that mutations spoil: the second one on the fourth slide."""

PAGE = 4
MOVE = 2.0
"""Points."""

ELSEWHERE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 900" width="1200" height="900">
<rect x="700" y="500" width="300" height="200" fill="#B4232A"/><circle cx="900" cy="700" r="100" fill="#1B2330"/>
</svg>
"""


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """The deck as it is, and as each mutation leaves it."""
    folder = tmp_path_factory.mktemp("drawings")
    (folder / "decks").mkdir()
    for name in ("harbour.svg", "meter.svg", "harbour.jpg"):
        shutil.copy(ROOT / "assets" / "showcase" / name, folder)
    (folder / "elsewhere.svg").write_text(ELSEWHERE, encoding="utf-8")
    path = folder / "decks" / "drawings.yaml"
    path.write_text(DECK, encoding="utf-8")
    whole = read_deck(path)
    documents = {
        "drawings": whole,
        "gone": mutated(whole, lambda placed: None),
        "moved": mutated(whole, lambda placed: replace(placed, rect=replace(placed.rect, x=placed.rect.x + MOVE))),
        "elsewhere": mutated(whole, lambda placed: with_file(placed, folder / "elsewhere.svg")),
    }
    with Outputs(documents, tmp_path_factory.mktemp("outputs")) as made:
        yield made


def mutated(document: Document, change: Callable[[Placed], Placed | None]) -> Document:
    """Return a document in which one drawing is changed, or left out."""
    pages = tuple(
        with_leaves(page, lambda one: change(one) if one.slot == SPOILED else one) if number == PAGE else page
        for number, page in enumerate(document.pages, start=1)
    )
    return replace(document, pages=pages)


def with_file(placed: Placed, path: Path) -> Placed:
    """Return a drawing's place with another file in it."""
    looked_at = look_at(path)
    assert isinstance(placed.item, PictureItem) and isinstance(looked_at, Found) and looked_at.picture.vector
    return replace(placed, item=replace(placed.item, file=looked_at.picture))


def report_of(outputs: Outputs, mutation: str, format: str) -> Report:
    """Compare a mutated file with what the whole document promised."""
    return compare(expected_views(outputs.promised("drawings", format)), outputs.views(mutation, format))


@pytest.mark.slow
@pytest.mark.parametrize("format", ROUTES)
def test_drawings_stand_in_their_places(format: str, outputs: Outputs) -> None:
    """As do pictures; panels are no drawings."""
    judgement = judge(outputs, "drawings", format)
    assert judgement.failures == []
    edges = [one for one in judgement.report.deviations if one.text == "(picture)"]
    assert len(edges) == 4 * 7 and all(abs(one.pixels) <= 1 for one in edges)


@pytest.mark.parametrize("format", ROUTES)
@pytest.mark.slow
def test_a_drawing_that_is_gone_is_missing(format: str, outputs: Outputs) -> None:
    """And nothing else is wrong."""
    found = report_of(outputs, "gone", format).findings
    assert [(one.kind, one.page, one.slot) for one in found] == [(Kind.MISSING_PICTURE, PAGE, SPOILED)]


@pytest.mark.slow
@pytest.mark.parametrize("format", ROUTES)
def test_a_drawing_that_is_moved_is_out_of_place(format: str, outputs: Outputs) -> None:
    """By as much as it was moved."""
    report = report_of(outputs, "moved", format)
    (left,) = (one.pixels for one in report.deviations if (one.page, one.slot, one.edge) == (PAGE, SPOILED, "left"))
    assert left == pytest.approx(MOVE, abs=0.3)
    assert any(SPOILED in one for one in place_failures(report))


@pytest.mark.parametrize("format", ROUTES)
@pytest.mark.slow
def test_a_drawing_whose_paths_are_elsewhere_is_out_of_place(format: str, outputs: Outputs) -> None:
    """Its frame alone proves nothing."""
    assert any(SPOILED in one for one in place_failures(report_of(outputs, "elsewhere", format)))
