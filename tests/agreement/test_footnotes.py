"""Footnotes by every route: the same marks and footnotes on the same lines of the same slides, held to all gates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.agreement.conftest import read_deck
from tests.agreement.gates import word_failures
from tests.agreement.judgement import SECOND_OPINION, failing_pages, judge, write_sheets
from tests.agreement.outputs import Outputs
from tests.agreement.routes import ROUTES
from tests.agreement.table import row

DECK = Path(__file__).with_name("footnotes.yaml")


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """The deck, made once."""
    with Outputs({"footnotes": read_deck(DECK)}, tmp_path_factory.mktemp("footnotes")) as made:
        yield made


@pytest.mark.slow
@pytest.mark.parametrize("format", ROUTES)
def test_every_route_shows_the_same(format: str, outputs: Outputs, record_property) -> None:
    """Marks in texts and cells, numbers that hang, and the footnotes of each part."""
    judgement = judge(outputs, "footnotes", format)
    record_property("agreement", ("footnotes", row(judgement)))
    if judgement.failures:
        write_sheets(outputs, "footnotes", [judgement], failing_pages(judgement))
    assert judgement.failures == []
    assert judgement.report.share == 100


@pytest.mark.outside
def test_betteroffice_breaks_the_lines_alike(outputs: Outputs) -> None:
    """Its pictures are not judged: many small lines add up to little that is alike."""
    judgement = judge(outputs, "footnotes", SECOND_OPINION)
    assert word_failures(judgement.report, "footnotes", SECOND_OPINION) == []


def test_the_deck_is_what_is_compared() -> None:
    """Two slides of it are split, a list and a table in two each, and footnotes stand on every page."""
    pages = read_deck(DECK).pages
    assert [page.part for page in pages if page.part] == [(1, 2), (2, 2), (1, 2), (2, 2)]
    assert all(page.slot("footnotes") for page in pages)
