"""A whole deck to a document."""

from __future__ import annotations

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout.document import Document
from deckmaker.layout.slide import Context, layout_slide
from deckmaker.model import Deck
from deckmaker.theme import Theme


def layout_deck(deck: Deck, theme: Theme, diagnostics: Diagnostics) -> Document:
    """Lay out every slide; what does not fit is reported for all slides in one run."""
    context = Context(deck, theme)
    pages = (layout_slide(slide, number, context, diagnostics) for number, slide in enumerate(deck.slides, start=1))
    return Document(deck.title, deck.author, deck.language, theme, deck.logo, tuple(page for page in pages if page))
