"""A table as layout would place it, built by hand: two columns and two rows of cells on a page of the briefing."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from deckmaker.layout import CellItem, CellRole, Decision, Document, Fill, Placed, Role, TableItem, TextItem
from deckmaker.model import Paragraph, Run
from deckmaker.model.geometry import Rect
from deckmaker.text import FrameText, fit
from deckmaker.theme import Theme

WORDS = (("Berth", "dB(A)"), ("4", "61"))
COLUMNS, ROWS = (200.0, 120.0), (36.0, 40.0)
LEFT, TOP, MARGIN = 60.0, 200.0, 6.0


def table(theme: Theme) -> TableItem:
    """Return the table, its header on a background of its own above a rule."""
    cells = tuple(_cell(row, column, theme) for row, column in product(range(2), range(2)))
    background = Fill(Rect(LEFT, TOP, sum(COLUMNS), ROWS[0]), "tint")
    rule = Fill(Rect(LEFT, TOP + ROWS[0] - 1, sum(COLUMNS), 1.0), "ink")
    return TableItem(COLUMNS, ROWS, cells, 1, 0, 1, (background,), (rule,), "")


def _cell(row: int, column: int, theme: Theme) -> CellItem:
    rect = Rect(LEFT + sum(COLUMNS[:column]), TOP + sum(ROWS[:row]), COLUMNS[column], ROWS[row])
    frame = Rect(rect.x + MARGIN, rect.y + MARGIN, rect.width - 2 * MARGIN, rect.height - MARGIN)
    style = replace(theme.styles["body"], size=18, short=None)
    (fitted,) = fit([FrameText((Paragraph((Run(WORDS[row][column]),)),), style, frame)], theme)
    text = TextItem(style, fitted.setting, 0.0)
    role = CellRole.HEADER if row == 0 else CellRole.STUB if column == 0 else CellRole.BODY
    return CellItem(row, column, 1, 1, rect, frame, text, role, strong=False)


def with_table(document: Document) -> Document:
    """Return a document with the table on its first page."""
    page, *others = document.pages
    rect = Rect(LEFT, TOP, sum(COLUMNS), sum(ROWS))
    placed = Placed(
        rect,
        table(document.theme),
        Role.TABLE,
        "table",
        page.span,
        decision=Decision(document.theme.plain.slots["body"].rect),
        region="body",
    )
    return replace(document, pages=(replace(page, placed=(*page.placed, placed)), *others))
