"""Sections that have been drawn, kept for the next time: of a deck in which one slide changed, one is drawn.

What a section becomes follows from its page, its name, the deck's theme and language, and from what sections before it
have asked of the whole page: which pictures and faces have a name already, and how many figures there are. All of that
is held against what it was.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from deckmaker.layout import Document, Page
from deckmaker.render.html.fonts import FacesShown
from deckmaker.render.html.linked_data import Figure
from deckmaker.render.html.pictures import Claim
from deckmaker.render.html.pieces import Piece
from deckmaker.render.html.section import SectionWriter


class Section(NamedTuple):
    """A section as it was drawn, and what it asked of the whole page meanwhile.

    `figures_before` are those of all sections before it.
    """

    page: Page
    name: str | None
    pieces: tuple[Piece, ...]
    figures_before: int
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...]
    faces: FacesShown
    has_charts: bool
    has_stages: bool


class SectionMemory:
    """The sections of one deck as they were drawn last. Another theme or language empties it."""

    def __init__(self) -> None:
        self._around: tuple[Any, ...] = ()
        self._known: dict[int, Section] = {}
        self._used: dict[int, Section] = {}

    def begin(self, document: Document) -> None:
        """Begin to draw a document: forget what was not used the last time, or all where its theme is another."""
        around = document.theme, document.language
        self._known = self._used if around == self._around else {}
        self._used = {}
        self._around = around

    def section(self, page: Page, name: str | None, writer: SectionWriter) -> Section:
        """Return a page as it is known, or draw it."""
        known = self._known.get(page.number)
        if not (known and known.name == name and known.page == page and _is_as_before(known, writer)):
            known = _drawn(page, name, writer)
        self._used[page.number] = known
        return known


def _is_as_before(known: Section, writer: SectionWriter) -> bool:
    """Ask of the whole page what a section asked when it was drawn; tell whether the answers are the same.

    Where they are not, the section is drawn, and asks the same again in the same order.
    """
    if known.figures and len(writer.figures) != known.figures_before:
        return False
    if any(writer.pictures.is_repeated(claim.shown) != claim.is_repeated for claim in known.claims):
        return False
    if [writer.pictures.claim(claim.shown) for claim in known.claims] != [*known.claims]:
        return False
    if not writer.fonts.take(known.faces):
        return False
    writer.figures += known.figures
    writer.has_charts |= known.has_charts
    writer.has_stages |= known.has_stages
    return True


def _drawn(page: Page, name: str | None, writer: SectionWriter) -> Section:
    before, seen = len(writer.figures), (writer.has_charts, writer.has_stages)
    writer.has_charts = writer.has_stages = False
    with writer.pictures.noted() as claims, writer.fonts.noted() as faces:
        pieces = tuple(writer.section(page, name))
    found = writer.has_charts, writer.has_stages
    own = Section(page, name, pieces, before, tuple(writer.figures[before:]), tuple(claims), faces, *found)
    writer.has_charts, writer.has_stages = (one or other for one, other in zip(seen, found, strict=True))
    return own
