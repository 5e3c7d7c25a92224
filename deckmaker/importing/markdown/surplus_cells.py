"""Cells of tables of Markdown beyond the last head, which a reader of it leaves out without a word.

Source: GitHub Flavored Markdown, 4.10: "the excess is ignored".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore

SURPLUS = "surplus"
"""The key of `meta` under which a row of a table has the texts of such cells."""

_AROUND = " \t>"
"""Signs before a row that stands in a quotation or a list."""


def note_surplus_cells(state: StateCore) -> None:
    """Give each row its cells for which the table has no column."""
    lines: list[str] = []
    columns = 0
    is_head = False
    for token in state.tokens:
        if token.type == "thead_open":
            lines = lines or state.src.split("\n")
            is_head, columns = True, 0
        elif token.type == "thead_close":
            is_head = False
        elif token.type == "th_open":
            columns += 1
        elif token.type == "tr_open" and token.map and not is_head:
            cells = [one for one in map(str.strip, _cells(lines[token.map[0]])[columns:]) if one]
            if cells:
                token.meta = {**token.meta, SURPLUS: cells}


def _cells(line: str) -> list[str]:
    """Return the cells of a line, as the reader parts them."""
    from markdown_it.rules_block.table import escapedSplit

    cells = escapedSplit(line.lstrip(_AROUND).rstrip())
    if cells and not cells[0]:
        cells.pop(0)
    if cells and not cells[-1]:
        cells.pop()
    return cells
