"""Tables are grids: each row has a cell for each column, and what a cell reaches over is there and says so.

The schema lets a row have any number of cells (ECMA-376 Part 1, 21.1.3.13 to 21.1.3.18); PowerPoint repairs a table
whose rows do not agree with its columns, or leaves the slide empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

_tables = etree.XPath("//a:tbl", namespaces={"a": "http://schemas.openxmlformats.org/drawingml/2006/main"})
_TRUE = ("1", "true")


def table_faults(name: str, tree: etree._Element) -> Iterator[str]:
    """Yield what is wrong with the grids of a part's tables."""
    tables: Any = _tables(tree)
    for table in tables:
        columns = len(table.findall("{*}tblGrid/{*}gridCol"))
        rows = [row.findall("{*}tc") for row in table.findall("{*}tr")]
        wrong = [(number, len(row)) for number, row in enumerate(rows, start=1) if len(row) != columns]
        for number, count in wrong:
            yield f"`{name}` has a table of {columns} columns with {count} cells in row {number}"
        if not wrong:
            yield from _span_faults(name, rows)


def _span_faults(name: str, rows: list[list[etree._Element]]) -> Iterator[str]:
    reached: set[tuple[int, int]] = set()
    merged: set[tuple[int, int]] = set()
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if any(cell.get(one) in _TRUE for one in ("hMerge", "vMerge")):
                merged.add((row, column))
                continue
            down, across = (_count(cell.get(one)) for one in ("rowSpan", "gridSpan"))
            if row + down > len(rows) or column + across > len(cells):
                yield f"`{name}` has a table in which a cell of row {row + 1} reaches over its edge"
            places = {(row + below, column + beside) for below in range(down) for beside in range(across)}
            reached |= places - {(row, column)}
    for row, column in sorted(merged ^ {(row, column) for row, column in reached if row < len(rows)}):
        what = "is merged with no other" if (row, column) in merged else "is reached by another and not merged with it"
        yield f"`{name}` has a table in which the cell in row {row + 1}, column {column + 1} {what}"
        return


def _count(written: str | None) -> int:
    return int(written) if written and written.isdecimal() else 1
