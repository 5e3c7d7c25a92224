"""The margins of a table's cells: its text stands where layout has it, and makes neither row nor column grow.

What other programs ask of them was measured (docs/analysis/tables.md).
"""

from __future__ import annotations

from deckmaker.layout import CellItem, TableItem
from deckmaker.render.pptx.table_text import drop
from deckmaker.render.pptx.units import metric_emu

SPARE = 1.0
"""Points of a row's height that its cells leave: what programs round, a hundredth of a millimetre a line, adds up."""

LEAST_WIDTH = 3.0
"""Points between the margins of a cell, be it empty, below which LibreOffice makes its column wider: a millimetre."""


def cell_margins(cell: CellItem, item: TableItem, lefts: list[int], tops: list[int]) -> dict[str, int]:
    """Return a cell's margins in EMU by the names of their attributes, given the edges of columns and of rows."""
    margins = {
        "marL": metric_emu(cell.frame.x) - lefts[cell.column],
        "marR": lefts[cell.column + cell.columns] - metric_emu(max(cell.frame.right, cell.frame.x + LEAST_WIDTH)),
        **_above_and_below(cell, item, tops),
    }
    return {name: max(0, value) for name, value in margins.items()}


def _above_and_below(cell: CellItem, item: TableItem, tops: list[int]) -> dict[str, int]:
    """Return a cell's margins above and below its text, which stands at one of its edges; at the other there is less.

    Of a cell that begins in the first row LibreOffice wants all the height in the last row that it reaches.
    """
    height = item.rows[cell.rows - 1] if cell.row == 0 else cell.rect.height
    top, end = cell.frame.y + cell.text.offset, cell.frame.bottom
    if cell.text.style.anchor == "bottom":
        down = min(drop(cell.text), cell.rect.bottom - end)
        below = tops[cell.row + cell.rows] - metric_emu(end + down)
        room = metric_emu(height - (end - top) - SPARE) - below
        return {"marT": min(below, room), "marB": below}
    down = min(drop(cell.text), max(0.0, cell.rect.y + height - end - SPARE))
    above = metric_emu(top + down) - tops[cell.row]
    room = metric_emu(height - (end - top) - SPARE) - above
    return {"marT": above, "marB": min(above, room)}
