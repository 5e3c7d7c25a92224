"""What may be written under `severity`, and what editors show of it."""

from __future__ import annotations

from deckmaker.diagnostics import CATALOGUE
from deckmaker.language.kinds import MappingOf, Schema, Word

_LEVELS = ("error", "warning", "note", "off")


class Levels(MappingOf[str]):
    """Severities by code. What a code means is shown where an editor offers it; errors by nature stay errors."""

    def __init__(self) -> None:
        super().__init__(Word(*_LEVELS))

    def schema(self, models: dict[str, Schema]) -> Schema:
        codes = {
            code: {"enum": ["error"] if known.is_fixed else list(_LEVELS), "description": known.meaning}
            for code, known in CATALOGUE.items()
        }
        return {"type": "object", "properties": codes, "additionalProperties": False}
