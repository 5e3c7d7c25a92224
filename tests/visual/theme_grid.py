"""The grid of a built-in theme as its file gives it: what themes laid out for a page have left behind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from deckmaker.diagnostics import Diagnostics
from deckmaker.theme import Theme
from deckmaker.theme.inheritance import read_theme
from tests.projects import place


@dataclass(frozen=True, slots=True)
class Grid:
    """Margins and columns on one page, in points from its left edge."""

    left: float
    right: float
    column_lefts: tuple[float, ...]
    column_rights: tuple[float, ...]


def grid_of(theme: Theme) -> Grid:
    """Return the grid of a built-in theme on its page."""
    written = _written(theme.name)
    left, right, gutter = written["left"], theme.width - written["right"], written["gutter"]
    count = int(written["columns"])
    width = (right - left - gutter * (count - 1)) / count
    lefts = tuple(left + index * (width + gutter) for index in range(count))
    return Grid(left, right, lefts, tuple(one + width for one in lefts))


@cache
def _written(name: str) -> dict[str, float]:
    read = read_theme(name, Path("deck.yaml"), place(), Diagnostics())
    assert read
    return {key: float(value) for key, value in read.tree.data["grid"].items()}
