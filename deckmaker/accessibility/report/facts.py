"""What a report says of a deck, as plain values: they pass between processes, and hold no file's text."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.accessibility.reading import Reading, reading_of_page
from deckmaker.accessibility.small_texts import smallest_text
from deckmaker.dataclasses import dataclass
from deckmaker.diagnostics import Diagnostics, Severity
from deckmaker.diagnostics.catalogue import ACCESSIBILITY
from deckmaker.diagnostics.printer import printable
from deckmaker.layout import ConnectorsItem, Document, EquationItem, Page, PictureItem, Role
from deckmaker.layout.chart_item import ChartItem

CODES = (*ACCESSIBILITY, "hues-repeat", "sunk-picture")
"""The codes that a report tells of, in its order."""


@dataclass(frozen=True, slots=True)
class SlideFacts:
    """A slide: its title, empty without one, how much there is to read, and its smallest text in points."""

    number: int
    title: str
    reading: Reading
    smallest: int | None


@dataclass(frozen=True, slots=True)
class FigureFacts:
    """A picture or a chart, by its slide and by its file's name or its kind; `alt` is what is said of it."""

    slide: int
    name: str
    alt: str
    decorative: bool


@dataclass(frozen=True, slots=True)
class ToldMistake:
    """A message about a deck: `place` is `file:line:column`, None for what has none."""

    code: str
    severity: str
    message: str
    place: str | None
    help: str | None
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeckFacts:
    """All that a report says of a deck, which is `name`d as the user did. A deck with errors may have no slides.

    `errors` counts its mistakes of any kind that stop it; `off` are the codes that are not looked for.
    """

    name: str
    title: str
    language: str
    errors: int
    off: tuple[str, ...]
    slides: tuple[SlideFacts, ...]
    figures: tuple[FigureFacts, ...]
    findings: tuple[ToldMistake, ...]


def facts_of(name: str, document: Document | None, diagnostics: Diagnostics) -> DeckFacts:
    """Return what a report says of a deck, which is None where it has errors."""
    found = list(diagnostics)
    pages = document.pages if document else ()
    return DeckFacts(
        name=printable(name),
        title=document.title if document else printable(name),
        language=document.language if document else "en",
        errors=sum(one.severity is Severity.ERROR for one in found),
        off=tuple(code for code in CODES if diagnostics.is_off(code)),
        slides=tuple(map(_slide, pages)),
        figures=tuple(figure for page in pages for figure in _figures(page)),
        findings=tuple(
            ToldMistake(
                one.code,
                one.severity.value,
                printable(one.message),
                printable(one.span.place) if one.span else None,
                one.help and printable(one.help),
                tuple(map(printable, one.notes)),
            )
            for one in found
            if one.code in CODES
        ),
    )


def _slide(page: Page) -> SlideFacts:
    smallest = smallest_text(page)
    return SlideFacts(page.number, page.title, reading_of_page(page), smallest and smallest.size)


def _figures(page: Page) -> Iterator[FigureFacts]:
    if any(leaf.role is Role.ENTRY for leaf in page.leaves):
        return  # thumbnails beside credits: each picture has been on its slide
    for leaf in page.leaves:
        if isinstance(leaf.item, PictureItem) and leaf.role is not Role.LOGO:
            yield FigureFacts(page.number, printable(leaf.item.file.path.name), leaf.item.alt, leaf.item.decorative)
        elif isinstance(leaf.item, ChartItem):
            yield FigureFacts(page.number, f"{leaf.item.chart.type.value} chart", leaf.item.alt, decorative=False)
        elif isinstance(leaf.item, EquationItem):
            yield FigureFacts(page.number, "formula", leaf.item.said, decorative=False)
        elif isinstance(leaf.item, ConnectorsItem):
            yield FigureFacts(page.number, "diagram", leaf.item.said, decorative=False)
