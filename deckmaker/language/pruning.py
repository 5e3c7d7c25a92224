"""What is left of a deck without its mistakes, so that later phases can report theirs in the same run."""

from __future__ import annotations

from typing import Any

from deckmaker.dataclasses import replace
from deckmaker.language.deck import DeckEntry
from deckmaker.language.kinds import Mistake
from deckmaker.language.validation import tree_path
from deckmaker.source import DataPath, Tree

_PLACEHOLDER = "-"
"""Stands for a title that is missing; nothing is ever built from a pruned deck."""


def pruned(tree: Tree) -> tuple[DeckEntry, Tree] | None:
    """Return the deck without the keys that hold mistakes, and its tree; None where too little would be left."""
    if not isinstance(tree.data, dict):
        return None
    data = {"title": _PLACEHOLDER, **tree.data}
    for _ in range(2):  # a second pass for what only shows once the first mistake is gone
        mistakes: list[Mistake] = []
        left = replace(tree, data=data)
        if entry := DeckEntry.read(data, (), mistakes):
            return entry, left
        paths = {_key_of(tree_path(left, mistake.location)) for mistake in mistakes}
        if () in paths or ("slides",) in paths:
            return None
        data = _copied(data)
        if not all(_cut(data, path) for path in paths):
            return None
    return None


def _copied(data: dict[str, Any]) -> dict[str, Any]:
    """Return a copy of a deck from which keys of its own and of its slides may be cut, and no others."""
    slides = data.get("slides")
    if not isinstance(slides, list):
        return dict(data)
    return {**data, "slides": [dict(slide) if isinstance(slide, dict) else slide for slide in slides]}


def _key_of(path: DataPath) -> DataPath:
    """Return the path of the deck's or the slide's key that holds a mistake; of the slide itself where it is none."""
    return path[:3] if path[:1] == ("slides",) else path[:1]


def _cut(data: Any, path: DataPath) -> bool:
    *around, last = path
    for step in around:
        data = data[step]
    if isinstance(data, list) and isinstance(last, int):
        data[last] = {}  # a slide that is no mapping; the others keep their numbers
        return True
    return data.pop(last, None) is not None
