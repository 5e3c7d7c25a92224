"""Long lists of short items in two columns: which lists they are, and that every item keeps its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckmaker.layout import Change, Page, Placed, TextItem
from deckmaker.layout import slide as slide_layout
from deckmaker.text import SizeReason
from tests.projects import Project

THEMES = ["briefing", "plain", "statement"]
PLACES = ["Berth 1", "Berth 4", "Quay wall", "Crane track", "School", "Old town", "Fish market", "Ferry pier", "Silo"]
LONG = "Ventilators run until the ship leaves, and nobody sleeps who lives near, says the doctor of the quarter"
WRAPPED = "Trains shunt until two in the morning, and on Fridays until four"

every = pytest.mark.parametrize("theme", THEMES)


def pages(folder: Path, slide: dict[str, Any], theme: str = "briefing", size: str = "16:9") -> list[Page]:
    """Return the pages of a slide, which is the deck's second."""
    slides = [{"title": "First"}, {"title": "Places", **slide}]
    deck = {"title": "T", "theme": theme, "size": size, "slides": slides}
    return [*Project(folder).document(yaml.safe_dump(deck, width=10_000, sort_keys=False)).pages[1:]]


def texts(page: Page) -> list[Placed]:
    """Return the texts of the region."""
    return [one for one in page.leaves if one.region == "body" and isinstance(one.item, TextItem)]


def columns(page: Page) -> list[list[str]] | None:
    """Return the items of each column, None where a list has one."""
    found = texts(page)
    if [one.slot for one in found] != ["column 1", "column 2"]:
        return None
    return [one.item.text.split("\n") for one in found]


@every
def test_a_long_list_of_short_items_stands_in_two_columns(theme, tmp_path):
    """Down the first, then down the second; the first is the longer one."""
    (page,) = pages(tmp_path, {"bullets": PLACES}, theme)
    assert columns(page) == [PLACES[:5], PLACES[5:]]
    first, second = texts(page)
    assert first.rect.y == second.rect.y and first.item.offset == second.item.offset
    assert {one.item.setting.size for one in (first, second)} == {first.item.style.size}
    assert second.rect.x - first.decision.room.right == 36


@pytest.mark.sampled(every=3)
@every
@pytest.mark.parametrize(
    "slide",
    [
        {"bullets": PLACES[:6]},
        {"bullets": [LONG] * 8},
        {"text": "\n\n".join(PLACES)},
        {"text": "Of all:", "bullets": PLACES},
        {"bullets": PLACES, "numbered": PLACES},
        {"bullets": [*PLACES[:8], "Silo^[Empty.]"]},
        {"bullets": PLACES, "layout": "feature"},
        {"bullets": PLACES, "callout": "Nobody sleeps"},
        {"columns": [{"bullets": PLACES}, {"text": "Nobody sleeps"}]},
    ],
)
def test_others_do_not(slide, theme, tmp_path):
    """Few items, long ones, what is no list, and what is not alone on a plain page."""
    assert not any(
        Change.COLUMNS in one.decision.changes for page in pages(tmp_path, slide, theme) for one in texts(page)
    )


def test_items_that_have_room_do_not_become_two_lines_each(tmp_path):
    """Two columns would then be as high as one."""
    found = pages(tmp_path, {"bullets": [WRAPPED] * 8}, "plain", "A4")
    assert [columns(page) for page in found] == [None]


@every
def test_eight_items_are_many_even_with_room(theme, tmp_path):
    """On a page that is high enough for them; items below others do not count."""
    (page,) = pages(tmp_path, {"bullets": PLACES[:8]}, theme, "A4")
    assert columns(page) == [PLACES[:4], PLACES[4:8]]
    (page,) = pages(tmp_path, {"bullets": [{place: ["by day", "by night"]} for place in PLACES[:3]]}, theme, "A4")
    assert columns(page) is None


def test_a_list_without_room_may_have_items_of_two_lines(tmp_path):
    """In two columns of larger type than one would have; it says that it is smaller than its style."""
    (page,) = pages(tmp_path, {"bullets": [WRAPPED] * 12})
    first, second = texts(page)
    assert columns(page) == [[WRAPPED] * 6] * 2
    assert {len(one.lines) for one in first.item.setting.paragraphs} == {2}
    assert first.item.setting.size < first.item.style.size
    assert [one.decision.size for one in (first, second)] == [SizeReason.SHRUNK] * 2


def test_nested_items_stay_with_their_own(tmp_path):
    """However long a column is for it."""
    nested = [{place: ["by day", "by night", "at weekends"]} for place in PLACES[:4]]
    (page,) = pages(tmp_path, {"bullets": nested})
    first, second = columns(page) or [[], []]
    assert (first[0], first[4], second[0], second[4]) == tuple(PLACES[:4])


def test_one_item_with_many_below_it_stays_in_one_column(tmp_path):
    """Its columns would not be about equally high."""
    (page,) = pages(tmp_path, {"bullets": [{"Places": PLACES}, "Times"]})
    assert columns(page) is None


def test_a_list_that_would_go_on_stays_on_its_slide(tmp_path):
    """Where two columns have room for all of it; else it goes on as ever, in one."""
    split = {"overflow": "split"}
    (page,) = pages(tmp_path, {"bullets": [*PLACES, *PLACES[:3]], **split})
    assert columns(page) == [PLACES[:6], [*PLACES[6:], *PLACES[:3]]]
    found = pages(tmp_path, {"bullets": PLACES * 3, **split})
    assert len(found) > 1 and not any(map(columns, found))


items = st.recursive(
    st.sampled_from([*PLACES, WRAPPED, LONG]),
    lambda below: st.dictionaries(
        st.sampled_from(PLACES), st.lists(below, min_size=1, max_size=3), min_size=1, max_size=1
    ),
    max_leaves=4,
)


@pytest.mark.slow
@given(
    st.lists(items, min_size=2, max_size=24),
    st.sampled_from(["bullets", "numbered"]),
    st.sampled_from(THEMES),
    st.sampled_from(["16:9", "4:3", "A4"]),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_item_is_there_once_in_order(tmp_path, monkeypatch, own, key, theme, size):
    """Within the slot, at one size, which is no smaller than in one column; on no more slides."""
    found = pages(tmp_path, {key: own}, theme, size)
    placed = [one for page in found for one in texts(page)]
    paragraphs = [set_one.paragraph for one in placed for set_one in one.item.setting.paragraphs]
    whole = [one for one in paragraphs if not one.continues]
    assert " ".join(one.text for one in paragraphs).split() == " ".join(words(own)).split()
    outer = [one for one in whole if not one.level]
    assert [one.number for one in outer] == [*range(1, len(own) + 1)] or key == "bullets"
    with monkeypatch.context() as patched:
        patched.setattr(slide_layout, "in_two_columns", lambda *_: None)
        alone = pages(tmp_path, {key: own}, theme, size)
    assert len(found) <= len(alone)
    for page in found:
        if columns(page):
            _are_two_columns(page, max(one.item.setting.size for one in texts(alone[0])), len(alone))


def _are_two_columns(page: Page, least: int, pages_alone: int) -> None:
    slot, (first, second) = page.layout.slots["body"], texts(page)
    (size,) = {one.item.setting.size for one in (first, second)}
    assert size >= least or pages_alone > 1
    assert not second.item.setting.paragraphs[0].paragraph.level
    wide = slot.wide or slot.rect
    assert first.rect.right <= second.decision.room.x and second.rect.right <= wide.right + 2.01
    for one in (first, second):
        assert one.item.offset + one.item.setting.height <= slot.rect.height + 0.01
        assert one.rect.bottom <= slot.rect.bottom + 0.01


def words(items: Iterable[Any]) -> Iterator[str]:
    """Yield the words of items and of those below them, in order."""
    for one in items:
        if isinstance(one, dict):
            for outer, below in one.items():
                yield outer
                yield from words(below)
        else:
            yield one
