"""The first sheet of a handout or of notes pages, where it is asked for: what the deck says of itself."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.layout.document import Document, Placed
from deckmaker.layout.roles import Role
from deckmaker.layout.sheets.column import height_of, lines_within, placed_lines, set_column
from deckmaker.layout.sheets.furniture import marked, rule
from deckmaker.layout.sheets.look import HAIRLINE, MARGIN, QUIET, text_style
from deckmaker.layout.sheets.paper import Paper
from deckmaker.layout.sheets.sheet import Sheet
from deckmaker.model import Paragraph, Run
from deckmaker.model.geometry import Rect
from deckmaker.theme import Theme

_TOP = 0.3
"""Of the paper's height: where the title begins."""

_GAP = 18.0
"""Points between the title, the line below it, and what follows."""


def covers(document: Document, theme: Theme, paper: Paper) -> Iterator[Sheet]:
    """Yield a sheet with the deck's title, its author and day, and its licence; others where that goes on on them."""
    for placed in _shared_out(document, theme, paper):
        yield Sheet(paper.width, paper.height, (), (*placed, *marked(document, theme, paper)))


def _shared_out(document: Document, theme: Theme, paper: Paper) -> list[list[Placed]]:
    """Return what stands on each sheet of the cover, from top to bottom."""
    sheets: list[list[Placed]] = [[]]
    width = paper.width - 2 * MARGIN
    y = float(round(paper.height * _TOP))
    below = [one for one in (document.author, document.date) if one]
    texts = [
        (document.title, text_style(30, bold=True, font="heading", leading=1.1), Role.META),
        *((text, text_style(14), Role.META) for text in below),
        *([(document.license, text_style(9, QUIET), Role.META)] if document.license else []),
    ]
    for index, (words, style, role) in enumerate(texts):
        lines = set_column((Paragraph((Run(words),)),), style, width, theme)
        while (count := lines_within(lines, paper.height - MARGIN - y)) < len(lines):
            if count:
                sheets[-1].append(placed_lines(lines[:count], Rect(MARGIN, y, width, 0), style, role))
            sheets.append([])
            lines, y = lines[count:], MARGIN
        sheets[-1].append(placed_lines(lines, Rect(MARGIN, y, width, 0), style, role))
        y += round(height_of(lines)) + (_GAP if not index else _GAP / 3)
        if not index:
            sheets[-1].append(rule(Rect(MARGIN, y - HAIRLINE, width, HAIRLINE)))
            y += _GAP
    return sheets
