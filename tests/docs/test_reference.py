"""The parts of the reference that are made from the code name all that there is."""

from __future__ import annotations

import json
import re

import pytest

from deckmaker.cli import COMMANDS
from deckmaker.diagnostics.catalogue import CATALOGUE
from deckmaker.schemas import schema_of
from docs.reference_pages import PARTS, filled
from docs.reference_pages.schemas import heading, value


def headings(text: str) -> set[str]:
    """Return the headings of the second level."""
    return {line[3:].strip("`") for line in text.splitlines() if line.startswith("## ")}


def test_every_code_has_its_meaning_and_its_mend() -> None:
    text = PARTS["codes"]()
    assert headings(text) == set(CATALOGUE)
    assert text.count("To mend it: ") == len(CATALOGUE)


def test_every_command_has_its_help() -> None:
    text = PARTS["commands"]()
    assert {"deckmaker", *(f"deckmaker {name}" for name in COMMANDS)} <= headings(text)
    assert text.count("Usage: deckmaker") == len(headings(text))


@pytest.mark.parametrize("language", ["deck", "theme", "project"])
def test_every_key_has_a_row(language: str) -> None:
    """In the table of its own mapping, and links lead to tables that there are."""
    text, schema = PARTS[f"{language} keys"](), json.loads(schema_of(language))
    tables = dict(zip(*[iter(re.split(r"^## (.*)$", text, flags=re.MULTILINE)[1:])] * 2, strict=True))
    for name, model in schema["$defs"].items():
        if model.get("properties"):
            assert set(re.findall(r"^\| `(\w+)`", tables[heading(name)], re.MULTILINE)) == set(model["properties"])
    links = set(re.findall(r"\(#([\w-]+)\)", text))
    assert links <= {one.lower().replace(" ", "-") for one in tables}
    assert links


def test_what_a_key_takes_is_said_in_words() -> None:
    assert value({"type": "integer", "minimum": 1, "maximum": 4}) == "a whole number from 1 to 4"
    assert value({"anyOf": [{"type": "string"}, {"type": "null"}]}) == "a text"
    assert (
        value({"anyOf": [{"enum": ["a", "b"]}, {"$ref": "#/$defs/BarEntry"}]})
        == "`a`, or `b`, or a mapping: [bar](#bar)"
    )
    assert value({"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}) == (
        "a list of 2 values: a number"
    )


def test_a_mark_that_names_nothing_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        filled("<!-- made from the code: all colours -->")
