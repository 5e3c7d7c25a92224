"""A whole deck to a document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout.choice import choose_layouts
from deckmaker.layout.context import Context
from deckmaker.layout.credits_pages import credits_pages
from deckmaker.layout.document import Document, Page
from deckmaker.layout.entries import listed_entries
from deckmaker.layout.reports import report_fallback_fonts
from deckmaker.layout.slide import layout_slide
from deckmaker.model import Deck
from deckmaker.theme import Theme


def layout_deck(deck: Deck, theme: Theme, diagnostics: Diagnostics) -> Document:
    """Lay out every slide; what does not fit is reported for all slides in one run.

    Credits are listed after them: all, or those that strips do not say whole.
    """
    context = Context(deck, theme)
    chosen = zip(deck.slides, choose_layouts(deck.slides), strict=True)
    laid_out = [
        one
        for number, (slide, choice) in enumerate(chosen, start=1)
        if (one := layout_slide(slide, choice, number, context, diagnostics))
    ]
    left_out = [credit for one in laid_out for credit in one.left_out]
    entries = listed_entries(deck, only=left_out if deck.credits.where == "slide" else None)
    pages = _with_sections_once([*(one.page for one in laid_out), *credits_pages(entries, context, diagnostics)])
    _report_unshown(deck, pages, diagnostics)
    report_fallback_fonts(pages, diagnostics)
    return Document(deck.title, deck.author, deck.language, theme, deck.logo, pages, deck.license)


def _with_sections_once(pages: Iterable[Page]) -> tuple[Page, ...]:
    """Return the pages, a section named again on the slide after it going on rather than starting anew."""
    kept: list[Page] = []
    section = None
    for page in pages:
        kept.append(replace(page, section=None) if page.section == section else page)
        section = page.section or section
    return tuple(kept)


def _report_unshown(deck: Deck, pages: Iterable[Page], diagnostics: Diagnostics) -> None:
    """Report what only a title page shows, where the deck has none."""
    if any("meta" in page.layout.slots for page in pages):
        return
    for key in ("subtitle", "author", "date"):
        if getattr(deck, key):
            message = f"`{key}` is shown on title slides, and the deck has none"
            diagnostics.report("not-shown", message, deck.spans[key], help="give the first slide the layout `title`")
