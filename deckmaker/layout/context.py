"""What the layout of a slide depends on besides the slide, and what is worked out once for all slides of a deck."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from deckmaker.model import Deck
from deckmaker.text import Fitted, FrameText, fit
from deckmaker.theme import Theme

REPEATED = ("credits", "trail", "footer")
"""Slots whose texts are the same on many slides. They stand alone, and come without places in the deck."""

_MOST_KEPT = 256


@dataclass(frozen=True)
class Context:
    """A deck and its theme."""

    deck: Deck
    theme: Theme

    @cached_property
    def fit_repeated(self) -> Callable[[FrameText], Fitted]:
        """Set a text of `REPEATED`, once for the slides that show it in the same place."""
        theme = self.theme  # not through `self`, which would hold itself
        return lru_cache(maxsize=_MOST_KEPT)(lambda frame: fit([frame], theme)[0])

    @cached_property
    def height_of(self) -> Callable[[FrameText], float]:
        """Return how high a text is with what brings it onto the grid, in points; worked out once for each."""
        theme = self.theme

        def height(frame: FrameText) -> float:
            fitted = fit([frame], theme)[0]
            return fitted.shift + fitted.setting.height

        return lru_cache(maxsize=_MOST_KEPT)(height)
