"""Every key of decks, theme files and projects, from the JSON Schemas that editors are given."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from deckmaker.schemas import schema_of

Schema = dict[str, Any]


def deck_keys() -> str:
    """Return a table of keys for a deck, and for each kind of mapping in it."""
    return _tables(json.loads(schema_of("deck")), "A deck")


def theme_keys() -> str:
    """Return a table of keys for a theme file, and for each kind of mapping in it."""
    return _tables(json.loads(schema_of("theme")), "A theme file")


def project_keys() -> str:
    """Return a table of keys for `deckmaker.yaml`, and for each kind of mapping in it."""
    return _tables(json.loads(schema_of("project")), "A project")


def _tables(schema: Schema, title: str) -> str:
    models = {name: one for name, one in schema["$defs"].items() if one.get("properties")}
    parts = [_table(schema, title), *(_table(model, heading(name)) for name, model in models.items())]
    return "\n".join(parts)


def heading(name: str) -> str:
    """Return what a mapping is called on the page: `TableColumnEntry` is a “Table column”."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name.removesuffix("Entry")).capitalize()


def _table(model: Schema, title: str) -> str:
    required = model.get("required", ())
    rows = [
        f"| `{key}`{' (required)' if key in required else ''} | {_cell(value(one))} | {_default(one)} "
        f"| {_cell(one.get('description', ''))} |"
        for key, one in model["properties"].items()
    ]
    head = ["| key | takes | default | meaning |", "| --- | --- | --- | --- |"]
    return "\n".join([f"## {title}", "", model.get("description", ""), "", *head, *rows, ""])


def value(schema: Schema) -> str:
    """Return in words, as Markdown, what a key takes."""
    return ", or ".join(dict.fromkeys(_values(schema)))


def _values(schema: Schema) -> Iterator[str]:
    if "anyOf" in schema or "oneOf" in schema:
        for one in schema.get("anyOf", schema.get("oneOf")):
            yield from _values(one)
    elif "$ref" in schema:
        name = heading(schema["$ref"].rpartition("/")[2])
        yield f"a mapping: [{name.lower()}](#{name.lower().replace(' ', '-')})"
    elif "enum" in schema or "const" in schema:
        yield from (f"`{_plain(one)}`" for one in schema.get("enum", [schema.get("const")]))
    elif schema.get("type") == "array":
        yield _list(schema)
    elif schema.get("type") == "object":
        inner = schema.get("additionalProperties")
        named = value(inner) if isinstance(inner, dict) and inner else ""
        yield f"a mapping from names to {named}" if named else "a mapping"
    elif schema.get("type") != "null":
        yield _scalar(schema)


def _list(schema: Schema) -> str:
    least, most = schema.get("minItems"), schema.get("maxItems")
    many = f"{least} to {most} " if least and most and least != most else f"{most} " if most else ""
    return f"a list of {many}values: {value(schema['items'])}" if schema.get("items") else f"a list of {many}values"


def _scalar(schema: Schema) -> str:
    kinds = schema.get("type", "string")
    if not isinstance(kinds, str) or kinds == "string":
        return "a text"
    if kinds == "boolean":
        return "`true`, or `false`"
    name = "a whole number" if kinds == "integer" else "a number"
    least, above, most = schema.get("minimum"), schema.get("exclusiveMinimum"), schema.get("maximum")
    if least is not None and most is not None:
        return f"{name} from {least} to {most}"
    if least is not None or above is not None:
        return f"{name}, {f'at least {least}' if least is not None else f'above {above}'}"
    return f"{name}, at most {most}" if most is not None else name


def _default(schema: Schema) -> str:
    default = schema.get("default")
    return "" if default is None else f"`{_plain(default)}`"


def _plain(one: object) -> str:
    """Return a value as YAML has it."""
    return one if isinstance(one, str) else json.dumps(one, ensure_ascii=False)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
