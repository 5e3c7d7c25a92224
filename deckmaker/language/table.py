"""Tables as written: their rows or their file, their columns, and what is picked, sorted and stressed of them."""

from __future__ import annotations

from typing import Any, ClassVar

from deckmaker.budget import TABLE_FILE_LINES
from deckmaker.language.cells import ROW
from deckmaker.language.credit import CREDIT
from deckmaker.language.entry import Entry, EntryOf, Key, optional, with_default
from deckmaker.language.kinds import (
    Boolean,
    Choice,
    Integer,
    Kind,
    ListOf,
    Location,
    MappingOf,
    Mistake,
    Number,
    Schema,
    String,
    Text,
)
from deckmaker.language.overflow import OVERFLOW

MOST_DECIMALS = 20
"""More digits than any measurement has; those of Python's floats are 17."""

MOST_WIDTH = 10_000
"""Widths are parts of one another, such as 2 and 1, or percents, or pixels."""

_COUNTED = Integer(least=0, most=TABLE_FILE_LINES.most)
_COUNTED_FROM_ONE = Integer(least=1, most=TABLE_FILE_LINES.most)
"""Rows, columns and lines: no file has more."""

ALIGN = Choice("left", "center", "right", "decimal")


class Several(Kind[list[str]]):
    """A text or a list of texts; read as a list. An empty text stands for empty cells."""

    def inside(self, step: str | int) -> Kind[Any]:
        return String()

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        if isinstance(value, list):
            return [
                String().read("" if one is None else one, (*at, index), mistakes) for index, one in enumerate(value)
            ]
        return [String().read("" if value is None else value, at, mistakes)]

    def schema(self, models: dict[str, Schema]) -> Schema:
        text = {"type": ["string", "number", "boolean", "null"]}
        return {"anyOf": [text, {"type": "array", "items": text}]}


class TableColumnEntry(Entry):
    """A column of a table: which one it is, what it is called, and how its cells are shown."""

    keys: ClassVar[dict[str, Key[Any]]] = {  # `from` is a word of Python's own
        "from": optional(Text(), "The column's name in the rows or the file, or its number; without it, `name`.")
    }
    name = optional(Text(), "What stands in its header; without it, the name it has.")
    format = optional(Choice("number", "percent"), "Numbers in the deck's language; percent takes 0.62 for 62 %.")
    decimals = optional(Integer(least=0, most=MOST_DECIMALS), "Digits behind the decimal sign; without it, as typed.")
    thousands = optional(
        Boolean(), "Whether digits stand in groups of three; so they do in columns of formatted numbers."
    )
    unit = optional(Text(), "What stands behind each number, such as dB.")
    align = optional(ALIGN, "How cells stand; numbers on the decimal sign, texts to the left without it.")
    width = optional(
        Number(above=0, most=MOST_WIDTH),
        "Its part of the table's width against those of others; content decides without.",
    )
    strong = with_default(Boolean(), False, "Whether the column is stressed.")

    @property
    def origin(self) -> str | None:
        """The column of the rows or the file that is shown: as written under `from`, else under `name`."""
        origin: str | None = self.__dict__["from"] or self.name
        return origin


class StrongEntry(Entry):
    """What of a table is stressed. Rows are numbered from 1 as they are shown, the header's left out."""

    rows = with_default(ListOf(_COUNTED_FROM_ONE), [], "Rows, by their numbers.")
    columns = with_default(ListOf(Text()), [], "Columns, by their names or numbers.")
    cells = with_default(ListOf(ListOf(Text(), least=2, most=2)), [], "Cells, each by its row's number and its column.")


class TableEntry(Entry):
    """A table: rows written here or in a CSV file."""

    caption = optional(Text(), "What the table shows; inline Markdown.")
    rows = optional(ListOf(ROW, least=1), "Rows: lists of cells, or mappings from the columns' names to cells.")
    file = optional(Text(), "Path of a CSV file, relative to the deck, instead of `rows`.")
    delimiter = optional(
        Choice("comma", "semicolon", "tab", "pipe", ",", ";", "|"),
        "What parts the file's cells; without it, it is found.",
    )
    encoding = optional(
        Choice(
            "utf-8",
            "utf-16",
            "windows-1250",
            "windows-1251",
            "windows-1252",
            "iso-8859-1",
            "iso-8859-2",
            "iso-8859-15",
            "mac-roman",
            "cp437",
            "cp850",
            "gb18030",
            "big5",
            "shift-jis",
            "euc-kr",
        ),
        "The file's encoding; without it, it is found among UTF-8, UTF-16 and Windows-1252.",
    )
    skip = optional(
        _COUNTED, "Lines of the file above the names of its columns; without it, titles are found, and told."
    )
    decimal = optional(Choice("point", "comma"), "The decimal sign of the numbers as typed, where they leave it open.")
    columns = optional(
        ListOf(EntryOf(TableColumnEntry, shorthand="from"), least=1),
        "Which columns are shown, in this order, and how; all of them without it.",
    )
    where = with_default(
        MappingOf(Several()),
        {},
        "Which rows are shown, by column: a value, one of several, or a comparison as in > 55.",
    )
    sort = optional(Several(), "The column or columns that rows are sorted by; a minus before one for falling.")
    most = optional(_COUNTED_FROM_ONE, "How many rows are shown at most, header and footer left out.")
    header = optional(_COUNTED, "How many of the first rows are the header; 1 without it.")
    footer = with_default(_COUNTED, 0, "How many of the last rows are totals.")
    stub = with_default(_COUNTED, 0, "How many of the first columns name their rows.")
    lines = with_default(
        Choice("rules", "zebra"), "rules", "What leads the eye along rows: rules, or a ground on every other."
    )
    strong = optional(EntryOf(StrongEntry), "What is stressed.")
    credit = optional(CREDIT, "Whose data they are.")
    overflow = optional(OVERFLOW, "What becomes of a table that has no room in its place.")
