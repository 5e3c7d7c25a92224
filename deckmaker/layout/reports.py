"""Diagnostics of texts that cannot be drawn, do not fit, or may break elsewhere in another program."""

from __future__ import annotations

from math import ceil

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.text import Fitted, FrameText
from deckmaker.text.coverage import undrawable
from deckmaker.theme import Theme

LISTED = 8
"""How many characters a message lists."""


def report_characters(frame: FrameText, span: Span, number: int, theme: Theme, diagnostics: Diagnostics) -> None:
    """Report what cannot be drawn, once for each paragraph, at its own place."""
    for paragraph in frame.paragraphs:
        found = undrawable(paragraph, frame.style, theme)
        place = paragraph.span or span
        if found.missing:
            fonts = f"slide {number}: the theme's fonts have no glyph for {_listed(found.missing)}"
            diagnostics.report("missing-glyph", fonts, place, help="replace them, or use a theme whose fonts have them")
        if found.right_to_left:
            script = f"slide {number}: right-to-left text cannot be set yet: {_listed(found.right_to_left)}"
            diagnostics.report(
                "right-to-left", script, place, help="write it in a script from left to right until then"
            )


def _listed(characters: tuple[str, ...]) -> str:
    more = f" and {len(characters) - LISTED} more" if len(characters) > LISTED else ""
    return ", ".join(f"`{one}` (U+{ord(one):04X})" for one in characters[:LISTED]) + more


def report_fit(fitted: Fitted, slot: str, span: Span, number: int, diagnostics: Diagnostics) -> None:
    """Report what is wrong with a fitted text, naming the slide, the slot and the excess."""
    setting = fitted.setting
    if not fitted.fits:
        over = []
        if fitted.excess_height > 0:
            lines = ceil(fitted.excess_height / setting.paragraphs[-1].style.leading)
            over.append(f"{ceil(fitted.excess_height)} points ({lines} {'line' if lines == 1 else 'lines'}) too tall")
        if setting.excess_width > 0:
            over.append(f"{ceil(setting.excess_width)} points too wide, in a word that cannot be broken")
        diagnostics.report(
            "text-too-long",
            f"slide {number}: `{slot}` is {' and '.join(over)} at its smallest size, {setting.size} points",
            span,
            help="shorten the text, split the slide, or choose a layout with more room",
        )
    elif not setting.safe:
        diagnostics.report("unsafe-breaks", f"slide {number}: line breaks of `{slot}` are written into the PPTX", span)
