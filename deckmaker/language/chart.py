"""Charts as written: their numbers, how they are drawn, and what is stressed and said of them."""

from __future__ import annotations

from deckmaker.language.credit import CREDIT
from deckmaker.language.entry import Entry, optional
from deckmaker.language.kinds import Choice, Text


class ChartEntry(Entry):
    """A chart: its numbers, written here or in a file, and how they are shown."""

    type = optional(
        Choice("column", "bar", "line", "area", "pie", "doughnut", "scatter", "bubble"),
        "What stands for a number; without it, a rule chooses by the data.",
    )
    file = optional(Text(), "Path of a CSV or XLSX file, relative to the deck.")
    credit = optional(CREDIT, "Whose data they are.")
