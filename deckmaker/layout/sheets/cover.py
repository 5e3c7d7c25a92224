"""The first sheet of a handout or of notes pages, where it is asked for: what the deck says of itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
    placed: list[Placed] = []
    for one in _placed(document, theme, paper):
        if one is None:
            yield _sheet(placed, document, theme, paper)
            placed = []
        else:
            placed.append(one)
    yield _sheet(placed, document, theme, paper)


def _sheet(placed: Sequence[Placed], document: Document, theme: Theme, paper: Paper) -> Sheet:
    return Sheet(paper.width, paper.height, (), (*placed, *marked(document, theme, paper)))


def _placed(document: Document, theme: Theme, paper: Paper) -> Iterator[Placed | None]:
    """Yield what stands on the cover from top to bottom, and None where a sheet ends."""
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
                yield placed_lines(lines[:count], Rect(MARGIN, y, width, 0), style, role)
            yield None
            lines, y = lines[count:], MARGIN
        yield placed_lines(lines, Rect(MARGIN, y, width, 0), style, role)
        y += round(height_of(lines)) + (_GAP if not index else _GAP / 3)
        if not index:
            yield rule(Rect(MARGIN, y - HAIRLINE, width, HAIRLINE))
            y += _GAP
