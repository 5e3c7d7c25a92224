"""Tables as written: their rows or their file, their columns, and what is picked, sorted and stressed of them."""

from __future__ import annotations

from typing import Any, ClassVar

from deckmaker.language.cells import ROW
from deckmaker.language.chart_values import FormatChoice
from deckmaker.language.credit import CREDIT
from deckmaker.language.data import COUNTED, COUNTED_FROM_ONE, DataEntry
from deckmaker.language.entry import Entry, EntryOf, Key, optional, with_default
from deckmaker.language.kinds import (
    Boolean,
    Choice,
    Integer,
    ListOf,
    Number,
    Text,
)
from deckmaker.language.overflow import OVERFLOW

MOST_DECIMALS = 20
"""More digits than any measurement has; those of Python's floats are 17."""

MOST_WIDTH = 10_000
"""Widths are parts of one another, such as 2 and 1, or percents, or pixels."""

ALIGN = Choice("left", "center", "right", "decimal")


class TableColumnEntry(Entry):
    """A column of a table: which one it is, what it is called, and how its cells are shown."""

    keys: ClassVar[dict[str, Key[Any]]] = {  # `from` is a word of Python's own
        "from": optional(Text(), "The column's name in the rows or the file, or its number; without it, `name`.")
    }
    name = optional(Text(), "What stands in its header; without it, the name it has.")
    format = optional(FormatChoice("number", "percent"), "Numbers in the deck's language; percent takes 0.62 for 62 %.")
    decimals = optional(Integer(least=0, most=MOST_DECIMALS), "Digits behind the decimal sign; without it, as typed.")
    thousands = optional(
        Boolean(), "Whether digits stand in groups of three; so they do in columns of formatted numbers."
    )
    unit = optional(Text(), "What stands behind each number, such as dB.")
    align = optional(ALIGN, "How cells stand; numbers on the decimal sign, texts to the left without it.")
    width = optional(
        Number(above=0, most=MOST_WIDTH),
        "Its share of the table's width; without it, its content decides.",
    )
    strong = with_default(Boolean(), False, "Whether the column is stressed.")

    @property
    def origin(self) -> str | None:
        """The column of the rows or the file that is shown: as written under `from`, else under `name`."""
        origin: str | None = self.__dict__["from"] or self.name
        return origin


class StrongEntry(Entry):
    """What of a table is stressed. Rows are numbered from 1 as they are shown, the header's left out."""

    rows = with_default(ListOf(COUNTED_FROM_ONE), [], "Rows, by their numbers.")
    columns = with_default(ListOf(Text()), [], "Columns, by their names or numbers.")
    cells = with_default(ListOf(ListOf(Text(), least=2, most=2)), [], "Cells, each by its row's number and its column.")


class TableEntry(DataEntry):
    """A table: rows written here, or in a CSV or XLSX file."""

    caption = optional(Text(), "What the table shows; inline Markdown.")
    rows = optional(ListOf(ROW, least=1), "Rows: lists of cells, or each column's name as a key with its cell.")
    columns = optional(
        ListOf(EntryOf(TableColumnEntry, shorthand="from"), least=1),
        "Which columns are shown, in this order, and how; all of them without it.",
    )
    header = optional(COUNTED, "How many of the first rows are the header; 1 without it.")
    footer = with_default(COUNTED, 0, "How many of the last rows are totals.")
    stub = with_default(COUNTED, 0, "How many of the first columns name their rows.")
    lines = with_default(
        Choice("rules", "zebra"), "rules", "What leads the eye along rows: rules, or a ground on every other."
    )
    strong = optional(EntryOf(StrongEntry), "What is stressed.")
    credit = optional(CREDIT, "Whose data they are.")
    overflow = optional(OVERFLOW, "What becomes of a table that has no room in its place.")
