"""A document's files in every format."""

from __future__ import annotations

from io import BytesIO

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document
from deckmaker.render.registry import load_renderer

FORMATS = ("pptx", "pdf", "html", "md")


def files_of(document: Document) -> dict[str, bytes]:
    """Return a document's files by format; fail where a renderer has an error to report."""
    files = {}
    for name in FORMATS:
        stream, diagnostics = BytesIO(), Diagnostics()
        renderer = load_renderer(name, diagnostics)
        assert renderer
        renderer.render(document, stream, diagnostics)
        assert not diagnostics.failed(), [one.message for one in diagnostics]
        files[name] = stream.getvalue()
    return files
