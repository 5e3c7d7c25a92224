"""Tables as layout sets them, of every kind, by chance and from YAML, held to the gates of all decks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from deckmaker.theme import built_in_themes
from tests.agreement.conftest import read_deck
from tests.agreement.judgement import SECOND_OPINION, judge, write_sheets
from tests.agreement.laid_out_tables import laid_out_tables
from tests.agreement.outputs import Outputs
from tests.agreement.random_tables import COUNT, random_tables
from tests.agreement.routes import by_routes
from tests.agreement.table import row
from tests.projects import briefing
from tests.samples import mostly_long

pytestmark = pytest.mark.outside

KINDS = [f"tables-{theme}" for theme in built_in_themes()]
CHANCE, TYPED = "tables-by-chance", "tables"
LIKE_OTHERS = (("html", CHANCE), ("html", KINDS[0]), ("html", KINDS[1]), ("pptx", KINDS[2]))
"""Each theme is seen in a browser or in LibreOffice, and in the PDF."""
SEED = 3
DECK = Path(__file__).with_name("tables.yaml")


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """The outputs of a deck of tables a theme, and of one of tables by chance."""
    documents = {name: laid_out_tables(briefing(name=name.removeprefix("tables-"))) for name in KINDS}
    documents |= {CHANCE: random_tables(SEED), TYPED: read_deck(DECK)}
    with Outputs(documents, tmp_path_factory.mktemp("laid-out-tables")) as made:
        yield made


def failures(outputs: Outputs, deck: str, format: str, record_property) -> list[str]:
    """Return what fails, and write the sheets that show it."""
    judgement = judge(outputs, deck, format)
    record_property("agreement", (deck, row(judgement)))
    if judgement.failures:
        write_sheets(outputs, deck, [judgement], {one.page for one in judgement.report.worst(6)})
    return judgement.failures


@pytest.mark.parametrize(
    ("format", "deck"), by_routes([*KINDS, CHANCE, TYPED], is_usual=lambda *case: case not in LIKE_OTHERS)
)
def test_every_route_shows_what_layout_decided(deck: str, format: str, outputs: Outputs, record_property) -> None:
    """The words of each cell on its lines, rules and grounds, and pictures that are alike."""
    assert failures(outputs, deck, format, record_property) == []


@pytest.mark.parametrize("deck", mostly_long([*KINDS, TYPED], is_usual=lambda deck: deck in (KINDS[0], TYPED)))
def test_betteroffice_agrees(deck: str, outputs: Outputs, record_property) -> None:
    """A second engine that reads PowerPoint's files draws the same tables."""
    assert failures(outputs, deck, SECOND_OPINION, record_property) == []


def test_chance_has_made_what_is_rare() -> None:
    """Spans from the first row on, rows in which no cell begins, empty cells, a column alone."""
    tables = [page.slot("table").item for page in random_tables(SEED).pages]  # type: ignore[union-attr]
    assert len(tables) == COUNT
    cells = [cell for item in tables for cell in item.cells]
    assert any(cell.row == 0 and cell.rows > 1 and len(cell.text.setting.lines) > 1 for cell in cells)
    assert any({cell.row for cell in item.cells} != {*range(len(item.rows))} for item in tables)
    assert any(not cell.text.text for cell in cells)
    assert any(len(item.columns) == 1 for item in tables)
