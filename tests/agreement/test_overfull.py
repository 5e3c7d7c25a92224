"""Slides that are too full, from YAML and by every route: whole, on as many parts as it takes, held to all gates."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from deckmaker.blocks import BLOCKS
from deckmaker.layout import Page, TextItem
from tests.agreement.conftest import read_deck
from tests.agreement.gates import word_failures
from tests.agreement.judgement import SECOND_OPINION, failing_pages, judge, write_sheets
from tests.agreement.outputs import Outputs
from tests.agreement.routes import ROUTES
from tests.agreement.table import row
from tests.quick_yaml import SafeLoader

pytestmark = pytest.mark.slow

DECK = Path(__file__).with_name("overfull.yaml")
DENSE = ("html", "on page 2,")
"""The page that is not held to the gate of pictures: 15 lines of 15 points, 375 words. Chromium smooths letters
otherwise than poppler, whose places they have to 0.1 px; of 60 words at 24 points that leaves a similarity of 0.986,
of 240 at 15 points 0.942, of 300 0.930."""

ON_ONE_PAGE = ("Slides that are too full", "One long paragraph", "Addresses that are wider than a column")
"""Slides that have no further parts."""


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """The deck, made once."""
    with Outputs({"overfull": read_deck(DECK)}, tmp_path_factory.mktemp("overfull")) as made:
        yield made


def slides() -> dict[str, dict[str, Any]]:
    """Return the slides as they are written, by their titles."""
    return {one["title"]: one for one in yaml.load(DECK.read_text(encoding="utf-8"), SafeLoader)["slides"]}


def keys_in(written: Any) -> set[str]:
    """Return all keys of what is written, at whatever depth."""
    if isinstance(written, dict):
        return {*written, *(key for value in written.values() for key in keys_in(value))}
    return {key for value in written for key in keys_in(value)} if isinstance(written, list) else set()


@cache
def pages() -> tuple[Page, ...]:
    """Return the deck's pages."""
    return read_deck(DECK).pages


def parts(title: str) -> list[Page]:
    """Return the pages of a slide, split or not."""
    return [page for page in pages() if page.title.startswith(title)]


def markers(found: list[Page]) -> list[list[str | None]]:
    """Return what stands before each paragraph of each page."""
    texts = (placed.item for page in found if (placed := page.slot("body")))
    return [
        [one.marker.text if one.marker else None for one in item.setting.paragraphs]
        for item in texts
        if isinstance(item, TextItem)
    ]


@pytest.mark.parametrize("format", ROUTES)
def test_every_route_shows_every_part(format: str, outputs: Outputs, record_property) -> None:
    """The same lines in the same places, the strip of each part among them."""
    judgement = judge(outputs, "overfull", format)
    record_property("agreement", ("overfull", row(judgement)))
    failures = [one for one in judgement.failures if not _is_dense(format, one)]
    if failures:
        write_sheets(outputs, "overfull", [judgement], failing_pages(judgement))
    assert failures == []


def _is_dense(format: str, failure: str) -> bool:
    return format == DENSE[0] and failure.startswith("similarity") and DENSE[1] in failure


@pytest.mark.outside
@pytest.mark.long  # that engine is held to all decks
def test_betteroffice_breaks_the_lines_alike(outputs: Outputs) -> None:
    """Its pictures are not judged: it sets lines of 24 points a pixel higher, which full pages are full of."""
    judgement = judge(outputs, "overfull", SECOND_OPINION)
    assert word_failures(judgement.report, "overfull", SECOND_OPINION) == []


@pytest.mark.parametrize("title", [one for one in slides() if one not in ON_ONE_PAGE])
def test_the_slides_are_what_is_compared(title: str) -> None:
    """Each has no room on one page; one long paragraph has, at its smallest size."""
    assert len(parts(title)) > 1


@pytest.mark.parametrize("title", ON_ONE_PAGE)
def test_the_others_have_room(title: str) -> None:
    """They are there for their size, or for what they say."""
    assert len(parts(title)) == 1


@pytest.mark.parametrize("kind", BLOCKS)
def test_every_kind_of_block_is_among_what_goes_on(kind: str) -> None:
    """One that is added needs a slide, too."""
    assert [title for title, slide in slides().items() if title not in ON_ONE_PAGE and kind in keys_in(slide)]


def test_a_numbered_list_counts_on_in_the_deck() -> None:
    """As LibreOffice must, which counts by itself."""
    counted = [
        one for page in markers(parts("A numbered list that goes on")) for one in page if one and one[:-1].isdigit()
    ]
    assert counted == [f"{number}." for number in range(1, 15)]


def test_the_rest_of_an_item_has_no_marker_in_the_deck() -> None:
    """And the item behind it has the next number."""
    first, *_, last = markers(parts("An item that is parted"))
    assert first == ["1.", "2."]
    assert last == [None, "3."]
