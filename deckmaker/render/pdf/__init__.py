"""The deck as a vector PDF: a page a slide, and sheets for paper."""

import deckmaker.render.pdf.own_settings  # noqa: F401  # before reportlab is imported
from deckmaker.render.pdf.renderer import PdfRenderer
from deckmaker.render.pdf.sheets import HandoutRenderer, NotesRenderer

__all__ = ["HandoutRenderer", "NotesRenderer", "PdfRenderer"]
