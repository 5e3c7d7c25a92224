"""How a deck is put on paper: handouts, notes pages, and how large the pictures of its PDF are."""

from __future__ import annotations

from deckmaker.dataclasses import dataclass, field
from deckmaker.diagnostics import Span

HANDOUTS = (1, 2, 3, 4, 6, 8, 9)
"""How many slides a sheet of a handout may hold."""

USUAL_HANDOUT = 6
"""How many it holds where nobody says."""

PAPERS = ("A4", "Letter")
INKS = ("full", "light", "grey")

STANDARDS = ("ua-1", "a-2b", "a-3a")
"""The standards that a PDF follows: PDF/UA-1 always, and with it PDF/A-2b or PDF/A-3a, which are for archives."""


@dataclass(frozen=True, slots=True)
class PaperSettings:
    """What a deck, or whoever builds it, wants of its PDF files; None where nobody says.

    `handout` is how many slides a sheet holds; `notes` asks for notes pages, `cover` for a first sheet with the deck's
    title. `dpi` is the most pixels an inch that pictures keep, `max_size` the most bytes that a file may have, and
    `max_size_place` where that is written. `standard` is one of STANDARDS. `hidden` asks for hidden slides, too.
    """

    handout: int | None = None
    notes: bool = False
    paper: str | None = None
    ink: str | None = None
    cover: bool = False
    dpi: int | None = None
    max_size: int | None = None
    max_size_place: Span | None = field(default=None, repr=False, compare=False)
    standard: str | None = None
    hidden: bool = False

    def over(self, other: PaperSettings) -> PaperSettings:
        """Return these, and where they say nothing, the other's."""
        return PaperSettings(
            self.handout or other.handout,
            self.notes or other.notes,
            self.paper or other.paper,
            self.ink or other.ink,
            self.cover or other.cover,
            self.dpi or other.dpi,
            self.max_size or other.max_size,
            self.max_size_place if self.max_size else other.max_size_place,
            self.standard or other.standard,
            self.hidden or other.hidden,
        )
