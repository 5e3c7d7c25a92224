"""Items of lists: a text, or one key with the list of its nested items."""

from __future__ import annotations

from typing import Any

from deckmaker.language.entry import Entry, required, with_default
from deckmaker.language.kinds import Kind, ListOf, Location, Mistake, Schema, Text


class Item(Kind["ItemEntry"]):
    """An item, brought to `{text, children}` before it is read."""

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        if flaw := _flaw(value):
            mistakes.append(Mistake("item", at, value, {"said": flaw}))
            return None
        if isinstance(value, dict):
            ((text, children),) = value.items()
            return ItemEntry.read({"text": text, "children": children}, at, mistakes)
        return ItemEntry.read({"text": value}, at, mistakes)

    def schema(self, models: dict[str, Schema]) -> Schema:
        below = {"type": "array", "minItems": 1}
        nested = {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": below}
        text = Text().schema(models)
        return {"anyOf": [text, nested], "description": "A text, or one key with the list of its nested items."}


def _flaw(value: Any) -> str | None:
    """Return what makes a value no item, in words for the author."""
    if isinstance(value, str):
        return None
    if value is None:
        return "a list item is empty"
    if not isinstance(value, dict):
        return "a list item takes a text, or one key with a list below it"
    if len(value) != 1:
        return "a list item takes one key with a list below it, found several keys"
    if not isinstance(next(iter(value.values())), list):
        return "a list item with `: ` in it reads as a key and its value"
    return None


ITEM = Item()


class ItemEntry(Entry):
    """One item of a list; `children` are nested one level deeper."""

    text = required(Text(), "The item itself.")
    children = with_default(ListOf(ITEM, least=1), [], "The items below it.")
