"""Slides that somebody added and that a deck may not hold, since they are for fewer people than it is."""

from __future__ import annotations

from typing import Any, NamedTuple

from deckmaker.comparison.changes import Comparison
from deckmaker.model.marking import is_higher


class MarkedSlide(NamedTuple):
    """A slide of the presentation by its number, from 1, and the marking that keeps it out of the deck."""

    number: int
    marking: str


def marked_slides(left: Comparison, edited: Any, shown: Any) -> list[MarkedSlide]:
    """Return the slides of an edited presentation that the deck still has not, and may not have.

    `edited` and `shown` are the data of the presentation and of what the deck makes, both imported.
    """
    of_deck, found = shown.get("marking"), []
    for slide in left.slides:
        if slide.new is None or slide.old is not None:
            continue
        own = edited["slides"][slide.new - 1].get("marking")
        if own and (not of_deck or is_higher(own, of_deck)):
            found.append(MarkedSlide(slide.new, own))
    return found
