"""A deck as it would be with changes in it: merging goes from one state to another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from deckmaker.comparison.changes import Comparison
from deckmaker.comparison.facts import DeckFacts
from deckmaker.importing.powerpoint.made_of import ids_of_built
from deckmaker.presentation_losses import Lost


class State(NamedTuple):
    """A deck as it would be: what its file holds, and how what it makes differs from the edited presentation.

    `lost` is what of it no deck has a place for. `begins` are the lines and columns, from 1, at which the slides that
    the presentation's readers see begin in the file; `split` has the titles of those with several pages.
    `with_pictures` is what it would hold with those `pictures` on slides that came.
    """

    content: bytes
    data: Any
    facts: DeckFacts
    left: Comparison
    lost: Lost
    begins: frozenset[tuple[int, int]]
    split: frozenset[str]
    with_pictures: bytes = b""
    pictures: tuple[str, ...] = ()

    @property
    def ids(self) -> Sequence[str]:
        """The ids of the slides of its presentation."""
        return ids_of_built(len(self.data["slides"]))
