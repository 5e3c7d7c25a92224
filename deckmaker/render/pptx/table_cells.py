"""A table's cells one by one: how each looks, the margins around its text, and what that text says of itself.

What other programs ask of cells was measured (docs/analysis/tables.md): text stands where layout has it, and makes
neither row nor column grow. Whether PowerPoint heeds a list style within a cell is not known
(docs/analysis/powerpoint.md); so none is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from deckmaker.dataclasses import dataclass
from deckmaker.layout import CellItem, Fill, TableItem
from deckmaker.model.geometry import Rect
from deckmaker.render.pptx.colors import SchemeColors
from deckmaker.render.pptx.levels import KERN_FROM, Level
from deckmaker.render.pptx.text import Direct
from deckmaker.render.pptx.units import hundredths, metric_emu
from deckmaker.render.pptx.xml import NOTHING, Xml
from deckmaker.theme.baselines import line_height

NEAR = 1.5
"""Points between a rule's middle and a cell's edge within which the rule is the edge's."""

SPARE = 1.0
"""Points of a row's height that its cells leave: what programs round, a hundredth of a millimetre a line, adds up."""

LEAST_MARGIN = metric_emu(0.02)
"""The least of a cell's margins in EMU, a hundredth of a millimetre: none at all LibreOffice leaves out when it saves.

What is left out has the standard's default, 0.1 inch at the sides (ECMA-376 Part 1, 21.1.3.17): "Aalborg" would become
"Aalbor" and "g" (docs/analysis/tables.md, 15).
"""

LEAST_WIDTH = 3.0
"""Points between the margins of a cell, be it empty, below which LibreOffice makes its column wider: a millimetre."""


EMPTY_LINE = 1.25
"""The height of the line of an empty cell in LibreOffice, in multiples of the size, whatever its spacing says: that of
its font, which of the Office families is 1.13 to 1.24 (measured where a row grew by that)."""


class Rule(NamedTuple):
    """A rule along an edge: its weight in points, and its palette colour."""

    weight: float
    color: str


class Background(NamedTuple):
    """The background of a cell: a palette colour, and its opacity from 0 to 1."""

    color: str
    opacity: float


@dataclass(frozen=True, slots=True)
class CellFormat:
    """A cell's text in a palette colour, its background, and the rules along its edges; None where there is nothing."""

    color: str
    bold: bool
    background: Background | None = None
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


def cell_format(cell: CellItem, item: TableItem) -> CellFormat:
    """Return how layout drew a cell. A rule along a part of its edge is one of the cells on the other side."""
    rect, style = cell.rect, cell.text.style
    across = [rule for rule in item.rules if rule.rect.width >= rule.rect.height]
    down = [rule for rule in item.rules if rule.rect.width < rule.rect.height]
    return CellFormat(
        style.color,
        style.bold,
        _background(rect, item.backgrounds),
        _upright(rect, rect.x, down),
        _upright(rect, rect.right, down),
        _level(rect, rect.y, across),
        _level(rect, rect.bottom, across),
    )


def _background(rect: Rect, backgrounds: Iterable[Fill]) -> Background | None:
    """Return what is drawn last behind a cell's middle."""
    x, y = rect.x + rect.width / 2, rect.y + rect.height / 2
    under = (one for one in backgrounds if one.rect.x <= x <= one.rect.right and one.rect.y <= y <= one.rect.bottom)
    return next((Background(one.color, one.opacity) for one in reversed([*under])), None)


def _level(rect: Rect, y: float, rules: Iterable[Fill]) -> Rule | None:
    for rule in rules:
        at_edge = abs(rule.rect.y + rule.rect.height / 2 - y) <= NEAR
        if at_edge and rule.rect.x <= rect.x + NEAR and rect.right - NEAR <= rule.rect.right:
            return Rule(rule.rect.height, rule.color)
    return None


def _upright(rect: Rect, x: float, rules: Iterable[Fill]) -> Rule | None:
    for rule in rules:
        at_edge = abs(rule.rect.x + rule.rect.width / 2 - x) <= NEAR
        if at_edge and rule.rect.y <= rect.y + NEAR and rect.bottom - NEAR <= rule.rect.bottom:
            return Rule(rule.rect.width, rule.color)
    return None


def cell_margins(cell: CellItem, item: TableItem, lefts: list[int], tops: list[int]) -> dict[str, int]:
    """Return a cell's margins in EMU by the names of their attributes, given the edges of columns and of rows."""
    margins = {
        "marL": metric_emu(cell.frame.x) - lefts[cell.column],
        "marR": lefts[cell.column + cell.columns] - metric_emu(max(cell.frame.right, cell.frame.x + LEAST_WIDTH)),
        **_above_and_below(cell, item, tops),
    }
    return {name: max(LEAST_MARGIN, value) for name, value in margins.items()}


def _above_and_below(cell: CellItem, item: TableItem, tops: list[int]) -> dict[str, int]:
    """Return a cell's margins above and below its text, which stands at one of its edges; at the other there is less.

    Of a cell that begins in the first row LibreOffice wants all the height in the last row that it reaches.
    """
    height = item.rows[cell.rows - 1] if cell.row == 0 else cell.rect.height
    top, end = cell.frame.y + cell.text.offset, cell.frame.bottom
    lines = max(end - top, 0.0 if cell.text.text else EMPTY_LINE * cell.text.setting.size)
    if cell.text.style.anchor == "bottom":
        below = tops[cell.row + cell.rows] - metric_emu(end)
        room = metric_emu(height - lines - SPARE) - below
        return {"marT": min(below, room), "marB": below}
    above = metric_emu(top) - tops[cell.row]
    room = metric_emu(height - lines - SPARE) - above
    return {"marT": above, "marB": min(above, room)}


def direct_text(level: Level, given: CellFormat | None, colors: SchemeColors) -> Direct:
    """Return what the paragraphs and runs of a cell say; `given` is its style's, None where that is not known.

    Lines are so many points high: of percents, LibreOffice takes those of the font's own height in a table.
    """
    return Direct(
        bold=given.bold if given else None,
        italic=False,
        # or LibreOffice lets a line's last comma stand outside its frame
        paragraph=Xml(' hangingPunct="0"'),
        spacing=Xml(f'<a:lnSpc><a:spcPts val="{hundredths(line_height(level.percent, level.size))}"/></a:lnSpc>'),
        run=Xml(f' sz="{hundredths(level.size)}" kern="{hundredths(KERN_FROM)}"'),
        tracking=Xml(f' spc="{hundredths(level.tracking)}"' if level.tracking else ""),
        fill=NOTHING if given and given.color == level.color else colors.fill(level.color),
        font=Xml(f'<a:latin typeface="{level.font}"/>'),
    )
