"""Slides as pictures, drawn from the pages of the PDF: a file a slide, and sheets with all of them.

Knows the PDF as a whole file, and nothing of how it is written: what is drawn is what anybody sees who opens it.
"""

from deckmaker.pictures.renderer import PngRenderer

__all__ = ["PngRenderer"]
