"""How a table's cells look, read from what layout drew: each one's text, ground and rules, and what part it is of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from deckmaker.layout import Band, CellItem, TableItem
from deckmaker.model.geometry import Rect

NEAR = 1.5
"""Points between a rule's middle and a cell's edge within which the rule is the edge's."""


class Rule(NamedTuple):
    """A rule along an edge: its weight in points, and its palette colour."""

    weight: float
    color: str


class Ground(NamedTuple):
    """What a cell is filled with: a palette colour, and how much of it."""

    color: str
    opacity: float


@dataclass(frozen=True, slots=True)
class CellLook:
    """A cell's text in a palette colour, its ground, and the rules along its edges; None where there is nothing."""

    color: str
    bold: bool
    ground: Ground | None = None
    left: Rule | None = None
    right: Rule | None = None
    top: Rule | None = None
    bottom: Rule | None = None


def part_of(cell: CellItem, item: TableItem) -> str:
    """Return the part of a table that a cell is of. To PowerPoint a header or footer has one row."""
    if item.header_rows and cell.row == 0:
        return "header"
    if item.footer_rows and cell.row + cell.rows == len(item.rows):
        return "footer"
    return "body"


def is_stub(cell: CellItem, item: TableItem) -> bool:
    """Tell whether a cell is in the first column of a table in which that names the rows."""
    return bool(item.stub_columns) and cell.column == 0


def is_odd(cell: CellItem, item: TableItem) -> bool:
    """Tell whether a cell begins in the first, third … row after the header's."""
    return (cell.row - bool(item.header_rows)) % 2 == 0


def cell_look(cell: CellItem, item: TableItem) -> CellLook:
    """Return how layout drew a cell. A rule along a part of its edge is one of the cells on the other side."""
    rect, style = cell.rect, cell.text.style
    across = [rule for rule in item.rules if rule.rect.width >= rule.rect.height]
    down = [rule for rule in item.rules if rule.rect.width < rule.rect.height]
    return CellLook(
        style.color,
        style.bold,
        _ground(rect, item.grounds),
        _upright(rect, rect.x, down),
        _upright(rect, rect.right, down),
        _level(rect, rect.y, across),
        _level(rect, rect.bottom, across),
    )


def _ground(rect: Rect, grounds: Iterable[Band]) -> Ground | None:
    """Return what is drawn last behind a cell's middle."""
    x, y = rect.x + rect.width / 2, rect.y + rect.height / 2
    under = (one for one in grounds if one.rect.x <= x <= one.rect.right and one.rect.y <= y <= one.rect.bottom)
    return next((Ground(one.color, one.opacity) for one in reversed([*under])), None)


def _level(rect: Rect, y: float, rules: Iterable[Band]) -> Rule | None:
    for rule in rules:
        at_edge = abs(rule.rect.y + rule.rect.height / 2 - y) <= NEAR
        if at_edge and rule.rect.x <= rect.x + NEAR and rect.right - NEAR <= rule.rect.right:
            return Rule(rule.rect.height, rule.color)
    return None


def _upright(rect: Rect, x: float, rules: Iterable[Band]) -> Rule | None:
    for rule in rules:
        at_edge = abs(rule.rect.x + rule.rect.width / 2 - x) <= NEAR
        if at_edge and rule.rect.y <= rect.y + NEAR and rect.bottom - NEAR <= rule.rect.bottom:
            return Rule(rule.rect.width, rule.color)
    return None
