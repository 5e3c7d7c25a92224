"""Text with measures: break opportunities, shaped widths, lines, and the size at which a text fits its place."""

from deckmaker.text.fitting import Fitted, FrameText, SizeReason, fit
from deckmaker.text.glyph_runs import GlyphRun
from deckmaker.text.known import KnownTexts
from deckmaker.text.lines import Line
from deckmaker.text.setting import Narrowing, SetParagraph, TextLayout
from deckmaker.text.styling import InlineStyle, ParagraphStyle

__all__ = [
    "Fitted",
    "FrameText",
    "GlyphRun",
    "InlineStyle",
    "KnownTexts",
    "Line",
    "Narrowing",
    "ParagraphStyle",
    "SetParagraph",
    "TextLayout",
    "SizeReason",
    "fit",
]
