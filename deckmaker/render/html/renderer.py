"""A document to one HTML file."""

from __future__ import annotations

from typing import BinaryIO

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document
from deckmaker.render.html.page import drawn_page
from deckmaker.render.html.pieces import write
from deckmaker.render.html.speaker_key import speaker_key


class HtmlRenderer:
    """reveal.js with real text, fonts and pictures inside; opens from disk under a strict policy."""

    extension = "html"
    description = "offline reveal.js deck in one file"

    def render(self, document: Document, stream: BinaryIO, diagnostics: Diagnostics) -> None:
        """Write the document as UTF-8."""
        page = drawn_page(document)
        key = speaker_key(piece for section in page.sections for piece in section.pieces)
        write(page.pieces(key), stream)
