"""Sheets with the credits that have no room at the feet of others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckmaker.credits import words_for
from deckmaker.layout.document import Document, Placed
from deckmaker.layout.roles import Role
from deckmaker.layout.sheets.column import ColumnLine, line_of, lines_within, placed_lines
from deckmaker.layout.sheets.credits import STYLE, column_width
from deckmaker.layout.sheets.furniture import furniture
from deckmaker.layout.sheets.grid import content_area
from deckmaker.layout.sheets.look import GUTTER, text_style
from deckmaker.layout.sheets.paper import Paper
from deckmaker.layout.sheets.sheet import Sheet
from deckmaker.model.geometry import Rect
from deckmaker.theme import Theme

_HEADING = 24.0
"""Points that the word above takes."""


def credits_sheets(
    document: Document, theme: Theme, paper: Paper, lines: Sequence[ColumnLine], after: int
) -> Iterator[Sheet]:
    """Yield sheets, `after` so many others, until all lines have room in their columns; none for no lines."""
    area = content_area(paper)
    width, top = column_width(area.width), area.y + _HEADING
    number = after
    while lines:
        number += 1
        word = words_for(document.language).heading
        placed: list[Placed] = [
            line_of(word, Rect(area.x, area.y, area.width, _HEADING), text_style(12, bold=True), theme, Role.TITLE)
        ]
        x = area.x
        while lines and x < area.right:
            count = max(1, lines_within(lines, area.bottom - top))
            placed.append(placed_lines(lines[:count], Rect(x, top, width, 0), STYLE, Role.CREDITS))
            lines, x = lines[count:], x + width + GUTTER
        yield Sheet(paper.width, paper.height, (), furniture(document, theme, paper, number, None), after=tuple(placed))
