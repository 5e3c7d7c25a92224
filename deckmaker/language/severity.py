"""What may be written under `severity`, and what editors show of it."""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field, WithJsonSchema

from deckmaker.diagnostics import CATALOGUE
from deckmaker.language.entry import TEXT_SCHEMA, Entry, Text

Level = Literal["error", "warning", "note", "off"]


class SeverityEntry(Entry):
    """How bad a kind of mistake is, and why."""

    level: Level
    reason: Text | None = Field(None, description="Why, such as whose permission there is.")


def _expand(value: Any) -> Any:
    """Bring a level to the long form, whatever is written for it: then a wrong one is reported as such."""
    return value if isinstance(value, dict) else {"level": value}


def _schema(code: str) -> dict[str, Any]:
    known = CATALOGUE[code]
    level = {"enum": ["error"] if known.is_fixed else list(get_args(Level))}
    long = {
        "type": "object",
        "properties": {"level": level, "reason": TEXT_SCHEMA | {"description": "Why."}},
        "required": ["level"],
        "additionalProperties": False,
    }
    return {"anyOf": [level, long], "description": known.meaning}


# What a code means is shown where an editor offers it; those that are errors by nature stay errors.
Levels = Annotated[
    dict[str, Annotated[SeverityEntry, BeforeValidator(_expand)]],
    WithJsonSchema(
        {
            "type": "object",
            "properties": {code: _schema(code) for code in CATALOGUE},
            "additionalProperties": False,
        }
    ),
]
