"""Rows of tables and their cells: a text, nothing, or a mapping for what more there is to say of a cell."""

from __future__ import annotations

from typing import Any

from deckmaker.budget.tables import TABLE_COLUMNS, TABLE_ROWS
from deckmaker.language.entry import Entry, EntryOf, optional, with_default
from deckmaker.language.kinds import Boolean, Choice, Integer, Kind, Location, Mistake, Schema, String


class CellEntry(Entry):
    """A cell of a table: its text, and how many columns and rows it takes."""

    text = optional(String(), "The cell's text; inline Markdown.")
    columns = with_default(Integer(least=1, most=TABLE_COLUMNS.most), 1, "How many columns it takes.")
    rows = with_default(Integer(least=1, most=TABLE_ROWS.most), 1, "How many rows it takes.")
    strong = with_default(Boolean(), False, "Whether it is stressed.")
    align = optional(Choice("left", "center", "right", "decimal"), "How it stands, where not as its column does.")


WrittenCell = str | CellEntry | None


class _Cell(EntryOf[CellEntry]):
    """A cell; texts and empty cells stay as they are, of which a table may have very many."""

    def __init__(self) -> None:
        super().__init__(CellEntry)

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        if value is None or isinstance(value, str):
            return value
        if isinstance(value, dict) and any(key in CellEntry.keys for key in value):
            return super().read(value, at, mistakes)
        said = "a cell takes a text, found a list"
        if isinstance(value, dict):
            said = "a cell with `: ` in it reads as a key and its value" if value else "a cell is an empty mapping"
        mistakes.append(Mistake("cell", at, value, {"said": said}))
        return None

    def schema(self, models: dict[str, Schema]) -> Schema:
        return {"anyOf": [{"type": ["string", "number", "boolean", "null"]}, super().schema(models)]}


CELL = _Cell()


class _Row(Kind["list[WrittenCell] | dict[str, WrittenCell]"]):
    """A list of cells, or a mapping from the columns' names to cells."""

    def inside(self, step: str | int) -> Kind[Any]:
        return CELL

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        if isinstance(value, list):
            return [CELL.read(cell, (*at, index), mistakes) for index, cell in enumerate(value)]
        if isinstance(value, dict):
            return {name: CELL.read(cell, (*at, name), mistakes) for name, cell in value.items()}
        said = "a row of a table takes a list of cells, or keys (the columns) with values"
        mistakes.append(Mistake("row", at, value, {"said": said}))
        return None

    def schema(self, models: dict[str, Schema]) -> Schema:
        cell = CELL.schema(models)
        return {"anyOf": [{"type": "array", "items": cell}, {"type": "object", "additionalProperties": cell}]}


ROW = _Row()
