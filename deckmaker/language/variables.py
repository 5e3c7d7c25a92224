"""Variables as written: a text, lists and mappings of texts, or a file of data."""

from __future__ import annotations

from typing import Any

from deckmaker.language.data import FileEntry
from deckmaker.language.entry import EntryOf, optional, required
from deckmaker.language.kinds import Kind, Location, Mistake, Schema, Text


class VariableFileEntry(FileEntry):
    """A file of data: CSV or XLSX, whose rows have names, or JSON or YAML."""

    file = required(Text(), "Path of a CSV, XLSX, JSON or YAML file, relative to the deck.")
    key = optional(Text(), "The column whose texts name the rows; without it, the first.")


_FILE = EntryOf(VariableFileEntry)


class VariableValue(Kind[Any]):
    """Anything; a mapping with a `file` is a file's data."""

    @property
    def known(self) -> tuple[str, ...]:
        return _FILE.known

    def inside(self, step: str | int) -> Kind[Any]:
        return _FILE.inside(step) if step in _FILE.known else self

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        return _FILE.read(value, at, mistakes) if isinstance(value, dict) and "file" in value else value

    def schema(self, models: dict[str, Schema]) -> Schema:
        anything = {"type": ["string", "number", "boolean", "null", "array", "object"]}
        return {"anyOf": [_FILE.schema(models), anything]}
