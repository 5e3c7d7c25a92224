"""Long lists in two columns by every route: each item on its lines in its column, held to all gates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from deckmaker.layout import Change
from deckmaker.text import SizeReason
from tests.agreement.conftest import read_deck
from tests.agreement.gates import word_failures
from tests.agreement.judgement import SECOND_OPINION, failing_pages, judge, write_sheets
from tests.agreement.outputs import Outputs
from tests.agreement.routes import by_routes
from tests.agreement.table import row
from tests.variants import with_settings

DECK = Path(__file__).with_name("lists.yaml")
THEMES = {
    "arial": "extends: briefing\nlists: {bullet: •, bullet_font: Arial}\n",
    "center": "extends: briefing\nlayouts: {content: {slots: {body: {align: center}}}}\n",
    "right": "extends: briefing\nlayouts: {content: {slots: {body: {align: right}}}}\n",
}

NAMES = ["lists", *(f"lists-{name}" for name in THEMES)]
LIKE_OTHERS = (("html", "lists-right"), ("html", "lists-arial"), ("pptx", "lists-center"), ("pptx", "lists-right"))
"""What is seen in another format, or by the same route on the other side."""


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """The deck, as it is, with bullets of another family than its texts, and aligned otherwise, made once."""
    folder, paths = tmp_path_factory.mktemp("lists"), [DECK]
    for name, theme in THEMES.items():
        (folder / f"{name}.yaml").write_text(theme, encoding="utf-8")
        paths.append(folder / f"lists-{name}.yaml")
        deck = with_settings(DECK.read_text(encoding="utf-8"), {"theme": f"{name}.yaml"})
        paths[-1].write_text(deck, encoding="utf-8")
    together = [name for name in NAMES if ("pptx", name) not in LIKE_OTHERS]
    with Outputs({path.stem: read_deck(path) for path in paths}, folder, together=together) as made:
        yield made


@pytest.mark.parametrize(("format", "deck"), by_routes(NAMES, is_usual=lambda *case: case not in LIKE_OTHERS))
def test_every_route_shows_the_same(format: str, deck: str, outputs: Outputs, record_property) -> None:
    """Bullets, numbers that go on, nested items, and items of two lines."""
    judgement = judge(outputs, deck, format)
    record_property("agreement", (deck, row(judgement)))
    if judgement.failures:
        write_sheets(outputs, deck, [judgement], failing_pages(judgement))
    assert judgement.failures == []
    assert judgement.report.share == 100


@pytest.mark.outside
def test_betteroffice_breaks_the_lines_alike(outputs: Outputs) -> None:
    """Its pictures are not judged: many small lines add up to little that is alike."""
    judgement = judge(outputs, "lists", SECOND_OPINION)
    assert word_failures(judgement.report, "lists", SECOND_OPINION) == []


def test_the_deck_is_what_is_compared() -> None:
    """All of its lists stand in two columns, on a page each; one is smaller for want of room."""
    _, *pages = read_deck(DECK).pages
    placed = [[one for one in page.leaves if one.region == "body"] for page in pages]
    assert [[one.slot for one in found] for found in placed] == [["column 1", "column 2"]] * 4
    assert all(one.decision and Change.COLUMNS in one.decision.changes for found in placed for one in found)
    assert any(one.decision and one.decision.size is SizeReason.SHRUNK for found in placed for one in found)
