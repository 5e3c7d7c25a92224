"""The place of a table, and what of it has room there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from deckmaker.layout.tables.setting import TableSetter
from deckmaker.model import Table
from deckmaker.model.geometry import Rect
from deckmaker.text.fitting import TOLERANCE
from deckmaker.theme import TextStyle


@dataclass(frozen=True)
class TableFrame:
    """A table's style and its whole place; `fits` tells whether a part of the table has room below the slide's text."""

    style: TextStyle
    place: Rect
    setter: TableSetter
    fits: Callable[[Table], bool]

    def is_wide_enough(self, size: int) -> bool:
        """Tell whether every word of the table has room at that size."""
        return self.setter.set(self.place, size).excess_width <= TOLERANCE
