"""What the panel beside the slides tells: where words stand in their files, what room is left, who is credited."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.layout import Page, Placed, TextItem
from deckmaker.pipeline import ReadDeck, list_credits
from deckmaker.project import project_root, without_links
from deckmaker.survey.forms import in_form
from deckmaker.survey.survey import ItemSurvey
from deckmaker.survey.surveying import survey_of

COLUMNS = 72
"""Signs in a line of what stands in the panel as a terminal has it."""

FURNITURE = ("credits", "footer", "marking", "meta", "number", "trail")
"""Slots that no author fills line by line."""

NEAR = 3.0
"""Points by which one may miss a thing: a line of text is often narrower than a finger."""


class Written(NamedTuple):
    """Where something is written: its file as messages name it and as the system finds it, line and column from 1."""

    name: str
    file: Path
    line: int
    column: int


class Room(NamedTuple):
    """What room a text has left: what it is, its size in points and its style's, and how many lines would fit yet."""

    what: str
    size: int
    usual: int
    lines_left: int


def written_at(read: ReadDeck, number: int, x: float, y: float) -> Written | None:
    """Return where that is written which stands at a place of a slide, in points from its top left; where nothing
    stands there, where the slide begins. None where there is no such slide."""
    page = next((one for one in read.document.pages if one.number == number), None)
    if page is None:
        return None
    found = [one for one in _with_places(page) if _is_at(one, x, y)]
    nearest = min(found, key=lambda one: one.rect.width * one.rect.height, default=None)
    span = (_paragraph_span(nearest, y) or nearest.span) if nearest else page.span
    return _written(span or page.span)


def _with_places(page: Page) -> Iterator[Placed]:
    return (one for one in page.leaves if one.span is not None)


def _is_at(placed: Placed, x: float, y: float) -> bool:
    rect = placed.rect
    return rect.x - NEAR <= x <= rect.right + NEAR and rect.y - NEAR <= y <= rect.bottom + NEAR


def _paragraph_span(placed: Placed, y: float) -> Span | None:
    """Return the place of the paragraph of a text whose lines are nearest to a height."""
    if not isinstance(placed.item, TextItem):
        return None
    top = placed.rect.y + placed.item.offset
    lines = (
        (abs(top + line.baseline - one.style.size / 3 - y), one.paragraph.span)
        for one in placed.item.setting.paragraphs
        for line in one.lines
    )
    return min(lines, key=lambda one: one[0], default=(0.0, None))[1]


def _written(span: Span | None) -> Written | None:
    if span is None:
        return None
    # A source's name leads to it from the working folder, as whoever reads a message would go there.
    return Written(span.source.name, Path(span.source.name).absolute(), span.line, span.column)


def rooms(read: ReadDeck, deck: Path, number: int) -> list[Room]:
    """Return what room the texts of a slide have left."""
    place = without_links(deck.parent) / deck.name
    pages = survey_of(read.document, place, project_root(deck), [number]).pages
    return [room for page in pages for item in page.items if (room := _room(item))]


def _room(item: ItemSurvey) -> Room | None:
    text = item.text
    if text is None or item.slot is None or (item.region or item.slot) in FURNITURE:
        return None
    if item.group and not text.lines_left and text.size >= text.style_size:
        return None  # a part of a composition has a box of its own size: that it is full says nothing of the slide
    return Room(item.slot, text.size, text.style_size, text.lines_left)


def survey(read: ReadDeck, deck: Path, number: int) -> str:
    """Return what `deckmaker show --slide` prints of a slide."""
    place = without_links(deck.parent) / deck.name
    return in_form("text", [survey_of(read.document, place, project_root(deck), [number])], COLUMNS)


def credited(read: ReadDeck, deck: Path) -> str:
    """Return what `deckmaker credits` prints of a deck."""
    from deckmaker.credits.forms import in_form as ledger_in_form
    from deckmaker.render.date import date_of_files

    ledger = list_credits(read, deck, Diagnostics())
    return ledger_in_form("table", [ledger], COLUMNS, date_of_files) if ledger else ""
