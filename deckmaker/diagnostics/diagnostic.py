"""One diagnostic, and the known word that a wrong one may have been meant for."""

from __future__ import annotations

from dataclasses import dataclass

from deckmaker.diagnostics.catalogue import Severity
from deckmaker.diagnostics.near import nearest_of
from deckmaker.diagnostics.span import Span


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What is wrong (`code`, `message`), where (`span`, if it has a place) and how to mend it (`help`).

    `notes` are short sentences that add to the message, such as where else to look.
    """

    code: str
    severity: Severity
    message: str
    span: Span | None = None
    help: str | None = None
    notes: tuple[str, ...] = ()


def nearest(word: str, known: list[str]) -> str | None:
    """Return a help sentence naming the known word nearest to `word`, or None when none is near.

    Capitals do not count: `Title` is near `title`, and so is `TITEL`.
    """
    near = nearest_of(word, known)
    return f"did you mean `{near}`?" if near else None
