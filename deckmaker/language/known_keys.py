"""The keys that a model of the language allows at each place, looked up in its JSON Schema."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel


def keys_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> list[str]:
    """List the keys that the language allows at `loc`, in the order of the documentation."""
    schema = _schema(model)
    here = schema
    for step in loc:
        here = _resolve(schema, here)
        if isinstance(step, str):
            properties = here.get("properties", {})
            # Where no further keys are allowed, an unknown one stands for any of those that are.
            here = properties.get(step) or here.get("additionalProperties") or next(iter(properties.values()), {})
        else:
            here = here.get("items", {})
    return list(_resolve(schema, here).get("properties", {}))


@cache
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema()


def _resolve(schema: dict[str, Any], here: dict[str, Any]) -> dict[str, Any]:
    """Follow references and unions to the branch that describes a mapping or a list."""
    while True:
        if "$ref" in here:
            here = schema["$defs"][here["$ref"].rsplit("/", 1)[1]]
        elif "anyOf" in here:
            here = next(
                (b for b in here["anyOf"] if "$ref" in b or b.get("type") in ("object", "array") or "anyOf" in b),
                {},
            )
        else:
            return here
