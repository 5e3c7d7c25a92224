"""The deck as an editable PowerPoint file: real master, layouts, placeholders and paragraphs."""

from deckmaker.render.pptx.renderer import PptxRenderer

__all__ = ["PptxRenderer"]
