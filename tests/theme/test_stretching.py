"""Lengths of a theme on a page of another size: all of them are stretched, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from deckmaker.language.entry import json_schema
from deckmaker.language.theme import ThemeEntry
from deckmaker.theme.built_in import built_in_themes
from deckmaker.theme.stretching import stretched

PARTS = {"TableEntry": "table", "ColumnsEntry": "columns", "PanelsEntry": "panels", "PicturesEntry": "pictures"}
PARTS |= {"FlowEntry": "flow", "ChartsEntry": "charts", "StyleEntry": "styles", "GridEntry": "grid"}
STAYS = {("grid", "baseline"), ("flow", "line")}
"""The step of the grid is fine enough for every page; no line on the page is the template's."""


def lengths() -> Iterator[tuple[str, str]]:
    """Yield the keys that are lengths in points, by what the schema says of them."""
    for model, part in PARTS.items():
        for key, value in json_schema(ThemeEntry)["$defs"][model]["properties"].items():
            words = value["description"]
            if ("in points" in words and "in multiples" not in words) or "usual size" in words:
                yield part, key


def test_every_length_is_stretched():
    """A new key is one of them, or says why not."""
    for part, key in set(lengths()) - STAYS:
        before: dict[str, Any] = {key: "12"}
        theme = {part: {"one": before} if part == "styles" else before}
        after = stretched(theme, 0.75)[part]
        assert (after["one"] if part == "styles" else after) == {key: "9"}, (part, key)


def test_shares_and_multiples_stay():
    """As do colours, columns and words."""
    theme = yaml.load(built_in_themes()["briefing"].read_text(), yaml.BaseLoader)
    small = stretched(theme, 0.5)
    assert small["styles"]["title"] | {"size": "", "min": "", "tracking": ""} == theme["styles"]["title"] | {
        "size": "",
        "min": "",
        "tracking": "",
    }
    assert (small["palette"], small["fonts"], small["link"]) == (theme["palette"], theme["fonts"], theme["link"])
    assert small["charts"]["bar_share"] == theme["charts"]["bar_share"]
    assert small["layouts"]["content"]["slots"]["body"] == {
        "style": "body",
        "columns": ["1", "12"],
        "top": "76.5",
        "bottom": "33",
    }


def test_a_page_of_the_usual_size_changes_nothing():
    """Not a digit."""
    theme = yaml.load(built_in_themes()["briefing"].read_text(), yaml.BaseLoader)
    assert stretched(theme, 1.0) == theme
