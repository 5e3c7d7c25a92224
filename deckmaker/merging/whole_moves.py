"""What was moved goes and comes as a whole: with one half alone, the file would have it nowhere, or twice."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from deckmaker.merging.changes import Change, RowAdded, RowRemoved, TextRemoved, TextsAdded
from deckmaker.merging.editing import Entry, Step
from deckmaker.merging.pieces import plain
from deckmaker.merging.places import entry_added, entry_removed
from deckmaker.source.tree import Tree


class _Moved:
    """What was moved, of the changes of all slides: the words that go in one place and come in another.

    Of what was moved on a slide that is split, all is one: no part of an order is what somebody wanted.
    """

    def __init__(self, changes: Iterable[Change]) -> None:
        both = [*changes]
        self._words = {one for each in both for one in _gone(each)} & {one for each in both for one in _come(each)}

    def keys(self, change: Change, split: int | None) -> list[Hashable]:
        """Return by what a change is one with others: by words, and by the slide that is `split`; nothing for most."""
        words = [one for one in (*_gone(change), *_come(change)) if one in self._words]
        return [*words, split] if words and split is not None else words


def with_whole_moves(
    found: Sequence[tuple[Change, list[Step]]], split: Sequence[int | None], elsewhere: Iterable[Change], tree: Tree
) -> list[list[Step]]:
    """Return the steps of changes of all slides, without those of what was moved of which a part has no place in the
    file.

    Each change has the slide of the file that it is for if that is `split`, else None. Changes `elsewhere` are those of
    slides that are not written there, and texts that came in boxes of their own.
    """
    kept = [steps if all(_is_possible(one, tree) for one in steps) else [] for _, steps in found]
    others = [*elsewhere]
    moved = _Moved((*others, *(change for change, _ in found)))
    keys = [moved.keys(change, slide) for (change, _), slide in zip(found, split, strict=True)]
    lame = {key for one in others for key in moved.keys(one, None)}
    dropped = True
    while dropped:
        lame.update(key for own, steps in zip(keys, kept, strict=True) if not steps for key in own)
        dropped = False
        for index, own in enumerate(keys):
            if kept[index] and not lame.isdisjoint(own):
                kept[index], dropped = [], True
    return kept


def together(groups: Sequence[Sequence[Change]], split: Sequence[int | None]) -> list[list[int]]:
    """Return which groups of changes are made together, by their indexes: those of what was moved.

    Each has the slide of the file that it is for if that is `split`, else None.
    """
    moved = _Moved(one for group in groups for one in group)
    parents = list(range(len(groups)))

    def first_of(index: int) -> int:
        while parents[index] != index:
            index = parents[index]
        return index

    holders: dict[Hashable, int] = {}
    for index, (group, slide) in enumerate(zip(groups, split, strict=True)):
        for key in (key for one in group for key in moved.keys(one, slide)):
            one, other = sorted((first_of(holders.setdefault(key, index)), first_of(index)))
            parents[other] = one
    found: dict[int, list[int]] = {}
    for index in range(len(groups)):
        found.setdefault(first_of(index), []).append(index)
    return list(found.values())


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
