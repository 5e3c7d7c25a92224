"""Handouts: several slides on a sheet, each in its frame, with its number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckmaker.layout.document import Document, Page
from deckmaker.layout.sheets.cover import covers
from deckmaker.layout.sheets.credits import MOST, Foot, are_legible, credit_lines, foot_of
from deckmaker.layout.sheets.credits_sheets import credits_sheets
from deckmaker.layout.sheets.furniture import caption, frame, furniture, ruled
from deckmaker.layout.sheets.grid import Grid, content_area, grid_of, grid_on
from deckmaker.layout.sheets.look import sheet_theme
from deckmaker.layout.sheets.paper import Paper, paper_of
from deckmaker.layout.sheets.sheet import PlacedSlide, Sheet
from deckmaker.model.paper import USUAL_HANDOUT
from deckmaker.theme import Theme


def handout(document: Document) -> Iterator[Sheet]:
    """Yield the sheets of a document's handout, as its `paper` says.

    Credits are read on the slides where those are large enough; else they stand at the foot of their sheets, and what
    has no room there on sheets at the end.
    """
    found = _sheets(document)
    if document.theme.turned:
        from deckmaker.layout.sheets.mirrored import mirrored

        found = mirrored(found)
    yield from found


def _sheets(document: Document) -> Iterator[Sheet]:
    settings, theme = document.paper, sheet_theme(document.theme)
    count = settings.handout or USUAL_HANDOUT
    paper, ratio = paper_of(document.language, settings.paper), theme.width / theme.height
    groups = [document.pages[start : start + count] for start in range(0, len(document.pages), count)]
    grid, feet = grid_of(count, paper, ratio, 0.0), [Foot()] * len(groups)
    if not are_legible(document, grid.width / theme.width):
        feet = _feet(groups, document, theme, grid.paper)
        above = grid_of(count, paper, ratio, _highest(feet))
        if above.paper != grid.paper:  # held otherwise, where lines are of another length
            feet = _feet(groups, document, theme, above.paper)
            above = grid_on(above.paper, count, ratio, _highest(feet))
        grid = above
    left = [line for one in feet for line in one.left]
    if settings.cover:
        yield from covers(document, theme, grid.paper)
    for number, (pages, foot) in enumerate(zip(groups, feet, strict=True), start=1):
        yield _sheet(document, theme, grid, pages, foot, number, None if left else len(groups))
    yield from credits_sheets(document, theme, grid.paper, left, len(groups))


def _feet(groups: Sequence[Sequence[Page]], document: Document, theme: Theme, paper: Paper) -> list[Foot]:
    width, most = content_area(paper).width, paper.height * MOST
    return [foot_of(credit_lines(pages, document, theme, width), width, most) for pages in groups]


def _highest(feet: Sequence[Foot]) -> float:
    return max(one.height for one in feet)


def _sheet(
    document: Document, theme: Theme, grid: Grid, pages: Sequence[Page], foot: Foot, number: int, count: int | None
) -> Sheet:
    slides = []
    for page, place in zip(pages, grid.places(), strict=False):
        beside = [*frame(place), caption(page, place, theme)]
        if grid.lined:
            beside += ruled(grid.beside(place))
        slides.append(PlacedSlide(page, place, tuple(beside)))
    around = furniture(document, theme, grid.paper, number, count)
    after = tuple(foot.placed(content_area(grid.paper)))
    return Sheet(grid.paper.width, grid.paper.height, tuple(slides), around, after=after)
