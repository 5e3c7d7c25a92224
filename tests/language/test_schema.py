"""The JSON Schema that editors use: whole in itself, and the decks of this project follow it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from deckmaker.language.deck import DeckEntry
from tests.projects import ROOT, run

SCHEMA = DeckEntry.model_json_schema()


def accepts(schema: dict[str, Any], value: Any) -> bool:
    """Judge a value by the few words of JSON Schema that ours uses: references, anyOf, type, properties, items."""
    if "$ref" in schema:
        return accepts(SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")], value)
    if "anyOf" in schema:
        return any(accepts(branch, value) for branch in schema["anyOf"])
    if "enum" in schema:
        return value in schema["enum"]
    kinds = {"string": str, "number": (int, float), "boolean": bool, "object": dict, "array": list}
    kinds["null"] = type(None)
    wanted = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    if not any(isinstance(value, kinds[kind]) for kind in wanted):
        return False
    if isinstance(value, list):
        return all(accepts(schema["items"], item) for item in value) if "items" in schema else True
    if isinstance(value, dict):
        known, others = schema.get("properties", {}), schema.get("additionalProperties", True)
        if any(key not in value for key in schema.get("required", [])):
            return False
        return all(
            accepts(known[key], item) if key in known else others is True or bool(others and accepts(others, item))
            for key, item in value.items()
        )
    return True


def subschemas(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every mapping in the schema."""
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from subschemas(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from subschemas(value)


def test_the_command_prints_the_schema():
    """`deckmaker schema` prints JSON and nothing else."""
    result = run("schema")
    assert result.exit_code == 0 and not result.stderr
    assert json.loads(result.stdout) == SCHEMA


def test_every_reference_leads_to_a_definition():
    """An editor can resolve the schema without anything else."""
    references = {one["$ref"] for one in subschemas(SCHEMA) if isinstance(one.get("$ref"), str)}
    assert references
    assert {one.removeprefix("#/$defs/") for one in references} <= SCHEMA["$defs"].keys()


def test_every_key_of_the_deck_is_described():
    """The descriptions are what an editor shows at a key."""
    for name in ("SlideEntry", "CreditEntry", "ImageEntry", "TextEntry"):
        properties = SCHEMA["$defs"].get(name, {"properties": {}})["properties"]
        assert [key for key, value in properties.items() if "description" not in value] == []
    assert all("description" in value for value in SCHEMA["properties"].values())


@pytest.mark.parametrize("path", sorted((ROOT / "decks").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_decks_of_the_project_follow_the_schema(path):
    """What deckmaker builds, an editor does not underline."""
    # Editors follow YAML 1.2, where `16:9` and dates are strings; PyYAML's own guesses are those of 1.1.
    assert accepts(SCHEMA, yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader))


@pytest.mark.parametrize(
    "slide",
    [
        {"titel": "A"},
        {"title": ["A"]},
        {"bullets": "A"},
        {"bullets": [["A"]]},
        {"image": {"alt": "A"}},
        {"bullets": [{"A": "b"}]},
        {"credits": [{"role": "owner"}]},
    ],
    ids=str,
)
def test_mistakes_do_not_follow_the_schema(slide):
    """What deckmaker refuses, an editor underlines."""
    assert not accepts(SCHEMA, {"title": "A", "slides": [slide]})
