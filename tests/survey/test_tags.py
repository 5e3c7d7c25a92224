"""Tags on pictures: each on the page, beside its item, and where there is room over no other and over no words."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.model.geometry import Rect
from deckmaker.survey.picture.labels import Label
from deckmaker.survey.picture.tags import HEIGHT, Wanted, placed_tags

PAGE = Rect(0, 0, 960, 540)
INK = "#0A58CA"


def wanted(*boxes: Rect, text: str = "body · 24 pt") -> list[Wanted]:
    """Return tags for boxes."""
    return [Wanted(text, INK, box) for box in boxes]


def test_a_tag_stands_above_its_box():
    """Flush with its left edge."""
    (tag,) = placed_tags(wanted(Rect(100, 100, 300, 50)), [], PAGE)
    assert (tag.rect.x, tag.rect.bottom) == (100, 100)


def test_a_tag_goes_where_it_hides_no_words():
    """Below the box, where words stand above it."""
    box = Rect(100, 100, 300, 50)
    (tag,) = placed_tags(wanted(box), [Rect(0, 80, 960, 20)], PAGE)
    assert tag.rect.y == box.bottom


def test_tags_of_one_place_stand_apart():
    """Each finds a corner of its own."""
    tags = placed_tags(wanted(*[Rect(0, 0, 960, 540)] * 4), [], PAGE)
    assert not any(one.rect.overlaps(other.rect) for one, other in combinations(tags, 2))


@pytest.mark.slow
def test_a_tag_wider_than_the_page_is_cut_short():
    """With a sign that says so."""
    (tag,) = placed_tags(wanted(Rect(0, 0, 90, 90), text="n" * 999), [], PAGE)
    assert tag.label.text.endswith("n…") and tag.rect.width <= PAGE.width


sides = st.floats(0, 900)
boxes = st.builds(Rect, sides, st.floats(0, 500), st.floats(1, 960), st.floats(1, 540))


@given(st.lists(boxes, max_size=12), st.lists(boxes, max_size=4))
def test_every_tag_is_whole_and_on_the_page(items, words):
    """Whatever is on it, in the order of the items."""
    tags = placed_tags(wanted(*items), words, PAGE)
    assert len(tags) == len(items)
    for tag in tags:
        assert tag.rect.height == HEIGHT
        seen = tag.rect.within(PAGE)
        assert (seen.width, seen.height) == pytest.approx((tag.rect.width, tag.rect.height))


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40), st.floats(5, 300))
def test_a_label_cut_short_has_room(text, width):
    """Whatever it says; one that has room stays as it is."""
    label = Label(text, 7.0)
    short = label.within(width)
    assert short.width <= max(width, Label("…", 7.0).width)
    assert short == label if label.width <= width else short.text.endswith("…")
