"""Ids of imported slides: words of their titles, no two the same."""

from __future__ import annotations

from collections import Counter

from deckmaker.resolve.slide_links import slug

_LONGEST = 40
"""Characters of an id that is made of a title."""


class OwnIds:
    """Gives ids, each once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._counts: Counter[str] = Counter()

    def own(self, *wished: str) -> str:
        """Return the first of the ids wished that nobody has, else the last with a count behind it."""
        id = next((one for one in wished if one not in self._taken), wished[-1])
        while id in self._taken:
            self._counts[wished[-1]] += 1
            id = f"{wished[-1]}-{self._counts[wished[-1]] + 1}"
        self._taken.add(id)
        return id


def id_of_title(title: str) -> str:
    """Return a title as an id of its first words; nothing where it has none."""
    words = slug(title)
    return words if len(words) <= _LONGEST else words[:_LONGEST].rpartition("-")[0] or words[:_LONGEST]
