"""What the catalogue says of a code."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How bad: an error stops the deck, a warning does not (unless `--strict`), a note informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


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


E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE
