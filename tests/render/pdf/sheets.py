"""PDFs of sheets of the decks in `decks/`, each made once; tests only read them."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pikepdf

from deckmaker.dataclasses import replace
from deckmaker.layout import Document
from deckmaker.model import PaperSettings
from deckmaker.render.pdf import HandoutRenderer, NotesRenderer
from deckmaker.render.protocol import Renderer
from tests.render.laid_out_decks import document, rendered_by

RENDERERS: dict[str, type[Renderer]] = {"handout": HandoutRenderer, "notes": NotesRenderer}


def sheets(laid_out: Document, kind: str = "handout", **settings: object) -> bytes:
    """Return a document's handout or notes pages, with these settings."""
    paper = PaperSettings(**settings)  # type: ignore[arg-type]
    return rendered_by(RENDERERS[kind](), replace(laid_out, paper=paper))


@cache
def file(deck: str, kind: str = "handout", **settings: object) -> bytes:
    """Return those of a deck of the repository."""
    return sheets(document(deck), kind, **settings)


def opened(deck: str, kind: str = "handout", **settings: object) -> pikepdf.Pdf:
    """Return them as read back by pikepdf."""
    return pikepdf.open(BytesIO(file(deck, kind, **settings)))
