"""Notes pages: each slide over what the presenter says, which goes on, on further sheets, as long as it needs."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.layout.document import Document, Page, Placed
from deckmaker.layout.sheets.column import ColumnLine, lines_within, placed_lines, set_column
from deckmaker.layout.sheets.cover import covers
from deckmaker.layout.sheets.credits import MOST, Foot, are_legible, credit_lines, foot_of
from deckmaker.layout.sheets.credits_sheets import credits_sheets
from deckmaker.layout.sheets.furniture import caption, frame, furniture
from deckmaker.layout.sheets.grid import content_area
from deckmaker.layout.sheets.look import CAPTION, sheet_theme, text_style
from deckmaker.layout.sheets.paper import Paper, paper_of
from deckmaker.layout.sheets.sheet import PlacedSlide, Sheet
from deckmaker.model.geometry import Rect
from deckmaker.theme import Theme

NOTES = text_style(11, leading=1.35)

_SLIDE = 0.45
"""Of the height between a sheet's head and foot: what its slide may take."""

_ABOVE = 12.0
"""Points between the number of a slide and its notes."""

_MEASURE = 468.0
"""The longest line of notes in points, some 90 letters."""


def notes_pages(document: Document) -> Iterator[Sheet]:
    """Yield a sheet a slide on paper held upright, and further ones where its notes have no room below it."""
    found = _all_sheets(document)
    if document.theme.turned:
        from deckmaker.layout.sheets.mirrored import mirrored

        found = mirrored(found)
    yield from found


def _all_sheets(document: Document) -> Iterator[Sheet]:
    theme = sheet_theme(document.theme)
    paper = paper_of(document.language, document.paper.paper)
    if document.paper.cover:
        yield from covers(document, theme, paper)
    place = slide_place(theme, content_area(paper))
    lists = not are_legible(document, place.width / theme.width)
    number = 0
    left: list[ColumnLine] = []
    for page in document.pages:
        foot = _foot(page, document, theme, paper) if lists else Foot()
        left += foot.left
        for sheet in _sheets(page, document, theme, paper, place, foot, number):
            yield sheet
            number += 1
    yield from credits_sheets(document, theme, paper, left, number)


def slide_place(theme: Theme, area: Rect) -> Rect:
    """Return where slides stand: as wide as the sheet, or as high as leaves room for notes."""
    ratio = theme.width / theme.height
    width = min(area.width, area.height * _SLIDE * ratio)
    return Rect(area.x, area.y, width, width / ratio)


def _foot(page: Page, document: Document, theme: Theme, paper: Paper) -> Foot:
    width = content_area(paper).width
    return foot_of(credit_lines((page,), document, theme, width), width, paper.height * MOST)


def _sheets(
    page: Page, document: Document, theme: Theme, paper: Paper, place: Rect, foot: Foot, before: int
) -> Iterator[Sheet]:
    area = content_area(paper)
    lines: list[ColumnLine] = set_column(page.notes, NOTES, min(area.width, _MEASURE), theme) if page.notes else []
    top = place.bottom + CAPTION + _ABOVE
    slides: tuple[PlacedSlide, ...] = ()
    number = before
    while not slides or lines:
        number += 1
        is_first = not slides
        start, foot_height = (top, foot.height) if is_first else (area.y, 0.0)
        count = lines_within(lines, area.bottom - foot_height - start)
        notes = (placed_lines(lines[:count], Rect(area.x, start, area.width, 0), NOTES),) if count else ()
        lines = lines[count:]
        around = furniture(document, theme, paper, number, None)
        after: tuple[Placed, ...] = ()
        if is_first:
            beside = (*frame(place), caption(page, place, theme))
            slides, after = (PlacedSlide(page, place, beside),), tuple(foot.placed(area))
        shown = slides if is_first else ()
        yield Sheet(paper.width, paper.height, shown, around, notes, after, goes_on=bool(lines))
