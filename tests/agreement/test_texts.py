"""Texts that are Markdown by every route: hard line breaks, code, lists in texts, held to all gates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from deckmaker.layout import TextItem
from tests.agreement.conftest import read_deck
from tests.agreement.gates import word_failures
from tests.agreement.judgement import SECOND_OPINION, failing_pages, judge, write_sheets
from tests.agreement.outputs import Outputs
from tests.agreement.routes import ROUTES
from tests.agreement.table import row

DECK = Path(__file__).with_name("texts.yaml")


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """The deck, made once."""
    with Outputs({"texts": read_deck(DECK)}, tmp_path_factory.mktemp("texts")) as made:
        yield made


@pytest.mark.parametrize("format", ROUTES)
def test_every_route_shows_the_same(format: str, outputs: Outputs, record_property) -> None:
    """Each line where an author broke it, and no other."""
    judgement = judge(outputs, "texts", format)
    record_property("agreement", ("texts", row(judgement)))
    if judgement.failures:
        write_sheets(outputs, "texts", [judgement], failing_pages(judgement))
    assert judgement.failures == []
    assert judgement.report.share == 100


@pytest.mark.outside
def test_betteroffice_breaks_the_lines_alike(outputs: Outputs) -> None:
    """Its pictures are not judged: many small lines add up to little that is alike."""
    judgement = judge(outputs, "texts", SECOND_OPINION)
    assert word_failures(judgement.report, "texts", SECOND_OPINION) == []


def test_the_deck_is_what_is_compared() -> None:
    """It has hard breaks, code with spaces, blocks of several kinds in one text, and a slide that is split."""
    pages = read_deck(DECK).pages
    assert [page.part for page in pages if page.part] == [(1, 2), (2, 2)]
    items = [placed.item for page in pages for placed in page.leaves]
    lines = [line for item in items if isinstance(item, TextItem) for line in item.setting.lines]
    assert sum(line.is_broken for line in lines) > 20
    assert any("    return" in line.text for line in lines)
