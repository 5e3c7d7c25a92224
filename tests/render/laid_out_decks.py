"""Documents of the decks in `decks/`, laid out once, and what a renderer makes of them; tests only read them."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.fonts.folders import font_folders
from deckmaker.layout import Document
from deckmaker.pipeline import read_document
from deckmaker.render.protocol import Renderer
from tests.projects import ROOT

DECKS = ("showcase", "us-china-fentanyl-talks")
"""One with everything, and one of a kind of slide. That the other decks look right, their agreement shows."""

every_deck = pytest.mark.parametrize("deck", DECKS)


def document(deck: str) -> Document:
    """Return a deck of the repository laid out, with the fonts that are installed now."""
    return _with_fonts(deck, str(font_folders()))


@cache
def _with_fonts(deck: str, _fonts: str) -> Document:
    diagnostics = Diagnostics()
    laid_out = read_document(ROOT / "decks" / f"{deck}.yaml", diagnostics)
    assert laid_out is not None, [one.message for one in diagnostics]
    return laid_out


def rendered_by(renderer: Renderer, laid_out: Document) -> bytes:
    """Return a document's file; the renderer has nothing to report."""
    stream, diagnostics = BytesIO(), Diagnostics()
    renderer.render(laid_out, stream, diagnostics)
    assert not len(diagnostics)
    return stream.getvalue()
