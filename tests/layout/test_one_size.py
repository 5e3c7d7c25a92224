"""Texts and tables of one slide: of sizes that go together, in columns and above them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from deckmaker.layout import Page, Role, TableItem, TextItem
from tests.layout.split_slides import SENTENCE
from tests.projects import Project

TABLE = {"rows": [["Berth", "Level"], ["Berth 1", "48.5"], ["Berth 4", "51.2"]]}
ITEMS = ["Ventilators run all night", "Cranes stop at ten"]


def page(folder: Path, theme: str, **keys: object) -> Page:
    """Return the page of a slide."""
    deck = {"title": "T", "theme": theme, "slides": [{"title": "First"}, {"title": "Second", **keys}]}
    _, found = Project(folder).document(yaml.safe_dump(deck, width=10_000, sort_keys=False)).pages
    return found


def sizes(found: Page) -> tuple[set[int], set[int]]:
    """Return the sizes of a page's texts, and of its tables' cells."""
    leaves = [one for one in found.leaves if one.region]
    texts = {one.item.setting.size for one in leaves if isinstance(one.item, TextItem) and one.role is Role.TEXT}
    tables = (one.item for one in leaves if isinstance(one.item, TableItem))
    return texts, {cell.text.setting.size for table in tables for cell in table.cells}


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("theme", ["briefing", "plain", "statement"])
@pytest.mark.parametrize(
    "keys",
    [
        {"content": [{"text": SENTENCE}, {"table": TABLE}]},
        {"columns": [{"table": TABLE}, {"text": SENTENCE, "bullets": ITEMS * 2}]},
        {"columns": [{"table": TABLE}, {"text": SENTENCE}, {"bullets": ITEMS * 2}]},
        {"content": [{"text": SENTENCE}, {"columns": [{"bullets": ITEMS}, {"table": TABLE}]}]},
    ],
)
def test_cells_are_no_larger_than_texts(keys, theme, tmp_path):
    """However small a table is."""
    texts, cells = sizes(page(tmp_path, theme, **keys))
    assert cells and max(cells) <= max(texts)


@pytest.mark.parametrize("theme", ["briefing", "plain", "statement"])
def test_a_text_above_columns_is_of_their_size(theme, tmp_path):
    """Of that of texts above a grid, too."""
    cells = [{"text": SENTENCE}, {"bullets": ITEMS}]
    for below in ({"columns": cells}, {"grid": {"across": 2, "cells": cells}}):
        texts, _ = sizes(page(tmp_path, theme, content=[{"text": SENTENCE}, below]))
        assert len(texts) == 1


def test_tables_below_each_other_are_of_a_usual_size(tmp_path):
    """Of one that other texts have, which is a multiple of three points."""
    _, cells = sizes(page(tmp_path, "briefing", content=[{"table": {**TABLE, "caption": "First"}}, {"table": TABLE}]))
    assert cells == {24}


def test_tables_are_of_one_size_though_smaller_ones_share_their_room_anew(tmp_path):
    """The first of them has less of it then, for its share is by what each would like."""
    content = [
        {"table": {"rows": [["Berth", "Level"], ["1", "48"], ["4", "51"]]}},
        {"process": [{"title": "Plan"}, {"title": "Build"}]},
        {"quote": {"text": "Quiet"}},
        {"table": {"rows": [["Cranes"], ["Two"]], "caption": "At night"}},
    ]
    _, cells = sizes(page(tmp_path, "statement", layout="content", content=content))
    assert len(cells) == 1
