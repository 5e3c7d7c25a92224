"""Which elements of the structure tree a table is: its parts, rows and cells, and what its headers are the headers of
(ISO 32000-1, 14.8.4.3.4 and 14.8.5.7)."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.layout import CellItem, CellRole, TableItem
from deckmaker.layout.tables.grid import Group, Scope, column_groups, row_groups, scope
from deckmaker.model import Marker
from deckmaker.render.pdf.structure import Element, Structure
from deckmaker.render.pdf.tagged_texts import Blocks, TextTags, Whole

_PARTS = {CellRole.HEADER: "THead", CellRole.BODY: "TBody", CellRole.FOOTER: "TFoot"}
_SCOPES = {Scope.COLUMN: "Column", Scope.COLUMNS: "Column", Scope.ROW: "Row", Scope.ROWS: "Row"}


def tagged_cells(item: TableItem, table: Element, structure: Structure) -> Iterator[tuple[CellItem, TextTags]]:
    """Yield a table's cells in reading order, and whose their texts are; `table` is its element."""
    columns = column_groups(item)
    by_row: dict[int, list[CellItem]] = {}
    for cell in item.cells:
        by_row.setdefault(cell.row, []).append(cell)
    for role, rows in row_groups(item):
        part = structure.open(_PARTS[role], table)
        for row in range(*rows):
            element = structure.open("TR", part)
            for cell in by_row.get(row, ()):
                yield cell, _text_tags(cell, _cell(cell, item, rows, columns, element, structure), structure)


def _cell(
    cell: CellItem, item: TableItem, rows: Group, columns: list[Group], row: Element, structure: Structure
) -> Element:
    header = scope(cell, item, rows, columns) if cell.text.text else None
    attributes = f"/Scope/{_SCOPES[header]}" if header else ""
    attributes += f"/ColSpan {cell.columns}" if cell.columns > 1 else ""
    attributes += f"/RowSpan {cell.rows}" if cell.rows > 1 else ""
    return structure.open("TH" if header else "TD", row, f"/A<</O/Table{attributes}>>" if attributes else "")


def _text_tags(cell: CellItem, element: Element, structure: Structure) -> TextTags:
    """Return whose a cell's text is: the cell's own, unless it has several paragraphs or a list."""
    paragraphs = cell.text.setting.paragraphs
    if len(paragraphs) > 1 or (paragraphs and paragraphs[0].paragraph.marker is not Marker.NONE):
        return Blocks(structure, element)
    return Whole(element)
