"""Data as written: their file, how that is read, and which rows are meant. Tables and charts have these keys."""

from __future__ import annotations

from typing import Any

from deckmaker.budget.tables import TABLE_FILE_LINES
from deckmaker.language.entry import Entry, optional, with_default
from deckmaker.language.kinds import Choice, Integer, Kind, Location, MappingOf, Mistake, Schema, String, Text

COUNTED = Integer(least=0, most=TABLE_FILE_LINES.most)
COUNTED_FROM_ONE = Integer(least=1, most=TABLE_FILE_LINES.most)
"""Rows, columns and lines: no file has more."""


class Several(Kind[list[str]]):
    """A text or a list of texts, `least` at least; read as a list. An empty text stands for empty cells."""

    def __init__(self, least: int = 0) -> None:
        self._least = least

    def inside(self, step: str | int) -> Kind[Any]:
        return String()

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        if isinstance(value, list):
            if len(value) < self._least:
                mistakes.append(Mistake("few", at, value, {"least": self._least, "most": None}))
            return [
                String().read("" if one is None else one, (*at, index), mistakes) for index, one in enumerate(value)
            ]
        return [String().read("" if value is None else value, at, mistakes)]

    def schema(self, models: dict[str, Schema]) -> Schema:
        text = {"type": ["string", "number", "boolean", "null"]}
        counts = {"minItems": self._least} if self._least else {}
        return {"anyOf": [text, {"type": "array", "items": text, **counts}]}


class FileEntry(Entry):
    """A file of rows, and how it is read."""

    file = optional(Text(), "Path of a CSV or XLSX file, relative to the deck.")
    sheet = optional(Text(), "The sheet of an XLSX file, by its name or number; without it, the first that is shown.")
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
        COUNTED, "Lines of the file above the names of its columns; without it, titles are found, with a warning."
    )
    decimal = optional(Choice("point", "comma"), "The decimal sign of the numbers as typed, where they leave it open.")


class DataEntry(FileEntry):
    """Rows of a file, and those of them that are meant. These keys come behind those of what is made of them."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        own = {name: key for name, key in cls.keys.items() if name not in DataEntry.keys}
        cls.keys = own | cls.keys

    where = with_default(
        MappingOf(Several()),
        {},
        "Which rows are shown, by column: a value, one of several, or a comparison as in > 55.",
    )
    sort = optional(Several(), "The column or columns that rows are sorted by; a minus before one for falling.")
    most = optional(COUNTED_FROM_ONE, "How many rows are shown at most, header and footer left out.")
