"""What is said of a file while it is imported: each kind of loss at its first place, and how often it comes."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.patterns import pattern

TRAIL_LEFT_OUT = "words above a title are left out"
"""How a message begins about a slide's trail, which follows its section."""

NOTES_LOST = "notes that the presentation does not hold are left out"
"""What is said of a slide that refers to notes which are not there: nobody has deleted these."""

_MOST_NAMES = 8
"""Names of one message."""

_UNSEEN = pattern("[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]+")
"""What nobody sees in words of others, such as soft hyphens; a message would show its escapes."""


class Counts(Enum):
    """Where something counts that one of two presentations alone has: on either side; on that which somebody edited,
    since programs drop it; or nowhere, since nobody wrote it: it answers for the same on the other side."""

    ON_EITHER = "on either"
    WHERE_EDITED = "where edited"
    NOWHERE = "nowhere"


class Loss(NamedTuple):
    """One thing that a deck has no place for, in the words of a message, and the number of its slide."""

    message: str
    number: int
    span: Span
    counts: Counts = Counts.ON_EITHER


class Told:
    """Gathers what a deck has no place for, by the numbers of lines or slides, and reports it in the end."""

    def __init__(self, span_of: Callable[[int], Span]) -> None:
        """Take what returns the place of a number."""
        self.span_of = span_of
        self._found: dict[tuple[str, str, int], list[tuple[int, str, Counts]]] = {}

    def note(
        self,
        number: int,
        message: str,
        help: str,
        name: str = "",
        alone: bool = False,
        counts: Counts = Counts.ON_EITHER,
    ) -> None:
        """Note what was lost or changed in a place; its `name` stands for NAMES in the message, beside others. What
        asks for something in its place is told there, `alone`. Where presentations are compared, `counts` says on which
        side it is told."""
        self._found.setdefault((message, help, number if alone else 0), []).append((number, name, counts))

    def tell_all(self, diagnostics: Diagnostics) -> None:
        """Report all that was noted."""
        for (message, help, _), found in self._found.items():
            names = list(dict.fromkeys(_quoted(name) for _, name, _ in found))
            shown = ", ".join(names[:_MOST_NAMES]) + (", …" if len(names) > _MOST_NAMES else "")
            others = len(found) - 1
            times = f" (and {others:,} more like it)" if others and len(names) == 1 else ""
            has_names = any(name for _, name, _ in found)  # else the word may be an author's
            said = f"{message.replace('NAMES', shown) if has_names else message}{times}"
            diagnostics.report("not-imported", said, self.span_of(found[0][0]), help)

    def losses(self) -> list[Loss]:
        """Return all that was noted, one by one: so it can be counted."""
        return [
            Loss(message.replace("NAMES", _quoted(name)) if name else message, number, self.span_of(number), counts)
            for (message, _, _), found in self._found.items()
            for number, name, counts in found
        ]


def _quoted(name: str) -> str:
    return f"`{_UNSEEN.sub('', name)}`"
