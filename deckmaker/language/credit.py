"""Credits as written: on pictures, slides and tables, and as the deck's `sources`."""

from __future__ import annotations

from deckmaker.diagnostics.edit import scalar
from deckmaker.language.entry import Entry, EntryOf, optional
from deckmaker.language.kinds import Choice, Text


class CreditEntry(Entry):
    """A credit: who made something, where it comes from, and under which licence."""

    text = optional(Text(), "The credit line as it must stand.")
    role = optional(
        Choice("picture", "data", "text", "original"),
        "What is credited; a credit on a picture is for the picture, one on a slide for its text.",
    )
    kind = optional(
        Choice("picture", "photo", "illustration", "map", "chart", "diagram", "screenshot"),
        "What kind of picture it is; names it in the strip.",
    )
    title = optional(Text(), "The work's title.")
    creator = optional(Text(), "Who made it.")
    publisher = optional(Text(), "Who published it.")
    dataset = optional(Text(), "The name of the data.")
    source = optional(Text(), "A key of the deck's `sources`, or the name of the source.")
    via = optional(Text(), "Where it was found, when that is not where it comes from.")
    license = optional(Text(), "An SPDX id such as CC-BY-4.0, the licence's address, or its name.")
    url = optional(Text(), "Where it comes from, as an address.")
    year = optional(Text(), "When it was made.")
    date = optional(Text(), "What day or time data are of.")
    retrieved = optional(Text(), "When data were fetched.")
    copyright = optional(Text(), "The copyright notice, such as `© 2026 A. Lind`.")
    modified = optional(Text(), "How it was changed, such as `cropped`.")
    ai = optional(Text(), "The AI that made it, or `yes` where its name is not known.")
    note = optional(Text(), "What else must be said, such as a disclaimer.")
    none = optional(
        Text(), "Why nobody is credited, such as `own work` or `the source names none`; then nothing else is."
    )


CREDIT = EntryOf(CreditEntry, shorthand="text")


def record_of(key: str) -> str:
    """Return a credit that names the record of a key of `sources`, as YAML on one line."""
    return f"{{source: {scalar(key)}}}"
