"""What may be written under `severity`, and what editors show of it."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import WithJsonSchema

from deckmaker.diagnostics import CATALOGUE

Level = Literal["error", "warning", "note", "off"]

# What a code means is shown where an editor offers it; those that are errors by nature stay errors.
Levels = Annotated[
    dict[str, Level],
    WithJsonSchema(
        {
            "type": "object",
            "properties": {
                code: {"enum": ["error"] if known.is_fixed else list(get_args(Level)), "description": known.meaning}
                for code, known in CATALOGUE.items()
            },
            "additionalProperties": False,
        }
    ),
]
