"""Markings by every route: the same words in the same plates on all pages, held to all gates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.agreement.conftest import read_deck
from tests.agreement.judgement import failing_pages, judge, write_sheets
from tests.agreement.outputs import Outputs
from tests.agreement.routes import ROUTES
from tests.agreement.table import row

DECK = Path(__file__).with_name("markings.yaml")


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """The deck, made once."""
    with Outputs({"markings": read_deck(DECK)}, tmp_path_factory.mktemp("markings")) as made:
        yield made


@pytest.mark.slow
@pytest.mark.parametrize("format", ROUTES)
def test_every_route_shows_the_same(format: str, outputs: Outputs, record_property) -> None:
    """Over pictures, on pages of every colour, long and short."""
    judgement = judge(outputs, "markings", format)
    record_property("agreement", ("markings", row(judgement)))
    if judgement.failures:
        write_sheets(outputs, "markings", [judgement], failing_pages(judgement))
    assert judgement.failures == []
    assert judgement.report.share == 100


def test_the_deck_is_what_is_compared() -> None:
    """It has four markings."""
    assert len({page.marking for page in read_deck(DECK).pages}) == 4
