"""What a renderer is. Built-in and outside ones are alike; docs/renderers.md writes one from scratch."""

from __future__ import annotations

from typing import BinaryIO, Protocol

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document


class Renderer(Protocol):
    """Draws a document as one file. A renderer decides nothing about space: it draws what layout placed."""

    extension: str
    """Of the files it writes, without a dot."""

    description: str
    """One line for `deckmaker formats`."""

    def render(self, document: Document, stream: BinaryIO, diagnostics: Diagnostics) -> None:
        """Write the whole file to `stream`. Report as `cannot-render` whatever the format cannot show."""
