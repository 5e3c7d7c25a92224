"""The paper on which a browser prints notes: that of the deck's notes pages, and how large slides stand there."""

from __future__ import annotations

from deckmaker.layout import Document
from deckmaker.layout.sheets.grid import content_area
from deckmaker.layout.sheets.look import MARGIN
from deckmaker.layout.sheets.notes_pages import slide_place
from deckmaker.layout.sheets.paper import paper_of
from deckmaker.render.html.markup import points, rule


def notes_rules(document: Document) -> str:
    """Return the rules of a style sheet that holds where notes are printed.

    The paper is that of `@page`, as for slides, and not a page with a name: Firefox makes its sheets by `@page` alone.
    """
    paper = paper_of(document.language, document.paper.paper)
    place = slide_place(document.theme, content_area(paper))
    scale = place.width / document.theme.width
    size = f"{points(paper.width)} {points(paper.height)}"
    page = rule("@page", {"size": size, "margin": points(MARGIN)})
    return page + rule(":root", {"--on-sheet": f"{scale:.5f}"})
