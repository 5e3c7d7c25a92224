"""What was moved goes and comes as a whole: with one half alone, the file would have it nowhere, or twice."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from deckmaker.merging.changes import Change, RowAdded, RowRemoved, TextRemoved, TextsAdded
from deckmaker.merging.editing import Entry, Step
from deckmaker.merging.pieces import plain
from deckmaker.merging.places import entry_added, entry_removed
from deckmaker.source.tree import Tree


def with_whole_moves(
    found: Sequence[tuple[Change, list[Step]]], elsewhere: Iterable[Change], tree: Tree
) -> list[list[Step]]:
    """Return the steps of changes of all slides, without those of a half whose other one has no place in the file.

    Changes `elsewhere` are those of slides that are not written there.
    """
    kept = [steps if all(_is_possible(one, tree) for one in steps) else [] for _, steps in found]
    others = [*elsewhere]
    while True:
        left = [*others, *(change for (change, _), steps in zip(found, kept, strict=True) if not steps)]
        gone, come = {one for each in left for one in _gone(each)}, {one for each in left for one in _come(each)}
        dropped = False
        for index, (change, _) in enumerate(found):
            if kept[index] and (any(one in come for one in _gone(change)) or any(one in gone for one in _come(change))):
                kept[index], dropped = [], True
        if not dropped:
            return kept


def _gone(change: Change) -> list[Hashable]:
    """Return the words that a change takes away."""
    match change:
        case TextRemoved(piece):
            return [plain(piece.text)]
        case RowRemoved(row):
            return [row.texts]
        case _:
            return []


def _come(change: Change) -> list[Hashable]:
    """Return the words that a change adds."""
    match change:
        case TextsAdded(texts):
            return [plain(one.text) for one in texts]
        case RowAdded(texts):
            return [texts]
        case _:
            return []


def _is_possible(step: Step, tree: Tree) -> bool:
    """Tell whether a list of the file can be written so: one between brackets may have comments in the way."""
    if not isinstance(step, Entry):
        return True
    if step.value is None:
        return entry_removed(tree, step.path, step.number) is not None
    return entry_added(tree, step.path, step.number, step.value) is not None
