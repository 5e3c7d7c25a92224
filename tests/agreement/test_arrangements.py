"""Forty arrangements of blocks by every route: the same words on the same lines, and none of them lost."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
import yaml

from deckmaker.layout import Document
from tests import open_xml_audit
from tests.agreement.arrangements import ARRANGEMENTS, LENGTHS, deck_text, slides
from tests.agreement.conftest import read_deck
from tests.agreement.judgement import failing_pages, judge, write_sheets
from tests.agreement.outputs import Outputs
from tests.agreement.routes import by_routes
from tests.agreement.table import row
from tests.open_xml_sdk import complaints
from tests.projects import ROOT

pytestmark = pytest.mark.slow


USUAL = (("html", "short"), ("pptx", "normal"), ("pdf", "normal"), ("pdf", "overfull"))
"""Each length is seen by one route or two; `test_overfull` has what goes on on other slides by all of them."""


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    """The decks of all lengths, laid out."""
    folder = tmp_path_factory.mktemp("arrangements")
    (folder / "decks").mkdir()
    shutil.copytree(ROOT / "assets" / "showcase", folder / "assets" / "showcase")
    found = {}
    for length in LENGTHS:
        path = folder / "decks" / f"{length}.yaml"
        path.write_text(deck_text(length), encoding="utf-8")
        found[length] = read_deck(path)
    return found


@pytest.fixture(scope="module")
def outputs(documents: dict[str, Document], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """The decks, made once."""
    with Outputs(documents, tmp_path_factory.mktemp("outputs"), together=["normal"]) as made:
        yield made


@pytest.mark.parametrize(
    ("format", "length"),
    by_routes(LENGTHS, is_usual=lambda *case: case in USUAL),
)
def test_every_route_shows_every_arrangement(format: str, length: str, outputs: Outputs, record_property) -> None:
    """The same lines in the same places."""
    judgement = judge(outputs, length, format)
    record_property("agreement", (f"arrangements-{length}", row(judgement)))
    if judgement.failures:
        write_sheets(outputs, length, [judgement], failing_pages(judgement))
    assert judgement.failures == []


@pytest.mark.parametrize("length", LENGTHS)
def test_the_presentation_is_valid(length: str, outputs: Outputs) -> None:
    """Strict validation has no error and no warning."""
    assert open_xml_audit.complaints(outputs.file(length, "pptx")) == []


@pytest.mark.outside
@pytest.mark.parametrize("length", LENGTHS)
def test_the_open_xml_sdk_has_no_complaint(length: str, outputs: Outputs) -> None:
    """Its validator has no error either."""
    assert complaints(outputs.file(length, "pptx")) == []


@cache
def written(length: str) -> Counter[str]:
    """Return the words that a deck's author wrote on slides, but for titles, alt texts and credits."""
    found: Counter[str] = Counter()

    def gather(value: object, key: str = "") -> None:
        if isinstance(value, dict):
            for name, one in value.items():
                if name not in ("title", "file", "alt", "credit", "fit", "width", "across"):
                    found.update(words(name) if isinstance(one, list) and key == "bullets" else [])
                    gather(one, name)
        elif isinstance(value, list):
            for one in value:
                gather(one, key)
        elif isinstance(value, str):
            found.update(words(value))

    for slide in slides(length):
        gather(yaml.safe_load(yaml.safe_dump(slide)))
    return found


def words(text: str) -> list[str]:
    """Return the words of a text, without signs."""
    return re.findall(r"\w+", text)


@pytest.mark.parametrize("length", LENGTHS)
def test_every_word_is_on_a_slide(length: str, documents: dict[str, Document]) -> None:
    """As often as it was written, or more often: headings of tables and columns are there again on each part."""
    shown: Counter[str] = Counter()
    for page in documents[length].pages:
        for text in (text for leaf in page.leaves if leaf.region for text in leaf.texts):
            shown.update(words(getattr(text.item, "text", "")))
    lacking = {word: count - shown[word] for word, count in written(length).items() if shown[word] < count}
    assert lacking == {}


@pytest.mark.parametrize("length", LENGTHS)
def test_every_picture_is_on_a_slide_with_its_credit(length: str, documents: dict[str, Document]) -> None:
    """Each has a credit of its own."""
    wanted = Counter(re.findall(r"A\. Lind \d+", deck_text(length)))
    shown = Counter(
        credit.text or credit.creator
        for page in documents[length].pages
        for credit in page.credits
        if credit.role == "picture"
    )
    assert set(shown) == set(wanted) and len(wanted) > 50


def test_there_are_forty_of_them() -> None:
    """And each is another."""
    assert len(ARRANGEMENTS) >= 40
    assert len({yaml.safe_dump({**slide, "title": ""}) for slide in slides("normal")}) == len(ARRANGEMENTS) + 1
