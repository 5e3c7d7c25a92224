"""Many places of one kind as one message: the first of them, and where some of the others are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from deckmaker.budget.messages import MESSAGE_NOTES
from deckmaker.diagnostics import Span
from deckmaker.model import Slide


class Found(NamedTuple):
    """Something that is told of a deck once: the number of its slide, where it is written, and its words."""

    slide: int
    span: Span
    words: str = ""


Numbered = Sequence[tuple[int, Slide]]
"""Slides as written, each as its author counts: pages that a slide takes besides count for nothing."""


def slides_of(found: Sequence[Found]) -> list[int]:
    """Return the numbers of slides, each once."""
    return list(dict.fromkeys(one.slide for one in found))


def further_places(found: Sequence[Found]) -> tuple[str, ...]:
    """Return notes on where the others are, as many as a message may have."""
    places: dict[str, int] = {}
    for one in found:  # parts of a split slide have one place
        places.setdefault(one.span.place, one.slide)
    others = list(places.items())[1 : MESSAGE_NOTES.most + 1]
    return tuple(f"also at {place} (slide {slide})" for place, slide in others)
