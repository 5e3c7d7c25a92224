"""Slides as their author counts them: the pages that a split slide takes besides count for nothing."""

from __future__ import annotations

from collections.abc import Iterable

from deckmaker.layout.document import Page


def written_numbers(pages: Iterable[Page]) -> dict[int, int]:
    """Return, for the number of each page, which slide of the deck it shows, from 1.

    Pages behind the slides, such as lists of credits, count on.
    """
    numbers: dict[int, int] = {}
    slide = 0
    for page in pages:
        slide += page.part is None or page.part[0] == 1
        numbers[page.number] = slide
    return numbers
