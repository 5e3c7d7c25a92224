"""Tables placed by hand: what renderers are tested with, whatever layout would make of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from deckmaker.layout import CellItem, CellRole, Fill, Placed, Role, TableItem, TextItem
from deckmaker.layout.place import REGION
from deckmaker.model import Paragraph, Run
from deckmaker.model.geometry import Rect
from deckmaker.text.measuring import measure
from deckmaker.theme import TextStyle, Theme

PADDING = (7.5, 4.5)
"""Points between a cell's box and its text, across and down."""

RULE = 0.75
"""Points: the weight of a thin rule; those of the header and the footer are twice as heavy."""

BACKGROUNDS = {"header": "deep", "band": "tint"}


@dataclass(frozen=True)
class Written:
    """A cell as a test writes it."""

    text: str | tuple[Run, ...] = ""
    rows: int = 1
    columns: int = 1
    align: str | None = None
    strong: bool = False

    @property
    def paragraph(self) -> Paragraph:
        runs = (Run(self.text),) if isinstance(self.text, str) else self.text
        return Paragraph(tuple(run for run in runs if run.text))


Rows = Sequence[Sequence[str | Written]]


@dataclass(frozen=True)
class HandTable:
    """A table's rows with all that a test may choose; a row's height is what its cells need."""

    rows: Rows
    widths: tuple[float, ...]
    aligns: tuple[str, ...] = ()
    header_rows: int = 1
    footer_rows: int = 0
    stub_columns: int = 0
    zebra: bool = False
    caption: str = ""
    size: int = 15
    place: tuple[float, float] = (48.0, 168.0)

    def placed(self, theme: Theme) -> Placed:
        """Return the table in its place."""
        cells = [self._cell(*one, theme) for one in self._places()]
        heights = self._heights(cells)
        lefts = [self.place[0] + x for x in accumulate(self.widths, initial=0.0)]
        tops = [self.place[1] + y for y in accumulate(heights, initial=0.0)]
        moved = tuple(_moved(cell, lefts, tops) for cell in cells)
        rect = Rect(lefts[0], tops[0], lefts[-1] - lefts[0], tops[-1] - tops[0])
        item = TableItem(
            self.widths,
            tuple(heights),
            moved,
            self.header_rows,
            self.footer_rows,
            self.stub_columns,
            tuple(self._backgrounds(rect, tops)),
            tuple(self._rules(rect, tops)),
            self.caption,
        )
        return Placed(rect, item, Role.TABLE, "table", None, region=REGION)

    def _places(self) -> Iterator[tuple[int, int, Written]]:
        taken: set[tuple[int, int]] = set()
        for row, ones in enumerate(self.rows):
            column = 0
            for one in ones:
                cell = one if isinstance(one, Written) else Written(one)
                while (row, column) in taken:
                    column += 1
                yield row, column, cell
                taken |= {(row + i, column + j) for i in range(cell.rows) for j in range(cell.columns)}
                column += cell.columns

    def _role(self, row: int, column: int) -> CellRole:
        if row < self.header_rows:
            return CellRole.HEADER
        if row >= len(self.rows) - self.footer_rows:
            return CellRole.FOOTER
        return CellRole.STUB if column < self.stub_columns else CellRole.BODY

    def _cell(self, row: int, column: int, cell: Written, theme: Theme) -> CellItem:
        role = self._role(row, column)
        align = cell.align or (self.aligns[column] if self.aligns else "left")
        style = cell_style(theme, self.size, role, align, cell.strong, self.zebra)
        across, down = PADDING
        width = sum(self.widths[column : column + cell.columns]) - 2 * across
        setting = measure((cell.paragraph,), style, self.size, theme).set(width)
        left = {"left": 0.0, "center": (width - setting.width) / 2, "right": width - setting.width}[align]
        frame = Rect(across + left, down, setting.width, setting.height)
        box = Rect(0, 0, width + 2 * across, setting.height + 2 * down)
        text = TextItem(style, setting, 0.0)
        return CellItem(row, column, cell.rows, cell.columns, box, frame, text, role, style.bold)

    def _heights(self, cells: list[CellItem]) -> list[float]:
        heights = [18.0] * len(self.rows)
        for cell in sorted(cells, key=lambda one: one.rows):
            # As LibreOffice does: what begins in the first row has room in the last that it reaches.
            first = cell.row if cell.row else cell.rows - 1
            lacking = cell.rect.height - sum(heights[first : cell.row + cell.rows])
            heights[cell.row + cell.rows - 1] += max(0.0, lacking)
        return heights

    def _backgrounds(self, rect: Rect, tops: list[float]) -> Iterator[Fill]:
        body_end = len(self.rows) - self.footer_rows
        if self.zebra:
            if self.header_rows:
                yield Fill(_across(tops, 0, self.header_rows, rect), BACKGROUNDS["header"])
            for row in range(self.header_rows, body_end, 2):
                # Names of several rows have no background, or one half of such a cell would.
                named = sum(self.widths[: self.stub_columns])
                yield Fill(_across(tops, row, row + 1, rect, named), BACKGROUNDS["band"], 0.6)

    def _rules(self, rect: Rect, tops: list[float]) -> Iterator[Fill]:
        strong = {self.header_rows, len(self.rows) - self.footer_rows} - {0, len(self.rows)}
        edges = sorted(strong) if self.zebra else range(1, len(self.rows))
        for edge in edges:
            weight, color = (2 * RULE, "accent") if edge in strong else (RULE, "muted")
            yield Fill(Rect(rect.x, tops[edge] - weight / 2, rect.width, weight), color)


def cell_style(theme: Theme, size: int, role: CellRole, align: str, strong: bool, zebra: bool) -> TextStyle:
    """Return the style of a cell's text: headers, stubs and footers are bold, a header on a ground light."""
    bold = strong or role is not CellRole.BODY
    color = "light" if zebra and role is CellRole.HEADER else "ink"
    return replace(
        theme.styles["body"],
        size=size,
        short=None,
        bold=bold,
        color=color,
        align=align,
        anchor="bottom" if role is CellRole.HEADER else "top",
    )


def _across(tops: list[float], first: int, end: int, rect: Rect, indent: float = 0.0) -> Rect:
    return Rect(rect.x + indent, tops[first], rect.width - indent, tops[end] - tops[first])


def _moved(cell: CellItem, lefts: list[float], tops: list[float]) -> CellItem:
    x, y = lefts[cell.column], tops[cell.row]
    width, height = lefts[cell.column + cell.columns] - x, tops[cell.row + cell.rows] - y
    stands = height - cell.rect.height if cell.text.style.anchor == "bottom" else 0.0
    frame = replace(cell.frame, x=x + cell.frame.x, y=y + cell.frame.y + stands)
    return replace(cell, rect=Rect(x, y, width, height), frame=frame)
