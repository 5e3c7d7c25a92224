"""What a renderer is. Built-in and outside ones are alike; docs/renderers.md writes one from scratch."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple, Protocol

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


class RenderedFile(NamedTuple):
    """One of several files that show a document: its name in their folder, and its bytes."""

    name: str
    data: bytes


class FilesRenderer(Protocol):
    """Draws a document as several files, such as one a slide."""

    extension: str
    """Of the files it writes, without a dot."""

    description: str
    """One line for `deckmaker formats`."""

    def render_files(self, document: Document, diagnostics: Diagnostics) -> Iterator[RenderedFile]:
        """Yield the files, one at a time. Report as `cannot-render` whatever the format cannot show."""
