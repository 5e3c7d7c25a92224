"""Tables of Markdown to tables of a deck."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from deckmaker.importing.markdown.surplus_cells import SURPLUS
from deckmaker.importing.markdown.told import Told
from deckmaker.patterns import pattern

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_NUMBERS = pattern(r".*\d.*")


def table_of(node: SyntaxTreeNode, words: Callable[[SyntaxTreeNode], str], told: Told) -> dict[str, Any] | None:
    """Return a table, whose only row heads nothing; None for one without a word. `words` returns those of a cell."""
    found = [row for part in node.children for row in part.children]
    for row in found:
        for one in row.meta.get(SURPLUS, ()):
            help = "give each column a head, and write `\\|` for a stroke within a cell"
            told.tell(row, "cells beyond the last head of a table are left out: NAMES", help, one[:80])
    rows = [[words(cell) for cell in row.children] for row in found]
    value: dict[str, Any] = {}
    if not any(rows[0]):
        value["header"] = "0"
        rows = rows[1:]
    elif len(rows) == 1:
        value["header"] = "0"
    if not any(map(any, rows)):
        return None
    value["rows"] = rows
    sides = [
        str(cell.attrs.get("style", "")).removeprefix("text-align:") for cell in node.children[0].children[0].children
    ]
    names = rows[0] if rows and "header" not in value else []
    columns = list(_columns(sides, names, rows[1:]))
    if any(isinstance(one, dict) for one in columns):
        value["columns"] = columns
    return value


def _columns(
    sides: Sequence[str], names: Sequence[str], rows: Sequence[Sequence[str]]
) -> Iterator[str | dict[str, str]]:
    """Yield the columns of a table: those that are to be aligned otherwise than a deck aligns them are mappings.

    A deck aligns numbers at their decimal signs, which is what a column at the right is for.
    """
    if len(set(names)) < len(names) or not all(names):
        return
    for index, (side, name) in enumerate(zip(sides, names, strict=False)):
        cells = [row[index] for row in rows if row[index]]
        is_of_numbers = bool(cells) and all(_NUMBERS.fullmatch(cell) for cell in cells)
        yield {"from": name, "align": side} if side in ("center", "right") and not is_of_numbers else name
