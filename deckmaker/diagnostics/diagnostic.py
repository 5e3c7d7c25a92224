"""One diagnostic, and the known word that a wrong one may have been meant for."""

from __future__ import annotations

from collections.abc import Collection

from deckmaker.budget.messages import MESSAGE_NOTES
from deckmaker.dataclasses import dataclass
from deckmaker.diagnostics.catalogue import Severity
from deckmaker.diagnostics.edit import Edit
from deckmaker.diagnostics.near import did_you_mean, nearest_of
from deckmaker.diagnostics.row_place import RowPlace
from deckmaker.diagnostics.shortening import shortened
from deckmaker.diagnostics.span import Span


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A mistake: what is wrong (`code`, `message`), where (`span`, if it has a place) and how to mend it (`help`).

    `notes` are short sentences that add to the message, such as where else to look. Of texts that quote without end,
    beginning and end are kept, whoever reports them; of notes the first few. `edits` are there where the mend is sure:
    made together, they do what the help says. `row` is the row of a table for which the deck was made.
    """

    code: str
    severity: Severity
    message: str
    span: Span | None = None
    help: str | None = None
    notes: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    row: RowPlace | None = None

    @property
    def remarks(self) -> tuple[str, ...]:
        """The notes, and before them the row in words."""
        return (shortened(self.row.words), *self.notes) if self.row else self.notes

    def __post_init__(self) -> None:
        for name, value in (
            ("message", shortened(self.message)),
            ("help", self.help and shortened(self.help)),
            ("notes", tuple(map(shortened, self.notes[: MESSAGE_NOTES.most]))),
        ):
            object.__setattr__(self, name, value)


def nearest(word: str, known: Collection[str]) -> str | None:
    """Return a help sentence naming the known word nearest to `word`, or None when none is near.

    Capitals do not count: `Title` is near `title`, and so is `TITEL`.
    """
    near = nearest_of(word, known)
    return did_you_mean(near) if near else None
