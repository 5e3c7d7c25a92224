"""What goes as a whole: a list of which all items go, a text of which all lines go, and what holds nothing else.

Item by item, the last one could not go: no list is empty. So some would be gone, and others not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from deckmaker.merging.editing import Entry, Key, Splice, Step, whole_removed
from deckmaker.merging.pieces import CONDITIONS, is_item_with_more
from deckmaker.source.tree import DataPath, Tree, value_at


def as_wholes(removals: Sequence[list[Step]], tree: Tree, path: DataPath) -> list[tuple[list[int], list[Step]]]:
    """Return steps that remove something of the value at `path`, each with those of one text, with what goes as a whole
    as one in place of the first of its steps. Each has the indexes of the removals that it stands for. The value itself
    stays."""
    gone = _Gone([step for steps in removals for step in steps], tree)
    found = {at: ([at], steps) for at, steps in enumerate(removals)}
    for whole in gone.wholes(value_at(tree.data, path), path):
        within = [at for at, steps in enumerate(removals) if steps and all(_is_within(step, whole) for step in steps)]
        for at in within:
            del found[at]
        found[within[0]] = within, [whole_removed(whole)]
    return [found[at] for at in sorted(found)]


def _place(step: Step) -> DataPath:
    """Return the path of what goes, or of the text in which something does."""
    match step:
        case Splice(leaf):
            return leaf.path
        case Entry(path, number):
            return (*path, number)
        case Key(path, key):
            return (*path, key)


def _is_within(step: Step, path: DataPath) -> bool:
    return _place(step)[: len(path)] == path


class _Gone:
    """What of a file goes with some steps."""

    def __init__(self, steps: Sequence[Step], tree: Tree) -> None:
        self._paths = {_place(step) for step in steps if not isinstance(step, Splice)}
        cuts: dict[DataPath, list[Splice]] = {}
        for step in steps:
            if isinstance(step, Splice) and not step.leaf.is_key:
                cuts.setdefault(step.leaf.path, []).append(step)
        self._texts = {path for path, some in cuts.items() if not _rest(value_at(tree.data, path), some).strip()}

    def wholes(self, value: Any, path: DataPath) -> Iterator[DataPath]:
        """Yield the paths of what goes as a whole below a value, without what is in it."""
        for one, place in _below(value, path):
            if place in self._texts or (
                isinstance(one, (list, dict)) and self._goes(one, place) and _may_go(one, value)
            ):
                yield place
            else:
                yield from self.wholes(one, place)

    def _goes(self, value: Any, path: DataPath) -> bool:
        """Tell whether nothing stays of a value, nor of the words that are its keys; what a block asks for is no more
        than that."""
        below = [(one, place) for one, place in _below(value, path) if place[-1] not in CONDITIONS]
        if not below:
            return path in self._paths or path in self._texts
        if isinstance(value, dict) and is_item_with_more(value, path) and below[0][1] not in self._paths:
            return False
        return all(self._goes(one, place) for one, place in below)


def _may_go(value: Any, around: Any) -> bool:
    """Tell whether something goes where it lost all that it holds.

    In a list that keeps others, a mapping with one text may be the arrow of a diagram with what that says: without
    these words, it stays. One with several, such as an event with its day, has lost them all.
    """
    if not isinstance(around, list) or not isinstance(value, dict):
        return True
    return len(value) > 1 or any(map(_holds_more, value.values()))


def _holds_more(value: Any) -> bool:
    return isinstance(value, (list, dict))


def _below(value: Any, path: DataPath) -> Iterator[tuple[Any, DataPath]]:
    """Yield what is in a list or a mapping, with the path of each; nothing of other values."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield one, (*path, key)


def _rest(text: str, cuts: Sequence[Splice]) -> str:
    """Return what stays of a text without some stretches, which may meet."""
    gone = {at for cut in cuts if not cut.new for at in range(cut.begin, cut.end)}
    return "".join(sign for at, sign in enumerate(text) if at not in gone)
