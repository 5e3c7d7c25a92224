"""The YAML language server, with our schemas: every key of whole files is explained, and those of its place
are offered, each with our words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.editors.language_server import LanguageServer
from tests.projects import ROOT, run

Schema = dict[str, Any]
LANGUAGES = ("deck", "theme", "project")
_EXAMPLE = re.compile(r"```yaml\n(.*?)```", re.DOTALL)


def example(language: str) -> str:
    """Return a whole file: the deck of the gallery, the theme that others extend, the docs' longest project file."""
    if language == "deck":
        return (ROOT / "decks" / "heating-grant.yaml").read_text(encoding="utf-8")
    if language == "theme":
        return (ROOT / "deckmaker" / "data" / "themes" / "briefing.yaml").read_text(encoding="utf-8")
    return max(_EXAMPLE.findall((ROOT / "docs" / "project.md").read_text(encoding="utf-8")), key=len)


def schema_of(language: str) -> Schema:
    """Return a schema as the command prints it."""
    found: Schema = json.loads(run("schema", language).stdout)
    return found


def branches(schema: Schema, root: Schema) -> Iterator[Schema]:
    """Yield a schema and all that it may be."""
    yield schema
    if name := schema.get("$ref"):
        yield from branches(root["$defs"][name.rpartition("/")[2]], root)
    for one in (*schema.get("anyOf", ()), *schema.get("oneOf", ()), *schema.get("allOf", ())):
        yield from branches(one, root)


def below(schemas: list[Schema], step: str | int, root: Schema) -> list[Schema]:
    """Return what the schemas say of what a key or an index leads to."""
    found: list[Schema] = []
    for schema in schemas:
        inner = schema.get("items") if isinstance(step, int) else schema.get("properties", {}).get(step)
        if inner is None and isinstance(step, str):
            inner = schema.get("additionalProperties")
        if isinstance(inner, dict):
            found += branches(inner, root)
    return found


class Written:
    """A mapping of a file: its keys with their marks, and what the schema says of it."""

    def __init__(self, node: Any, schemas: list[Schema]) -> None:
        self.keys, self.is_flow = [key for key, _ in node.value], node.flow_style
        self.values, self.schemas = [value for _, value in node.value], schemas


def mappings(node: Any, schemas: list[Schema], root: Schema) -> Iterator[Written]:
    """Yield every mapping of a file, read by PyYAML."""
    if isinstance(node, yaml.MappingNode):
        yield Written(node, schemas)
        for key, value in node.value:
            yield from mappings(value, below(schemas, key.value, root), root)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from mappings(value, below(schemas, 0, root), root)


def plain(text: str) -> str:
    """Return words without what Markdown needs of marks and line ends."""
    return " ".join(re.sub(r"\\|&nbsp;", "", text).split())


@pytest.fixture(scope="module", params=LANGUAGES)
def session(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A server that knows one of our schemas, and that schema."""
    schema = schema_of(request.param)
    path: Path = tmp_path_factory.mktemp("schema") / "own.schema.json"
    path.write_text(json.dumps(schema))
    server = LanguageServer(path)
    yield request.param, schema, server
    server.close()


@pytest.mark.outside
def test_a_file_is_explained_key_by_key_and_what_belongs_in_it_is_offered(session):
    """Hover says what we say of each key; below a key, all others of its mapping are offered with their words."""
    language, schema, server = session
    text = example(language)
    server.write("example.yaml", text)
    assert server.checked("example.yaml") == []
    written = list(mappings(yaml.compose(text), list(branches(schema, schema)), schema))
    explained: set[tuple[str, ...]] = set()
    for one in written:
        for key in one.keys:
            said = [
                plain(known["description"]) for known in below(one.schemas, key.value, schema) if "description" in known
            ]
            if not any("properties" in known and key.value in known["properties"] for known in one.schemas):
                continue  # a name of the author's own
            if (key.value, *said) in explained:
                continue
            explained.add((key.value, *said))
            shown = plain(server.hover("example.yaml", key.start_mark.line, key.start_mark.column + 1))
            assert any(words in shown for words in said), (key.value, said, shown)
    assert len(explained) >= {"deck": 25, "theme": 8, "project": 5}[language]
    offered: set[frozenset[str]] = set()
    for one in written:
        written_keys = {key.value for key in one.keys}
        fitting = [found["properties"] for found in one.schemas if written_keys <= {*found.get("properties", ())}]
        known = {name: words for properties in fitting for name, words in properties.items()}
        first, value = one.keys[0], one.values[0]
        is_below = isinstance(value, yaml.ScalarNode) and value.style not in ("|", ">")
        if one.is_flow or not known or not is_below or frozenset(known) in offered:
            continue
        line, column = value.end_mark.line, first.start_mark.column
        lines = text.split("\n")
        lines.insert(line + 1, " " * column)
        server.write("example.yaml", "\n".join(lines))
        found = server.completion("example.yaml", line + 1, column)
        lacking = set(known) - written_keys - set(found)
        assert not lacking, (first.value, lacking)
        assert all(found[name] for name in found if name in known)
        offered.add(frozenset(known))
    assert len(offered) >= {"deck": 4, "theme": 2, "project": 1}[language]


@pytest.mark.outside
def test_a_slip_is_marked_while_one_types(session):
    """The server finds fault with what deckmaker would."""
    language, _, server = session
    server.write("slip.yaml", example(language) + "\nnosuchkey: 1\n")
    assert any("nosuchkey" in one for one in server.checked("slip.yaml"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_of_a_schema_is_explained_in_a_sentence(language):
    """What an editor shows over it, and beside it in the list."""
    schema = schema_of(language)
    entries = {"the file": schema, **schema.get("$defs", {})}
    bare = [
        f"{entry}.{name}"
        for entry, known in entries.items()
        for name, words in known.get("properties", {}).items()
        if not re.search(r"\w.*[.:…`]$", words.get("description", ""))
    ]
    assert bare == []
    assert [name for name, known in entries.items() if "properties" in known and not known.get("description")] == []
