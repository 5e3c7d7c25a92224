"""Tables and texts in the cells of grids: each is set once at a size and in a width, wherever it is tried.

Rows of cells are tried in many places, at ever smaller sizes, and their contents in all of them. Work is counted: lines
that are broken, and rows of tables that are set. Both depend on the sizes that there are, not on the places.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckmaker.layout.tables import setting
from deckmaker.text.breaking import Broken, MeasuredText
from tests.hostile.test_layout import lay_out, words
from tests.projects import Project
from tests.samples import mostly_slow

CELLS = 9
"""Of each grid."""


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter[str]]:
    """How often texts are broken into lines, and the heights of a table's rows are worked out."""
    found: Counter[str] = Counter()
    broken, row_heights = MeasuredText._broken, setting.row_heights

    def counted(text: MeasuredText, width: float) -> Broken:
        found["texts"] += 1
        return broken(text, width)

    def counted_rows(*arguments: object) -> list[float]:
        found["tables"] += 1
        return row_heights(*arguments)

    monkeypatch.setattr(MeasuredText, "_broken", counted)
    monkeypatch.setattr(setting, "row_heights", counted_rows)
    return found


def table(number: int, rows: int) -> str:
    """Return a table of two columns, as a block."""
    return f"table: {{rows: [{', '.join(f'[{words(number + one)}, {one}]' for one in range(rows))}]}}"


def cell(number: int, tables: int, rows: int, text: int) -> str:
    """Return a cell of tables, each above a text of so many times three words."""
    blocks = (
        f"{{{table(number + 7 * one, rows)}}}, {{text: {' '.join(words(number + one + more) for more in range(text))}}}"
        for one in range(tables)
    )
    return f"{{content: [{', '.join(blocks)}]}}"


def grids(count: int, tables: int, rows: int, text: int) -> str:
    """Return a slide of so many grids, one below the other."""
    cells = (", ".join(cell(97 * grid + 13 * one, tables, rows, text) for one in range(CELLS)) for grid in range(count))
    return "    content:\n" + "".join(f"      - grid: {{cells: [{one}]}}\n" for one in cells)


LOOKS = {
    "many small tables": ((4, 2, 1), 7, 12),
    "tables above texts": ((2, 5, 8), 7, 35),
    "large tables": ((1, 10, 1), 20, 45),
}
"""Tables in a cell, rows of each, and length of the texts below them; how often the rows of a table may be set, and the
lines of a block be broken."""


@pytest.mark.parametrize("look", mostly_slow(LOOKS, quick=0))
def test_what_stands_in_grids_is_set_once_for_each_size(look: str, tmp_path: Path, work: Counter[str]) -> None:
    """However many grids there are, and however many tables in each: one more costs what the first did."""
    (tables, rows, text), most_rows, most_lines = LOOKS[look]
    for count in (1, 2):
        work.clear()
        lay_out(Project(tmp_path), grids(count, tables, rows, text))
        all_tables = count * CELLS * tables
        assert work["tables"] < most_rows * all_tables
        assert work["texts"] < most_lines * 2 * all_tables
