"""Which state of a deck a presentation was made of: the deck as it is, or one that git has."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from deckmaker.comparison.git import RevisionFailed
from deckmaker.comparison.states import revision_with
from deckmaker.diagnostics import Diagnostics
from deckmaker.importing.powerpoint.made_of import Told, ids_of_built, told_by
from deckmaker.source.reading import display_name, read_deck

__all__ = ["MadeOf", "OtherRow", "Told", "ids_of_built", "made_of", "row_of", "told_by"]


class MadeOf(NamedTuple):
    """A state of a deck: whether a presentation tells it, whether it is another one than now, and the `revision` of git
    that it is then; None for none."""

    is_told: bool
    is_older: bool = False
    revision: str | None = None


def made_of(deck: Path, digest: str | None) -> MadeOf:
    """Return of which state of a deck a presentation was made, which tells its digest; of the deck as it is without
    one."""
    source = read_deck(deck, Diagnostics())
    if digest is None or source is None or source.digest == digest:
        return MadeOf(is_told=digest is not None)
    with suppress(RevisionFailed):
        if revision := revision_with(deck, digest):
            return MadeOf(True, True, revision[:_SHORT])
    return MadeOf(True, True)


class OtherRow(Exception):
    """A presentation was made of another row than somebody says."""


def row_of(deck: Path, presentation: Path, name: str | None, row: int | None, diagnostics: Diagnostics) -> int | None:
    """Return the number of the row that a presentation was made of, by the name that it tells, else the `row` that
    somebody named. Raises OtherRow where it was made of another one than that, which is reported."""
    if name is None:
        return row
    from deckmaker.prepared import prepare  # loads what few decks need
    from deckmaker.rows.one_row import number_named

    prepared = prepare(deck, Diagnostics())
    number = number_named(prepared, deck, name, Diagnostics()) if prepared else None
    if number is None or row in (None, number):
        return number or row
    shown = display_name(presentation)
    message = f"`{shown}` was made of row {number}, `{name}`, and not of row {row}"
    diagnostics.report("other-row", message, help="leave `--row` out: the presentation tells its row")
    raise OtherRow


_SHORT = 12
"""Letters of a commit's name, which messages show."""
