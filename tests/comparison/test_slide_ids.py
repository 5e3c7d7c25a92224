"""Slides that are the same by their ids, where these are to be trusted."""

from __future__ import annotations

import pytest

from deckmaker.comparison.matching import Pair
from deckmaker.comparison.slide_ids import SlideIds, with_retyped

PAIRS = [Pair(0, 0), Pair(1, None), Pair(None, 1), Pair(2, 2)]


@pytest.mark.parametrize(
    ("new", "is_one"),
    [
        (["256", "257", "258"], True),
        (["256", "259", "258"], False),  # one that came
        (["300", "257", "258"], False),  # numbered anew
        (["256", "257", "257"], False),
        (["256", "257"], False),
        ([], False),
    ],
)
def test_one_that_went_and_one_that_came_may_be_one(new, is_one):
    """Where all others have the same ids, and each its own."""
    found = with_retyped(PAIRS, SlideIds(["256", "257", "258"], new))
    assert found == ([Pair(0, 0), Pair(1, 1), Pair(2, 2)] if is_one else PAIRS)


def test_one_in_another_place_is_another_one():
    """The id of the last slide, which went, may be given again to one that comes."""
    pairs = [Pair(0, 0), Pair(None, 1), Pair(1, 2), Pair(2, None)]
    assert with_retyped(pairs, SlideIds(["256", "257", "258"], ["256", "258", "257"])) == pairs


def test_ids_alone_tell_nothing():
    """Of two presentations without a slide in common, each counts from the same number."""
    pairs = [Pair(0, None), Pair(None, 0)]
    assert with_retyped(pairs, SlideIds(["256"], ["256"])) == pairs
