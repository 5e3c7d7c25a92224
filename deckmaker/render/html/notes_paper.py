"""The paper on which a browser prints notes: that of the deck's notes pages, and how large slides stand there."""

from __future__ import annotations

from deckmaker.layout import Document
from deckmaker.layout.sheets.grid import content_area
from deckmaker.layout.sheets.look import MARGIN
from deckmaker.layout.sheets.notes_pages import slide_place
from deckmaker.layout.sheets.paper import paper_of
from deckmaker.render.html.markup import points, quoted, rule

_MARKED = 9
"""Points: the size of a marking on notes pages."""


def notes_rules(document: Document) -> str:
    """Return the rules of a style sheet that holds where notes are printed.

    The paper is that of `@page`, as for slides, and not a page with a name: Firefox makes its sheets by `@page` alone.
    """
    paper = paper_of(document.language, document.paper.paper)
    place = slide_place(document.theme, content_area(paper))
    scale = place.width / document.theme.width
    size = f"{points(paper.width)} {points(paper.height)}"
    page = rule("@page", {"size": size, "margin": points(MARGIN)})
    return page + rule(":root", {"--on-sheet": f"{scale:.5f}"}) + _marked(document.marking)


def _marked(marking: str | None) -> str:
    """Return the rules that put a deck's marking at the head and foot of each sheet.

    A section is a table then: its head and foot are repeated on each sheet to which it goes on. Nothing else is, in
    both Chromium and Firefox: the latter has no boxes in the margins of a page.
    """
    if not marking:
        return ""
    section = ".reveal .slides > section"
    words = {
        "content": quoted(marking),
        "color": "#000",
        "font": f"bold {_MARKED}pt/1.3 system-ui,sans-serif",
        "text-align": "center",
        "break-inside": "avoid",
    }
    return (
        rule(f":root[data-notes] {section}:not([data-hidden])", {"display": "table !important", "width": "100%"})
        + rule(f"{section}::before", {**words, "display": "table-header-group", "padding-bottom": "6pt"})
        + rule(f"{section}::after", {**words, "display": "table-footer-group", "padding-top": "6pt"})
    )
