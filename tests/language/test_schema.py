"""The JSON Schema that editors use: whole in itself, and the decks of this project follow it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from deckmaker.language.deck import DeckEntry
from deckmaker.language.entry import json_schema
from tests.projects import ROOT, run

SCHEMA = json_schema(DeckEntry)
VALIDATOR = Draft202012Validator(SCHEMA)


class EditorLoader(yaml.BaseLoader):
    """Reads as editors do, by YAML 1.2, where `16:9` and dates are strings; PyYAML's own guesses are those of 1.1."""


for tag, pattern, first, read in (
    ("int", r"[-+]?[0-9]+", "-+0123456789", int),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789", float),
    ("bool", r"true|false", "tf", "true".__eq__),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), list(first))
    EditorLoader.add_constructor(f"tag:yaml.org,2002:{tag}", lambda loader, node, read=read: read(node.value))


def subschemas(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every mapping in the schema."""
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from subschemas(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from subschemas(value)


@pytest.mark.sampled(every=2)
@pytest.mark.parametrize("arguments", [("schema",), ("schema", "deck")])
def test_the_command_prints_the_schema(arguments):
    """`deckmaker schema` prints JSON and nothing else; the deck's unless it is asked for another."""
    result = run(*arguments)
    assert result.exit_code == 0 and not result.stderr
    assert json.loads(result.stdout) == SCHEMA
    Draft202012Validator.check_schema(SCHEMA)


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


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("path", sorted((ROOT / "decks").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_decks_of_the_project_follow_the_schema(path):
    """What deckmaker builds, an editor does not underline."""
    assert list(VALIDATOR.iter_errors(yaml.load(path.read_text(encoding="utf-8"), EditorLoader))) == []


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
    assert VALIDATOR.is_valid({"title": "A", "slides": [{"title": "A"}]})
    assert not VALIDATOR.is_valid({"title": "A", "slides": [slide]})
