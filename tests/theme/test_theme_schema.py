"""The JSON Schema of theme files: theme files follow it, mistakes do not, and the reference says the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from deckmaker.diagnostics import Diagnostics
from deckmaker.language import theme as language
from deckmaker.theme import built_in_themes, load_theme
from deckmaker.theme.contrast import contrast, rgb
from deckmaker.theme.palette import COLORS, SERIES_WORDS
from deckmaker.theme.schema import theme_schema
from deckmaker.theme.slots import SLOT_NAMES
from tests.projects import DECK, ROOT, Project, briefing, place, run
from tests.theme.reference import example, keys, names, tables
from tests.theme.wrong import MISTAKES

SCHEMA = theme_schema()
VALIDATOR = Draft202012Validator(SCHEMA)

FILES = {name: path.read_text(encoding="utf-8") for name, path in built_in_themes().items()} | {"example": example()}

HEADINGS = {
    "The file": language.ThemeEntry,
    "fonts": language.FontsEntry,
    "grid": language.GridEntry,
    "A style": language.StyleEntry,
    "lists": language.ListsEntry,
    "link": language.LinkEntry,
    "table": language.TableEntry,
    "logo": language.LogoPlaceEntry,
    "A family": language.FamilyEntry,
    "A layout": language.LayoutEntry,
    "A place": language.PlaceEntry,
    "A slot": language.SlotEntry,
    "A shape": language.ShapeEntry,
}


def mappings(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every part of the schema that describes a mapping."""
    if isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict) and schema.get("type") == "object":
            yield schema
        for value in schema.values():
            yield from mappings(value)


def test_the_command_prints_the_schema():
    """`deckmaker schema theme` prints JSON and nothing else; a schema that editors can read."""
    result = run("schema", "theme")
    assert result.exit_code == 0 and not result.stderr
    assert json.loads(result.stdout) == SCHEMA
    Draft202012Validator.check_schema(SCHEMA)


def test_every_key_and_every_mapping_is_described():
    """The descriptions are what an editor shows at a key."""
    found = list(mappings(SCHEMA))
    assert len(found) > 10
    for mapping in found:
        assert mapping["description"].endswith(".")
        for key, value in mapping["properties"].items():
            assert value["description"].endswith("."), key


@pytest.mark.parametrize("name", FILES)
def test_theme_files_follow_the_schema_as_they_are_written(name):
    """Though they leave to other themes and styles what they do not change."""
    assert list(VALIDATOR.iter_errors(yaml.safe_load(FILES[name]))) == []


def test_a_theme_that_extends_none_has_to_be_whole():
    """Nothing else would say what it leaves out."""
    assert not VALIDATOR.is_valid({"palette": {"ink": "#111111"}})
    assert VALIDATOR.is_valid({"extends": "briefing", "palette": {"ink": "#111111"}})


ALONE = (" takes a ", " is `", " entries, ")
"""In messages about a value that is wrong whatever the others are."""

CAUGHT = {
    name: f"extends: briefing\n{one.theme}"
    for name, one in MISTAKES.items()
    if one.code in ("unknown-key", "wrong-type")
    or (one.code == "wrong-value" and any(words in one.message for words in ALONE))
}


@pytest.mark.parametrize("name", CAUGHT)
def test_mistakes_do_not_follow_the_schema(name):
    """What deckmaker refuses for a value alone, an editor underlines."""
    assert not VALIDATOR.is_valid(yaml.safe_load(CAUGHT[name]))


def default(field: Any) -> str:
    """Return a key's default as the reference writes it."""
    if field.is_required:
        return ""
    return "none" if field.default in (None, {}, []) else str(field.default).lower()


def numbers(schema: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what the schema says of every number, with its path."""
    if isinstance(schema, dict):
        if schema.get("type") in ("number", "integer"):
            yield path, schema
        for key, value in schema.items():
            yield from numbers(value, f"{path}/{key}")
    elif isinstance(schema, list):
        for value in schema:
            yield from numbers(value, path)


def test_every_number_has_a_least_and_a_most():
    """One without them fills the memory, or makes a file that PowerPoint's format forbids."""
    found = dict(numbers(SCHEMA))
    endless = [path for path, one in found.items() if not one.keys() & {"minimum", "exclusiveMinimum"}]
    assert len(found) > 70
    assert endless + [path for path, one in found.items() if "maximum" not in one] == []


@pytest.mark.parametrize("heading", HEADINGS)
def test_the_reference_describes_the_keys_of_the_schema_and_no_others(heading):
    """With their defaults; those without must be in the file, or in what it extends."""
    model = HEADINGS[heading]
    inherited = {key for base in model.__bases__ for key in base.keys}
    expected = {key: default(field) for key, field in model.keys.items() if key not in inherited}
    if model is language.ThemeEntry:
        expected["name"] = "the file's name"
    assert dict(keys(heading)) == expected


def test_the_reference_lists_the_slots_the_colours_and_what_the_built_in_themes_call_theirs():
    """Each by its name, and no others."""
    listed = {title: [name for row in rows for name in names(row[0])] for (_, title), rows in tables().items()}
    assert sorted(listed["slot"]) == sorted(SLOT_NAMES)
    colors = [name for row in tables()["palette and dark", "name"] for name in names(row[0])]
    assert sorted(colors) == sorted(COLORS) == sorted(briefing().palette.keys() - SERIES_WORDS.values())
    assert sorted(listed["style in the built-in themes"]) == sorted(briefing().styles)
    assert sorted(listed["layout in the built-in themes"]) == sorted(briefing().layouts)
    assert [names(row[0])[0] for row in tables()["Themes", "name"]] == list(built_in_themes())


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("name", built_in_themes())
def test_built_in_colours_stand_out_by_what_the_reference_says(name, mode):
    """On light pages and on dark ones."""
    theme = load_theme(name, "16:9", ROOT / "deck.yaml", place(), Diagnostics(), mode)
    pairs = [row for row in tables()["palette and dark", "name"] if row[2]]
    assert len(pairs) == 8
    for colors, _, ground, least in pairs:
        (other,) = names(ground)
        for one in names(colors):
            ratio = contrast(rgb(theme.palette[one]), rgb(theme.palette[other]))
            assert ratio >= float(least.removesuffix(":1")), (one, other)


def test_the_example_is_a_theme_in_ten_lines(tmp_path):
    """It has the length that its heading says, is without mistakes, and changes what it names."""
    lines = example().splitlines()
    project = Project(tmp_path)
    (project.folder / "ours.yaml").write_text(example(), encoding="utf-8")
    document, diagnostics = project.read("theme: ../ours.yaml\n" + DECK)
    assert len(lines) == 10 and list(diagnostics) == []
    theme, base = document.theme, briefing()
    assert theme.name == "ours"
    assert theme.palette == {**base.palette, "accent": "#005F73", "mark": "#0A9396"}
    assert theme.fonts == {**base.fonts, "heading": "Arial"}
    assert (theme.styles["title"].size, theme.styles["title"].color) == (33, base.styles["title"].color)
    column, body = base.layouts["picture-right"].slots["picture"].rect.x, theme.layouts["content"].slots["body"].rect
    assert base.layouts["content"].slots["body"].rect.x < body.x < column  # the second column, not the first
