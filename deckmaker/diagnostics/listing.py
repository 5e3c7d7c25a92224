"""Lists in the words of messages: a few things by name, and how many more there are."""

from __future__ import annotations

from collections.abc import Sequence

_SLIDES = 4
"""Slides that a message names."""


def listed(words: Sequence[str]) -> str:
    """Return words as a list: `one, two and three`."""
    return " and ".join([*([", ".join(words[:-1])] if words[1:] else []), words[-1]])


def slides_listed(numbers: Sequence[int]) -> str:
    """Return slides by their numbers: `slide 3`, `slides 1, 2, 3, 4 and 7 more`."""
    if len(numbers) == 1:
        return f"slide {numbers[0]}"
    named = [str(number) for number in numbers[:_SLIDES]]
    more = len(numbers) - _SLIDES
    return f"slides {', '.join(named)} and {more} more" if more > 0 else f"slides {listed(named)}"
