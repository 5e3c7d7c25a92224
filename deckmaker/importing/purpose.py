"""What a file is imported for."""

from __future__ import annotations

from enum import Enum


class Purpose(Enum):
    """To go on with its deck, or to compare that with another one, which may come from a program that keeps no names of
    shapes."""

    DECK = "deck"
    COMPARISON = "comparison"
    COMPARISON_WITHOUT_NAMES = "comparison without names"

    @property
    def is_comparison(self) -> bool:
        """Whether the deck is compared, and nobody sees it."""
        return self is not Purpose.DECK
