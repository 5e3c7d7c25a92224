"""Headings at the side of their texts: which pages have them, and that lines are level and nothing meets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckmaker.layout import Change, Page, Placed, TextItem
from tests.projects import Project

every = pytest.mark.parametrize("theme", ["briefing", "plain", "statement"])

PAIRS = [
    ("Money", {"text": "Eleven million euros over four years, of which the port pays half."}),
    ("Time", {"text": "A decision by March. Then the first berth has power before the next winter."}),
    ("Law", {"bullets": ["A permit for the substation", "No change of the noise decree"]}),
]
SENTENCE = "What residents of the old town hear at night, and what they would like to hear in place of it"
LONG = "Ventilators run until the ship leaves, and nobody sleeps who lives near, says the doctor of the quarter. " * 2


def content(pairs: list[tuple[str, dict[str, Any]]]) -> list[dict[str, Any]]:
    """Return the blocks of pairs."""
    return [block for heading, text in pairs for block in ({"heading": heading}, text)]


def pages(folder: Path, blocks: list[dict[str, Any]], theme: str = "briefing", **more: Any) -> list[Page]:
    """Return the pages of a slide, which is the deck's second."""
    deck = {"title": "T", "slides": [{"title": "First"}, {"title": "Asked", "content": blocks, **more}]}
    size = {"size": deck["slides"][1].pop("size", "16:9")}
    return [*Project(folder).document(yaml.safe_dump({**deck, **size, "theme": theme}, width=10_000)).pages[1:]]


def texts(page: Page) -> list[Placed]:
    """Return the texts of the region."""
    return [one for one in page.leaves if one.region == "body" and isinstance(one.item, TextItem)]


def at_side(page: Page) -> list[Placed]:
    """Return the texts of the region that stand beside their heading or their text."""
    return [one for one in texts(page) if one.decision and Change.SIDE in one.decision.changes]


def first_baseline(placed: Placed) -> float:
    """Return how far down the page the first line stands."""
    return placed.rect.y + placed.item.offset + placed.item.setting.paragraphs[0].lines[0].baseline


@every
@pytest.mark.parametrize("size", ["16:9", "4:3", "A4"])
def test_pairs_of_headings_and_texts_stand_beside_each_other(theme, size, tmp_path):
    """Each heading to the left of its text, their first lines level; texts begin at one edge."""
    (page,) = pages(tmp_path, content(PAIRS), theme, size=size)
    found = at_side(page)
    assert [one.role.value for one in found] == ["heading", "text"] * 3
    for heading, text in zip(found[::2], found[1::2], strict=True):
        assert heading.rect.right < text.rect.x
        assert first_baseline(heading) == pytest.approx(first_baseline(text), abs=0.01)
    assert len({round(one.decision.room.x, 3) for one in found[1::2]}) == 1


@pytest.mark.parametrize(
    "blocks",
    [
        content(PAIRS[:1]),
        [{"text": "Before all:"}, *content(PAIRS)],
        [*content(PAIRS), {"callout": "Nobody sleeps"}],
        content([(SENTENCE, PAIRS[0][1]), *PAIRS]),
        content([("Unteilbaresdonaudampfschifffahrtswort", PAIRS[0][1]), *PAIRS]),
    ],
)
def test_other_pages_keep_headings_above(blocks, tmp_path):
    """One pair alone, what else stands there, a heading of three lines, one that is wider than its place."""
    found = [one for page in pages(tmp_path, blocks) for one in at_side(page)]
    assert found == []


def test_a_theme_may_have_them_above(tmp_path):
    """As those have that say nothing of it."""
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "ours.yaml").write_text("extends: briefing\nflow: {side: 0}\n", encoding="utf-8")
    (page,) = pages(tmp_path, content(PAIRS), "../themes/ours.yaml")
    assert not at_side(page)


def test_texts_without_room_go_on_below_their_headings(tmp_path):
    """On several slides, as ever."""
    found = pages(tmp_path, content([(str(number), {"text": LONG * 3}) for number in range(5)]))
    assert len(found) > 1
    assert not any(at_side(page) for page in found)


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from(["A", "Two words", "Of the port"]), st.integers(1, 30)), min_size=2, max_size=6),
    st.sampled_from(["briefing", "plain", "statement"]),
    st.sampled_from(["16:9", "4:3"]),
)
def test_no_text_meets_another(tmp_path, pairs, theme, size):
    """However long texts are: what is below begins where the higher one of a pair has ended, within the page."""
    blocks = content([(heading, {"text": " ".join(["word"] * count)}) for heading, count in pairs])
    for page in pages(tmp_path, blocks, theme, size=size):
        found = at_side(page)
        for (heading, text), below in zip(zip(found[::2], found[1::2], strict=True), [*found[2::2], None], strict=True):
            bottom = max(heading.rect.bottom, text.rect.bottom)
            assert bottom <= (below.rect.y + 0.01 if below else 540.01)
