"""The JSON Schema of a file of the language, as `deckmaker schema` prints it for editors."""

from __future__ import annotations

from typing import Any

from deckmaker.language.entry import Entry
from deckmaker.language.kinds import Schema


def json_schema(model: type[Entry]) -> Schema:
    """Return a model's schema, whole in itself; keywords are in alphabetical order, keys in that of the language."""
    models: dict[str, Schema] = {}
    schema = model.schema(models)
    ordered: Schema = _ordered({**schema, "$defs": models})
    return ordered


def _ordered(schema: Any, are_names: bool = False) -> Any:
    if isinstance(schema, list):
        return [_ordered(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    names = schema if are_names else sorted(schema)
    return {name: _ordered(schema[name], are_names=name == "properties" and not are_names) for name in names}
