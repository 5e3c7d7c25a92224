"""A bound: a number, and the words for it."""

from __future__ import annotations

from deckmaker.dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Bound:
    """The most of one thing that a file, deck, slide, table or picture may hold.

    `unit` is a plural noun, such as cells; `holder` a noun with its article, such as a table; `most` counts units.
    """

    most: int
    unit: str
    holder: str

    @property
    def limit(self) -> str:
        """The bound in words: `1,000,000 cells`."""
        return f"{self.most:,} {self.unit}"

    def excess(self, found: int | None = None) -> str:
        """Return what is said of what holds too much, behind its name: `found` units, where that is known."""
        held = f"{found:,} {self.unit}" if found is not None else f"more than {self.limit}"
        return f"has {held}: {self.holder} may have {self.most:,}"
