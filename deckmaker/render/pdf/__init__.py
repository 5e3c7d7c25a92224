"""The deck as a vector PDF to hand out."""

from deckmaker.render.pdf.renderer import PdfRenderer

__all__ = ["PdfRenderer"]
