"""What may be written under `severity`, and what editors show of it."""

from __future__ import annotations

from typing import Any

from deckmaker.diagnostics import CATALOGUE
from deckmaker.language.entry import Entry, EntryOf, optional, required
from deckmaker.language.kinds import Choice, Location, MappingOf, Mistake, Schema, Text

_LEVELS = ("error", "warning", "note", "off")


class SeverityEntry(Entry):
    """How bad a kind of mistake is, and why."""

    level = required(Choice(*_LEVELS), "How bad it is.")
    reason = optional(Text(), "Why, such as whose permission there is.")


class _SeverityOf(EntryOf[SeverityEntry]):
    """A level or, with its reason, a mapping: whatever else is written for a level is reported as a wrong one."""

    def __init__(self) -> None:
        super().__init__(SeverityEntry)

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        return super().read(value if isinstance(value, dict) else {"level": value}, at, mistakes)


class Levels(MappingOf[SeverityEntry]):
    """Severities by code. What a code means is shown where an editor offers it; errors by nature stay errors."""

    def __init__(self) -> None:
        super().__init__(_SeverityOf())

    def schema(self, models: dict[str, Schema]) -> Schema:
        return {
            "type": "object",
            "properties": {code: _schema(code) for code in CATALOGUE},
            "additionalProperties": False,
        }


def _schema(code: str) -> Schema:
    known = CATALOGUE[code]
    level = {"enum": ["error"] if known.is_fixed else list(_LEVELS)}
    long = {
        "type": "object",
        "properties": {"level": level, "reason": Text().schema({}) | {"description": "Why."}},
        "required": ["level"],
        "additionalProperties": False,
    }
    return {"anyOf": [level, long], "description": known.meaning}
