"""Texts and rows that stand elsewhere in an edited presentation, as the deck's file has them: with its values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from deckmaker.dataclasses import replace
from deckmaker.merging.changes import Change, RowAdded, RowRemoved, TextRemoved, TextsAdded
from deckmaker.merging.finding import Finder
from deckmaker.source.tree import value_at


class Moves:
    """What went from the slides of a deck, by the words that a presentation shows: what came with them was moved.

    `data` is the deck's file; each change that took something away has the finder of its slide.
    """

    def __init__(self, data: Any, changes: Iterable[tuple[Change, Finder]]) -> None:
        self._texts: dict[str, set[str]] = {}
        self._rows: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
        for change, finder in changes:
            match change:
                case TextRemoved(piece):
                    if there := finder.sure_piece(piece):
                        self._texts.setdefault(piece.text, set()).add(there.text)
                case RowRemoved(row):
                    leaves = finder.entries(row) or ()
                    cells = [value_at(data, one.path) if one and not one.is_key else None for one in leaves]
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


def _only(found: dict[Any, set[Any]], shown: Any) -> Any:
    """Return the one way in which something is written that is shown so; where there is none, or several, as shown."""
    written = found.get(shown, set())
    return next(iter(written)) if len(written) == 1 else shown
