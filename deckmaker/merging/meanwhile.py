"""What the author of a deck changed of a slide while a colleague had the presentation."""

from __future__ import annotations

from typing import Any

from deckmaker.merging.changes import Change, EntryChanged, TextChanged, changes_of
from deckmaker.merging.sentences import is_changed_by_both


class Meanwhile:
    """What its author changed of a slide, or of what a deck says of itself, from `base` to `now`: both imported."""

    def __init__(self, base: Any, now: Any) -> None:
        self._new: dict[object, str] = {}
        for one in changes_of(base, now) if base != now else ():
            match one:
                case TextChanged(piece, new):
                    self._new[piece] = new
                case EntryChanged(row, column, new):
                    self._new[row, column] = new
                case _:
                    pass

    def meets(self, change: Change) -> bool:
        """Tell whether the author changed the same sentence as a colleague, in another way."""
        match change:
            case TextChanged(piece, new):
                return piece in self._new and is_changed_by_both(piece.text, new, self._new[piece])
            case EntryChanged(row, column, new) if not row.are_values:
                own = self._new.get((row, column))
                return own is not None and is_changed_by_both(row.texts[column], new, own)
            case _:
                return False
