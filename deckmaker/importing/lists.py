"""Lists of a deck: items with paragraphs and code, and lists below them, as Markdown and in the short form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from deckmaker.dataclasses import dataclass, field
from deckmaker.importing.imported import Block
from deckmaker.importing.prose import Prose
from deckmaker.resolve.characters import without_unusable

_LONGEST_KEY = 100
"""Characters of an item that is written as a key, above the items below it. YAML wants keys in one line."""


@dataclass(slots=True)
class Item:
    """An item: its paragraphs and code, and the list below it."""

    parts: list[Prose] = field(default_factory=list)
    below: Items | None = None


@dataclass(slots=True)
class Items:
    """A list: the number of its first item, None where items have none."""

    begin: int | None
    items: list[Item] = field(default_factory=list)


def list_of(found: Items) -> Prose:
    """Return a list with at least one item as a part of a run of prose."""
    return Prose("\n".join(_lines(found)), _block(found))


def _lines(found: Items) -> Iterator[str]:
    """Yield the lines of a list as Markdown."""
    for index, item in enumerate(found.items):
        mark = "- " if found.begin is None else f"{found.begin + index}. "
        text = "\n\n".join(part.markdown for part in item.parts)
        lines = [*text.split("\n"), *(_lines(item.below) if item.below else ())]
        for number, line in enumerate(lines):
            yield f"{' ' * len(mark) if number else mark}{line}".rstrip()


def _block(found: Items) -> Block | None:
    """Return a list as `bullets` or `numbered`; None where only Markdown can say it."""
    if found.begin not in (None, 1) or not _is_plain(found.items, found.begin):
        return None
    return ("bullets" if found.begin is None else "numbered"), [_value(item) for item in found.items]


def _is_plain(items: Sequence[Item], begin: int | None) -> bool:
    """Tell whether all items, and those below them, are texts in a list of one kind."""
    for item in items:
        if len(item.parts) != 1 or not item.parts[0].is_paragraph:
            return False
        if item.below:
            key = item.parts[0].markdown
            if "\n" in key or not 0 < len(without_unusable(key)) <= _LONGEST_KEY:
                return False
            if item.below.begin != begin or not _is_plain(item.below.items, begin):
                return False
    return True


def _value(item: Item) -> Any:
    text = item.parts[0].markdown
    return {text: [_value(one) for one in item.below.items]} if item.below else text
