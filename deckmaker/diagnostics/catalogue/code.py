"""What the catalogue says of a code."""

from __future__ import annotations

from enum import Enum

from deckmaker.dataclasses import dataclass


class Severity(Enum):
    """How bad: an error stops the deck, a warning does not (unless `--strict`), a note informs; off is not said."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    OFF = "off"


class Example(str):
    """A sentence about what leads to a code that no file alone leads to."""


class DeckExample(Example):
    """A whole deck that leads to the code."""


class ThemeExample(Example):
    """A whole theme file that leads to the code in any deck that names it."""


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of diagnostic: its usual severity, what it means, how to mend it, and what leads to it."""

    severity: Severity
    meaning: str
    mend: str
    example: Example

    @property
    def is_fixed(self) -> bool:
        """Whether it is an error by nature: there is nothing to build, whatever a deck would rather have."""
        return self.severity is Severity.ERROR


E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE
