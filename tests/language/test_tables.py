"""Tables as written: what editors know of them, and what the documentation says."""

from __future__ import annotations

import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from deckmaker.budget.tables import TABLE_CELLS, TABLE_COLUMNS, TABLE_FILE_BYTES, TABLE_FILE_CELLS, TABLE_ROWS
from deckmaker.language.cells import CellEntry
from deckmaker.language.deck import DeckEntry
from deckmaker.language.entry import json_schema
from deckmaker.language.table import TableColumnEntry, TableEntry
from tests.projects import ROOT, Project
from tests.resolve.tables.reading import table_of, texts

DOCS = (ROOT / "docs/deck.md").read_text(encoding="utf-8").partition("\n## Tables\n")[2].partition("\n## ")[0]
VALIDATOR = Draft202012Validator(json_schema(DeckEntry))


@pytest.mark.parametrize(
    ("table", "is_right"),
    [
        ("noise.csv", True),
        ({"rows": [["a", 1, None, True], ["b", {"text": "c", "columns": 2}]]}, True),
        ({"rows": [{"a": 1}], "columns": ["a", {"from": "b", "decimals": 2}], "sort": "-a", "where": {"a": [1]}}, True),
        ({"file": "a.csv", "overflow": {"then": "error"}, "strong": {"cells": [[1, "a"]]}}, True),
        ({"rows": [[["a"]]]}, False),
        ({"rows": ["a"]}, False),
        ({"rows": []}, False),
        ({"rows": [["a"]], "lines": "boxes"}, False),
        ({"rows": [["a"]], "columns": [{"decimals": -1}]}, False),
        ({"rows": [[{"colspan": 2}]]}, False),
    ],
)
def test_editors_know_tables(table: Any, is_right):
    """The schema takes what deckmaker takes."""
    assert VALIDATOR.is_valid({"title": "A", "slides": [{"table": table}]}) is is_right


@pytest.mark.parametrize("model", [TableEntry, TableColumnEntry, CellEntry])
def test_every_key_is_documented(model):
    """In the part about tables."""
    assert [key for key in model.keys if f"`{key}`" not in DOCS] == []


def test_the_documentation_names_the_limits_that_there_are():
    """Of what a table shows and of what a file holds."""
    cells = f"{TABLE_CELLS.most:,} cells"
    assert f"at most {TABLE_ROWS.most:,} rows, {TABLE_COLUMNS.most} columns and {cells}" in DOCS
    said = " ".join(DOCS.split())
    assert f"It may have {TABLE_FILE_BYTES.most // 1_000_000} MB, {TABLE_FILE_CELLS.limit}" in said


def test_the_documented_table_is_read(tmp_path):
    """And shows what the keys say."""
    found = re.search("```yaml\ntable:\n(.*?)```", DOCS, re.DOTALL)
    assert found
    table = table_of(Project(tmp_path), re.sub("^  ", "", found[1], flags=re.MULTILINE))
    assert texts(table) == [
        ["Berth", "Level", "Change"],
        ["Berth 4", "62.5\u00a0dB", "−3%"],
        ["Berth 5", "58.1\u00a0dB", "10%"],
    ]
