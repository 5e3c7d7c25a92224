"""The JSON Schema of theme files, for editors: the models', but for keys that a theme may leave to what it extends."""

from __future__ import annotations

from typing import Any

from deckmaker.fonts import FAMILIES
from deckmaker.language.entry import json_schema
from deckmaker.language.theme import ThemeEntry
from deckmaker.theme.palette import COLORS
from deckmaker.theme.slots import SLOTS

_WHOLE = ("ShapeEntry",)
"""Models whose mappings stand in lists, which are replaced and never joined with inherited ones."""


def theme_schema() -> dict[str, Any]:
    """Return the schema that theme files follow as they are written."""
    schema = json_schema(ThemeEntry)
    models: dict[str, dict[str, Any]] = schema["$defs"]
    required = [key for key in schema.pop("required") if key != "name"]  # the file's name stands in for `name`
    for name, model in models.items():
        if name not in _WHOLE:
            model.pop("required", None)
    schema["anyOf"] = [{"required": ["extends"]}, {"required": required}]
    for role in models["FontsEntry"]["properties"].values():
        role["anyOf"].insert(0, {"enum": list(FAMILIES)})  # what editors offer; any other name is one, too
    models["FamilyEntry"]["properties"]["substitute"]["anyOf"][0]["enum"] = list(FAMILIES)
    slots = models["LayoutEntry"]["properties"]["slots"]
    slot = slots.pop("additionalProperties")
    slots |= {
        "properties": {name: {**slot, "description": meaning} for name, meaning in SLOTS.items()},
        "additionalProperties": False,
    }
    for key in ("palette", "dark"):
        colors = schema["properties"][key]
        color = colors["additionalProperties"]
        colors["properties"] = {name: {**color, "description": role} for name, role in COLORS.items()}
    return schema
