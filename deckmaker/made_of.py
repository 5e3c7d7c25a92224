"""Which state of a deck a presentation was made of: the deck as it is, or one that git has."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from deckmaker.comparison.git import RevisionFailed
from deckmaker.comparison.states import revision_with
from deckmaker.diagnostics import Diagnostics
from deckmaker.importing.powerpoint.made_of import digest_in
from deckmaker.source.reading import read_deck


class MadeOf(NamedTuple):
    """A state of a deck: whether a presentation tells it, whether it is another one than now, and the `revision` of git
    that it is then; None for none."""

    is_told: bool
    is_older: bool = False
    revision: str | None = None


def made_of(deck: Path, presentation: Path) -> MadeOf:
    """Return of which state of a deck a presentation was made; of the deck as it is where it does not tell."""
    digest, source = digest_in(presentation), read_deck(deck, Diagnostics())
    if digest is None or source is None or source.digest == digest:
        return MadeOf(is_told=digest is not None)
    with suppress(RevisionFailed):
        if revision := revision_with(deck, digest):
            return MadeOf(True, True, revision[:_SHORT])
    return MadeOf(True, True)


_SHORT = 12
"""Letters of a commit's name, which messages show."""
