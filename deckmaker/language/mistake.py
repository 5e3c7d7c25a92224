"""What does not fit the language: a kind of mistake that `validation` has words for, its place, and the value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from deckmaker.budget import MISTAKES

Location = tuple[str | int, ...]
"""Keys and 0-based indices from the file's mapping to a value, all shorthands written out."""


class Mistake(NamedTuple):
    """One mistake: its kind, where it is, the value as written, and what was expected, by the kind's own names."""

    kind: str
    location: Location
    value: Any
    expected: Mapping[str, Any] = {}


class EnoughMistakes(Exception):
    """There are as many mistakes as are reported; the last of them is where reading ended."""


class Mistakes(list[Mistake]):
    """The mistakes in a file, as far as they are reported: one more than MISTAKES ends the reading."""

    def append(self, mistake: Mistake) -> None:
        """Add a mistake. Raises EnoughMistakes."""
        super().append(mistake)
        if len(self) > MISTAKES.most:
            raise EnoughMistakes
