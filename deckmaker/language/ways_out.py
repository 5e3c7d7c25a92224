"""Help for values that are not what their key takes: how to write what was meant."""

from __future__ import annotations

import re
from typing import Any

from deckmaker.language.entry import Entry
from deckmaker.source.yaml_reader import DECK_BEGINS

_DASHES = re.compile(r"\s*([–—−•·])\s")
"""What word processors and other keyboards put before the entries of a list."""

_LIST = "put `- ` before each entry"
_BLOCK = "write one text; behind `|` it may have several lines"

_SHORT = 40
"""Characters of a text that may be a title."""

_EMPTY = {
    "slides": "begin the first with `- title:`",
    "list": "write its entries, or remove the key",
    "text": "write something, or remove the key",
}
_COUNTS = {
    ("DeckEntry", "columns"): "a slide has two columns or none; put a third on a slide of its own",
    ("ThemeEntry", "columns"): "name the first and the last column, as in `[1, 6]`",
}


def other_kind(expected: str, value: Any, name: str, keys: list[str]) -> str | None:
    """Return how to write `value` for a key that takes what `expected` says, such as `list`.

    `keys` are those of the mapping that belongs there, if one does.
    """
    if expected == "list":
        return _as_list(value)
    if expected == "text":
        return _as_text(value)
    if expected == "mapping":
        return _as_mapping(value, name, keys)
    return None


def empty(name: str, kind: str) -> str:
    """Return what to do about a key with an empty list, or a blank text; `kind` is list or text."""
    return _EMPTY.get(name, _EMPTY[kind])


def another_count(model: type[Entry], name: str) -> str | None:
    """Return what to do about a list with more or fewer entries than its key takes in that language."""
    return _COUNTS.get((model.__name__, name))


def list_item(value: Any) -> str:
    """Return how to write an entry of a slide's list."""
    if value is None:
        return "write its text behind the `-`, or remove the line"
    if isinstance(value, dict) and len(value) == 1:
        return "put quotes around the text that holds `: `"
    if isinstance(value, dict):
        return "put `- ` before each key"
    return "a nested list stands below the text of its item, as in `- Berth 4: [a, b]`"


def table_row(value: Any) -> str:
    """Return how to write a row of a table."""
    if value is None:
        return "write its cells behind the `-`, or remove the line"
    return f"write it as `[{value}]`" if "," in value and len(value) <= _SHORT else "write its cells as in `[a, b]`"


def table_cell(value: Any) -> str:
    """Return how to write a cell of a table."""
    if isinstance(value, dict):
        return "put quotes around the text that holds `: `" if value else 'write `""` for an empty cell'
    return "write one text; a row is a list of cells, and no cell is one"


def _as_list(value: Any) -> str:
    if isinstance(value, str) and (found := _DASHES.match(value)):
        return f"begin each entry with a hyphen and a space, `- `, not with `{found[1]}`"
    return _LIST


def _as_text(value: Any) -> str | None:
    if isinstance(value, list):
        return _BLOCK
    return "put quotes around a text that holds `: `" if isinstance(value, dict) else None


def _as_mapping(value: Any, name: str, keys: list[str]) -> str | None:
    if name == "slides" and value is None:
        return "write `title:` behind the `-`, or remove the line"
    if name == "slides" and isinstance(value, str):
        return f"write `title: {value}`" if len(value) <= _SHORT else "give it a `title:` or a `text:`"
    if name == "severity":
        return "write codes with what they are to be, as in `{missing-credit: error}`"
    if name == "the file" and "slides" in keys:
        return DECK_BEGINS
    if isinstance(value, list) and name != "the file" and keys:
        return f"it takes one, with the keys {', '.join(keys)}"
    return f"keys here: {', '.join(keys)}" if keys else "write each as a key with its value"
