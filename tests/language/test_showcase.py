"""The showcase has every block in every variant: what the registry, the schema and the docs name stands on a slide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from deckmaker.blocks import BLOCKS
from deckmaker.language.deck import DeckEntry
from deckmaker.language.entry import json_schema
from tests.projects import ROOT
from tests.quick_yaml import BaseLoader

SHOWCASE = yaml.load((ROOT / "decks" / "showcase.yaml").read_text(encoding="utf-8"), BaseLoader)
REFERENCE = "".join((ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8") for name in ("deck", "charts"))
DEFINITIONS = json_schema(DeckEntry)["$defs"]
NO_LOOK = ("overflow", "decimal", "delimiter", "encoding", "language", "role", "scale")
"""Keys that say how files and numbers are read and counted, or what becomes of what does not fit; languages of code,
and timelines of both scales, have tests of their own."""
NO_BLOCKS = ("CreditEntry", "CreditsEntry", "OverflowEntry", "PdfEntry", "SlideEntry")


def mappings(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every mapping in what was read from YAML."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from mappings(one)


def variants() -> Iterator[tuple[str, str]]:
    """Yield the keys of blocks whose values are a choice, and each value but the one that holds without the key."""
    for entry, definition in DEFINITIONS.items():
        for key, schema in definition["properties"].items():
            for choice in (schema, *schema.get("anyOf", ())) if entry not in NO_BLOCKS and key not in NO_LOOK else ():
                yield from ((key, value) for value in choice.get("enum", ()) if value != schema.get("default"))


def shown() -> set[tuple[str, str]]:
    """Return each key of the showcase with its value, where that is a text."""
    pairs = (pair for one in mappings(SHOWCASE["slides"]) for pair in one.items())
    return {(key, value) for key, value in pairs if isinstance(value, str)}


def test_every_block_stands_on_a_slide():
    """Under its key, on a slide or within another block; the docs list the same keys."""
    assert set(BLOCKS) <= {key for one in mappings(SHOWCASE["slides"]) for key in one}
    (table,) = re.findall(r"^## Blocks\n.*?^(\| key \| is.*?)\n\n", REFERENCE, re.MULTILINE | re.DOTALL)
    assert {key for line in table.splitlines()[2:] for key in re.findall(r"`(\w+)`", line.split("|")[1])} == set(BLOCKS)


@pytest.mark.parametrize(("key", "value"), sorted(set(variants())))
def test_every_variant_of_a_block_stands_on_a_slide(key, value):
    """Also in the docs, by its name."""
    assert (key, value) in shown()
    assert re.search(rf"`(?:{key}: )?{value}`", REFERENCE)


def test_forms_that_no_key_tells_apart_stand_on_slides():
    """Timelines of both scales, grids with and without a number across or a look, and layouts by name."""
    timelines = [one["timeline"] for one in mappings(SHOWCASE["slides"]) if "timeline" in one]
    assert {one["scale"] for one in timelines if isinstance(one, dict)} == {"even", "time"}
    grids = [one["grid"] for one in mappings(SHOWCASE["slides"]) if "grid" in one]
    assert {"across" in one for one in grids} == {"look" in one for one in grids} == {True, False}
    assert {"picture-left", "picture-full", "closing"} <= {one.get("layout") for one in SHOWCASE["slides"]}


CHARTS = [one["chart"] for one in mappings(SHOWCASE["slides"]) if isinstance(one.get("chart"), dict)]
FORMS = {
    "grouped columns": {"type": "column", "stack": None, "multiples": None},
    "stacked columns": {"type": "column", "stack": "true"},
    "columns of shares": {"type": "column", "stack": "percent"},
    "small multiples of columns": {"type": "column", "multiples": dict},
    "grouped bars": {"type": "bar", "stack": None, "series": dict},
    "stacked bars": {"type": "bar", "stack": "true"},
    "bars of shares": {"type": "bar", "stack": "percent"},
    "stacked areas": {"type": "area", "stack": "true"},
    "areas of shares": {"type": "area", "stack": "percent"},
    "small multiples of lines": {"type": "line", "multiples": dict},
    "a line on a log axis": {"type": "line", "log": "y"},
    "dots on a log axis": {"type": "scatter", "log": "x"},
    "dots on two log axes": {"type": "scatter", "log": "both"},
    "pies side by side": {"type": "pie", "multiples": "true"},
    "a combination with stacked columns": {"type": "combination", "stack": "true"},
    "numbers in millions": {"scale": "million"},
    "a point that is highlighted": {"highlight": dict},
    "a line across": {"lines": list},
    "a note at a point": {"annotations": list},
    "rows sorted": {"sort": str},
    "data of a file": {"file": str},
}


@pytest.mark.parametrize("keys", FORMS.values(), ids=FORMS)
def test_every_form_of_a_chart_stands_on_a_slide(keys):
    """By the keys that it has: with this value, with one of this kind, or without one."""

    def is_met(value: Any, wanted: Any) -> bool:
        return isinstance(value, wanted) if isinstance(wanted, type) else value == wanted

    assert any(all(is_met(one.get(key), wanted) for key, wanted in keys.items()) for one in CHARTS)


def test_bands_lie_along_both_axes():
    """One for a time, one for a range of values."""
    assert {band.get("axis") for one in CHARTS for band in one.get("bands", ())} >= {"x", "y"}
