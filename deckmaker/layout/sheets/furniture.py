"""What stands around slides on every sheet: the deck's title, its day, the sheet's number; frames, numbers, lines."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.layout.document import Document, Page, Placed, ShapeItem
from deckmaker.layout.roles import Role
from deckmaker.layout.sheets.column import line_of, set_column
from deckmaker.layout.sheets.look import HAIRLINE, MARGIN, QUIET, RULE, text_style
from deckmaker.layout.sheets.paper import Paper
from deckmaker.model import Paragraph, Run
from deckmaker.model.geometry import Rect
from deckmaker.theme import Theme

_SMALL = 8
"""Size in points of what stands at the head and foot."""

_LINE = 12.0
"""Points that a line of it takes."""

_DAY = 0.3
"""Of the width of the head: what the deck's day may take."""

_MARKED, _LEAST_MARKED = 9, 6
"""Size in points of a marking, and of one that is as long as slides have room for."""

_ABOVE = 15.0
"""Points from a sheet's margins to a marking in them."""

_BELOW = 3.0
"""Points from a slide's frame to its number."""

RULING = 22.0
"""Points between two lines to write on: college ruling is 20, wide ruling 25."""


def furniture(document: Document, theme: Theme, paper: Paper, number: int, count: int | None) -> tuple[Placed, ...]:
    """Return the head of a sheet and its number, of how many where that is known; and the deck's marking, twice."""
    width = paper.width - 2 * MARGIN
    day = width * _DAY if document.date else 0.0
    head = Rect(MARGIN, MARGIN - 2, width - day, _LINE)
    of = f"{number}/{count}" if count else str(number)
    foot = Rect(MARGIN, paper.height - MARGIN - _LINE + 2, width, _LINE)
    found = [line_of(document.title, head, text_style(_SMALL, QUIET), theme, Role.FOOTER)]
    if document.date:
        place = Rect(head.right, head.y, day, _LINE)
        found.append(line_of(document.date, place, text_style(_SMALL, QUIET, align="right"), theme, Role.FOOTER))
    found.append(line_of(of, foot, text_style(_SMALL, QUIET, align="right"), theme, Role.NUMBER))
    return *found, *marked(document, theme, paper)


def marked(document: Document, theme: Theme, paper: Paper) -> Iterator[Placed]:
    """Yield the deck's marking in the middle of a sheet's head and foot, where printers still print."""
    if not document.marking:
        return
    width = paper.width - 2 * MARGIN
    styles = (text_style(size, bold=True, align="center") for size in range(_MARKED, _LEAST_MARKED, -1))
    words = (Paragraph((Run(document.marking),)),)
    style = next(
        (one for one in styles if len(set_column(words, one, width, theme)) == 1),
        text_style(_LEAST_MARKED, bold=True, align="center"),
    )
    for role, y in ((Role.MARKING, MARGIN - _ABOVE), (Role.DECORATION, paper.height - MARGIN + _ABOVE - _LINE)):
        yield line_of(document.marking, Rect(MARGIN, y, width, _LINE), style, theme, role)


def frame(rect: Rect) -> Iterator[Placed]:
    """Yield the lines around a slide, just outside of it."""
    thin = HAIRLINE
    across = rect.width + 2 * thin
    for place in (
        Rect(rect.x - thin, rect.y - thin, across, thin),
        Rect(rect.x - thin, rect.bottom, across, thin),
        Rect(rect.x - thin, rect.y, thin, rect.height),
        Rect(rect.right, rect.y, thin, rect.height),
    ):
        yield rule(place)


def rule(rect: Rect) -> Placed:
    """Return a thin line."""
    return Placed(rect, ShapeItem(RULE, 1.0), Role.DECORATION, None, None)


def caption(page: Page, rect: Rect, theme: Theme) -> Placed:
    """Return a slide's number, below its frame."""
    place = Rect(rect.x, rect.bottom + _BELOW, rect.width, _LINE)
    return line_of(str(page.number), place, text_style(_SMALL), theme, Role.NUMBER)


def ruled(rect: Rect) -> Iterator[Placed]:
    """Yield lines to write on; the first leaves room for a line of writing above it."""
    for index in range(1, int(rect.height / RULING) + 1):
        yield rule(Rect(rect.x, rect.y + index * RULING, rect.width, HAIRLINE))
