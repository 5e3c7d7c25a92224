"""Tables as `a:tbl` (ECMA-376 Part 1, 21.1.3): native, of a style of the presentation's own, in rows that do not grow.

A row grows when a cell's margins and lines need more than its height (docs/analysis/tables.md). So a cell's text begins
where layout has it, has the very width in which its breaks are safe, and less below than there is room for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, pairwise

from deckmaker.dataclasses import replace
from deckmaker.layout import CellItem, CellRole, Placed, TableItem
from deckmaker.render.pptx.colors import SchemeColors
from deckmaker.render.pptx.levels import Form, StyleLevels
from deckmaker.render.pptx.placeholders import Placeholder
from deckmaker.render.pptx.table_cells import LEAST_MARGIN, CellFormat, cell_format, cell_margins, direct_text
from deckmaker.render.pptx.table_styles import TableFormat, TableStyles, background_fill, line, table_format
from deckmaker.render.pptx.text import TextWriter
from deckmaker.render.pptx.units import metric_emu
from deckmaker.render.pptx.xml import NOTHING, Xml, attribute, joined, properties
from deckmaker.theme import Theme

_EDGES = {"left": "a:lnL", "right": "a:lnR", "top": "a:lnT", "bottom": "a:lnB"}
_MERGED = '<a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr sz="100"/></a:p></a:txBody>'
_MERGED_MARGINS = (
    f"<a:tcPr{''.join(f' {edge}={attribute(LEAST_MARGIN)}' for edge in ('marL', 'marR', 'marT', 'marB'))}/>"
)
"""A place that a cell reaches into has a cell of its own, which must not make its row or its column grow."""


class TableWriter:
    """Writes the tables on slides of one scheme and collects their styles."""

    def __init__(self, theme: Theme, colors: SchemeColors, scheme: str) -> None:
        self._colors = colors
        self._turned = theme.turned
        self._levels = StyleLevels(theme, colors.typefaces)
        self.styles = TableStyles(colors, scheme)

    def table(
        self, id: int, name: str, placed: Placed, item: TableItem, placeholder: Placeholder | None, text: TextWriter
    ) -> Xml:
        """Return a table as `p:graphicFrame`, in its placeholder where it has one."""
        item = without_empty_tracks(item)
        ends_with_stub = bool(item.stub_columns) and self._turned
        if self._turned:
            item = in_visual_order(item)
        format = table_format(item)
        lefts, tops = (
            [metric_emu(start + end) for end in accumulate(lengths, initial=0.0)]
            for start, lengths in ((placed.rect.x, item.columns), (placed.rect.y, item.rows))
        )
        flags = {
            "firstRow": item.header_rows,
            "firstCol": item.stub_columns,
            "lastRow": item.footer_rows,
            "lastCol": ends_with_stub,
            "bandRow": format.odd != format.even,
        }
        has = "".join(f' {name}="1"' for name, one in flags.items() if one)
        grid = "".join(f'<a:gridCol w="{end - start}"/>' for start, end in pairwise(lefts))
        rows = self._rows(item, format, lefts, tops, text)
        written = "".join(
            f'<a:tr h="{end - start}">{row}</a:tr>' for (start, end), row in zip(pairwise(tops), rows, strict=True)
        )
        return Xml(
            f"<p:graphicFrame><p:nvGraphicFramePr>{properties(id, name, _description(item))}"
            '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
            f"<p:nvPr>{placeholder.xml() if placeholder else ''}</p:nvPr></p:nvGraphicFramePr>"
            f'<p:xfrm><a:off x="{lefts[0]}" y="{tops[0]}"/>'
            f'<a:ext cx="{lefts[-1] - lefts[0]}" cy="{tops[-1] - tops[0]}"/></p:xfrm>'
            '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
            f"<a:tbl><a:tblPr{has}>"
            f"<a:tableStyleId>{self.styles.id(format)}</a:tableStyleId></a:tblPr>"
            f"<a:tblGrid>{grid}</a:tblGrid>{written}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
        )

    def _rows(
        self, item: TableItem, format: TableFormat, lefts: list[int], tops: list[int], text: TextWriter
    ) -> Iterator[Xml]:
        """Yield the cells of each row, and between them those of the places that others reach into."""
        grid: list[list[Xml]] = [[NOTHING] * len(item.columns) for _ in item.rows]
        for cell in item.cells:
            for down in range(cell.rows):
                for right in range(cell.columns):
                    place = self._cell(cell, item, format, lefts, tops, text) if down == right == 0 else _MERGED
                    spans = _spans(cell, down, right)
                    properties = "" if down == right == 0 else _MERGED_MARGINS
                    grid[cell.row + down][cell.column + right] = Xml(f"<a:tc{spans}>{place}{properties}</a:tc>")
        for row in grid:
            yield joined(row)

    def _cell(
        self, cell: CellItem, item: TableItem, format: TableFormat, lefts: list[int], tops: list[int], text: TextWriter
    ) -> Xml:
        own = cell_format(cell, item)
        given = format.given(cell, item)
        # A cell has one paragraph, and nothing stands before it.
        level = replace(self._levels.of(cell.text.style, cell.text.setting.size, Form.PLAIN)[0], before=0.0)
        paragraphs = text.paragraphs(cell.text, (level,), direct_text(level, given, self._colors))
        attributes = "".join(f' {name}="{value}"' for name, value in cell_margins(cell, item, lefts, tops).items())
        if cell.text.style.anchor == "bottom":
            attributes += ' anchor="b"'
        return Xml(
            f"<a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</a:txBody>"
            f"<a:tcPr{attributes}>{self._differences(own, given)}</a:tcPr>"
        )

    def _differences(self, own: CellFormat, given: CellFormat | None) -> Xml:
        """Return the rules and the background that a cell has otherwise than its style gives them."""
        # All four or none: of a cell with a rule of its own at its top LibreOffice draws that at its bottom too.
        differs = given is None or any(getattr(own, edge) != getattr(given, edge) for edge in _EDGES)
        lines = (line(getattr(own, edge), element, self._colors) for edge, element in _EDGES.items() if differs)
        fill = (
            background_fill(own.background, self._colors) if given is None or own.background != given.background else ""
        )
        return Xml("".join(lines) + fill)


def _spans(cell: CellItem, down: int, right: int) -> Xml:
    """Return what one of the places that a cell takes says of it: the first how far it reaches, others that it does."""
    spans = {
        "rowSpan": cell.rows if down == 0 and cell.rows > 1 else None,
        "gridSpan": cell.columns if right == 0 and cell.columns > 1 else None,
        "hMerge": 1 if right else None,
        "vMerge": 1 if down else None,
    }
    return Xml("".join(f" {name}={attribute(value)}" for name, value in spans.items() if value))


def _description(item: TableItem) -> Xml:
    """Return a table's alt text: its caption, or the words of its header."""
    header = (cell.text.text for cell in item.cells if cell.role is CellRole.HEADER)
    return Xml(item.caption or ", ".join(word for word in header if word))


def without_empty_tracks(item: TableItem) -> TableItem:
    """Return a table whose rows and columns all have a cell that begins in them; what it looks like is the same.

    A row or column that others only reach over becomes a part of the one before it.
    """
    rows, columns = {cell.row for cell in item.cells}, {cell.column for cell in item.cells}
    if len(rows) == len(item.rows) and len(columns) == len(item.columns):
        return item
    row, column = _places(rows, len(item.rows)), _places(columns, len(item.columns))
    cells = tuple(
        replace(
            cell,
            row=row[cell.row],
            column=column[cell.column],
            rows=row[cell.row + cell.rows] - row[cell.row],
            columns=column[cell.column + cell.columns] - column[cell.column],
        )
        for cell in item.cells
    )
    return replace(
        item,
        rows=_joined(item.rows, rows),
        columns=_joined(item.columns, columns),
        cells=cells,
        header_rows=row[item.header_rows],
        footer_rows=len(rows) - row[len(item.rows) - item.footer_rows],
        stub_columns=column[item.stub_columns],
    )


def in_visual_order(item: TableItem) -> TableItem:
    """Return a table whose first column is on the right as presentations have it: with the first one on the left.

    PowerPoint knows tables that run from right to left; LibreOffice passes over what says so (`a:tblPr rtl`).
    What stands out in its last column, which is a stub, is said by its cells: styles here have no such column.
    """
    count = len(item.columns)
    cells = (replace(cell, column=count - cell.column - cell.columns) for cell in item.cells)
    in_order = sorted(cells, key=lambda cell: (cell.row, cell.column))
    return replace(item, columns=item.columns[::-1], cells=tuple(in_order), stub_columns=0)


def _places(begun: Collection[int], count: int) -> list[int]:
    """Return how many of the tracks before each are kept, and before the end."""
    return list(accumulate((track in begun for track in range(count)), initial=0))


def _joined(lengths: Sequence[float], begun: Collection[int]) -> tuple[float, ...]:
    joined: list[float] = []
    for track, length in enumerate(lengths):
        if track in begun:
            joined.append(length)
        else:
            joined[-1] += length
    return tuple(joined)
