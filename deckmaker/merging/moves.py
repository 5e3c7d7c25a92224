"""Texts and rows that stand elsewhere in an edited presentation, as the deck's file has them: with values, comments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from deckmaker.dataclasses import replace
from deckmaker.merging.changes import Change, RowAdded, RowRemoved, TextRemoved, TextsAdded
from deckmaker.merging.editing import Entry, Step, row_place
from deckmaker.merging.finding import Finder
from deckmaker.merging.places import Lines, comment_above, entry_lines
from deckmaker.source.tree import DataPath, Tree, value_at


class Moves:
    """What went from the slides of a deck, by the words that a presentation shows: what came with them was moved.

    `tree` is the deck's file; each change that took something away has the finder of its slide.
    """

    def __init__(self, tree: Tree, changes: Iterable[tuple[Change, Finder]]) -> None:
        self._tree = tree
        self._entries: dict[Any, set[DataPath]] = {}  # of lists, by what they show
        self._texts: dict[str, set[str]] = {}
        self._rows: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
        for change, finder in changes:
            match change:
                case TextRemoved(piece):
                    if there := finder.sure_piece(piece):
                        self._texts.setdefault(piece.text, set()).add(there.text)
                        if there.is_item and not there.leaf.is_key:
                            self._entries.setdefault(piece.text, set()).add(there.leaf.path)
                case RowRemoved(row):
                    leaves = finder.entries(row) or ()
                    if place := row_place(leaves):
                        self._entries.setdefault(row.texts, set()).add((*place[0], place[1]))
                    cells = [value_at(tree.data, one.path) if one and not one.is_key else None for one in leaves]
                    written = tuple(one for one in cells if isinstance(one, str))
                    if len(written) == len(cells) > 0:
                        self._rows.setdefault(row.texts, set()).add(written)
                case _:
                    pass

    def as_written(self, change: Change) -> Change:
        """Return a change that adds texts with those that were moved as the file has them."""
        match change:
            case TextsAdded(texts):
                return change._replace(texts=tuple(replace(one, text=_only(self._texts, one.text)) for one in texts))
            case RowAdded(texts):
                return change._replace(texts=_only(self._rows, texts))
            case _:
                return change

    def as_entries(self, change: Change, steps: Sequence[Step]) -> list[Step]:
        """Return the steps of a change with what was moved as its lines stand in the file: with their comments."""
        match change:
            case TextsAdded(texts):
                shown: list[Any] = [one.text for one in texts]
            case RowAdded(texts):
                shown = [texts]
            case _:
                return list(steps)
        if len(shown) != len(steps):
            return list(steps)
        return [self._as_entry(one, step) for one, step in zip(shown, steps, strict=True)]

    def _as_entry(self, shown: Any, step: Step) -> Step:
        places = self._entries.get(shown, set())
        if not isinstance(step, Entry) or len(places) != 1:
            return step
        (path,) = places
        lines, said = entry_lines(self._tree, path), value_at(self._tree.data, path)
        if lines is None or said != step.value:  # it stands between brackets, or is a part of an entry
            return step
        return step._replace(value=Lines(lines, said, comment_above(self._tree, path)))


def _only(found: dict[Any, set[Any]], shown: Any) -> Any:
    """Return the one way in which something is written that is shown so; where there is none, or several, as shown."""
    written = found.get(shown, set())
    return next(iter(written)) if len(written) == 1 else shown
