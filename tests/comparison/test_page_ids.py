"""Pages of split slides that are known by the ids of slides, where these are to be trusted."""

from __future__ import annotations

import pytest

from deckmaker.comparison.facts import DeckFacts, Part, SlideFacts
from deckmaker.comparison.page_ids import with_named_pages
from deckmaker.comparison.slide_ids import SlideIds

BASE = ["Ships", "All (1/2)", "All (2/2)", "Last"]
IDS = ["256", "257", "258", "259"]


def _deck(titles):
    slides = tuple(SlideFacts(number, title, Part("slide")) for number, title in enumerate(titles, 1))
    return DeckFacts("deck.yaml", "en", Part("deck"), slides)


@pytest.mark.parametrize(
    ("titles", "ids", "called"),
    [
        (["Ships", "All (1/2) and more", "All (2/2)", "Last"], IDS, BASE),
        (["Ships", "All (1/2)", "Others", "Last"], IDS, BASE),
        (["Ships", "Some", "Others", "Last"], IDS, BASE),
        (["Ships", "All (1/2)", "Others", "Last"], ["256", "257", "260", "259"], None),  # one that came
        (["Ships", "All (1/2)", "Others", "Last"], ["356", "257", "258", "259"], None),  # numbered anew
        (["Ships", "All (1/2)", "Others", "Last"], ["256", "257", "257", "259"], None),
        (["Ships", "All (1/2)", "Others", "Last"], [], None),
        (["Ships", "All (1/2)", "Last", "Others"], ["256", "257", "259", "258"], None),  # beside no other page
        (["Ships", "All (1/2)", "All (1/2)", "Last"], IDS, None),  # a number of a page, if another one's
        (["Harbour", "All (1/2)", "All (2/2)", "Last"], IDS, None),  # no page
    ],
)
def test_a_page_without_its_number_is_called_as_it_was(titles, ids, called):
    """Beside another page, where all slides with the titles that they had have the same ids."""
    found = with_named_pages(_deck(titles), _deck(BASE), SlideIds(IDS, ids), frozenset({"All"}))
    assert [one.title for one in found.slides] == (called or titles)


def test_what_was_not_split_has_no_pages():
    """Its author wrote the numbers."""
    titles = ["Ships", "All (1/2)", "Others", "Last"]
    found = with_named_pages(_deck(titles), _deck(BASE), SlideIds(IDS, IDS), frozenset())
    assert [one.title for one in found.slides] == titles
