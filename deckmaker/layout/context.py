"""What the layout of a slide depends on besides the slide, and what is worked out once for all slides of a deck."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from deckmaker.diagnostics import Span
from deckmaker.layout.fitted_strip import StripSetter
from deckmaker.layout.reports import towers
from deckmaker.model import Credit, Deck
from deckmaker.text import Fitted, FrameText, fit
from deckmaker.text.coverage import Undrawable, undrawable
from deckmaker.text.measuring import measure
from deckmaker.theme import Slot, Theme

REPEATED = ("credits", "trail", "footer")
"""Slots whose texts are the same on many slides. They stand alone, and come without places in the deck."""

Towers = tuple[tuple[Span | None, float], ...]
"""The places of letters whose marks are piled, and how high they reach."""

_MOST_KEPT = 256
_STRIPS_KEPT = 16


@dataclass(frozen=True)
class Context:
    """A deck and its theme."""

    deck: Deck
    theme: Theme
    _strips: dict[tuple[int, Slot], StripSetter] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def fit_repeated(self) -> Callable[[FrameText], Fitted]:
        """Set a text of `REPEATED`, once for the slides that show it in the same place."""
        theme = self.theme  # not through `self`, which would hold itself
        return lru_cache(maxsize=_MOST_KEPT)(lambda frame: fit([frame], theme)[0])

    @cached_property
    def faults_of_repeated(self) -> Callable[[FrameText], tuple[Undrawable, Towers]]:
        """Return what of a text of `REPEATED` cannot be drawn, and the letters whose marks are piled too high; once for
        all slides that show it."""
        theme, fit_repeated = self.theme, self.fit_repeated

        def faults(frame: FrameText) -> tuple[Undrawable, Towers]:
            (paragraph,) = frame.paragraphs
            return undrawable(paragraph, frame.style, theme), towers(fit_repeated(frame))

        return lru_cache(maxsize=_MOST_KEPT)(faults)

    def strip_setter(self, credits: tuple[Credit, ...], slot: Slot) -> StripSetter:
        """Return what sets these credits in a slot; one for all parts of a slide, which have the very same."""
        key = id(credits), slot
        if key not in self._strips:
            if len(self._strips) >= _STRIPS_KEPT:
                self._strips.clear()
            self._strips[key] = StripSetter(credits, self.deck, self.theme, slot, self.fit_repeated)
        return self._strips[key]  # which holds the credits, so that no others get their id

    @cached_property
    def height_of(self) -> Callable[[FrameText], float]:
        """Return how high a text is with what brings it onto the grid, in points; worked out once for each."""
        theme = self.theme

        def height(frame: FrameText) -> float:
            fitted = fit([frame], theme)[0]
            return fitted.shift + fitted.setting.height

        return lru_cache(maxsize=_MOST_KEPT)(height)

    @cached_property
    def least_height_of(self) -> Callable[[FrameText], float]:
        """Return how high a text is at least at its style's size, broken at its place's width; once for each."""
        theme = self.theme

        def height(frame: FrameText) -> float:
            return measure(frame.paragraphs, frame.style, frame.style.size, theme).height(frame.rect.width)

        return lru_cache(maxsize=_MOST_KEPT)(height)
