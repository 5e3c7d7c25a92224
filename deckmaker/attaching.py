"""The deck's own file within its PDF files for archives, where all who read these may read it."""

from __future__ import annotations

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document
from deckmaker.source.not_for_readers import not_for_readers


def with_deck_attached(document: Document, diagnostics: Diagnostics) -> Document:
    """Return a document with which its deck's file goes, by the standard of its PDF files; as it is where the file says
    what no page shows, which is reported."""
    if document.paper.standard != "a-3a" or document.source is None:
        return document
    if hindrance := not_for_readers(document.source):
        span, what = hindrance
        message = f"the deck is not attached to its PDF files: {what} would be read there"
        diagnostics.report("deck-not-attached", message, span)
        return document
    return replace(document, attached=document.source)
