"""Diagnostics of texts that do not fit, lack glyphs, or may break elsewhere in another program."""

from __future__ import annotations

from math import ceil

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.text import Fitted


def report_fit(fitted: Fitted, slot: str, span: Span, number: int, diagnostics: Diagnostics) -> None:
    """Report what is wrong with a fitted text, naming the slide, the slot and the excess."""
    setting = fitted.setting
    for character in fitted.missing:
        diagnostics.report(
            "missing-glyph",
            f"slide {number}: the theme's fonts have no glyph for `{character}` (U+{ord(character):04X})",
            span,
        )
    if not fitted.fits:
        over = []
        if fitted.excess_height > 0:
            lines = ceil(fitted.excess_height / setting.paragraphs[-1].style.leading)
            over.append(f"{fitted.excess_height:.0f} points ({lines} {'line' if lines == 1 else 'lines'}) too tall")
        if setting.excess_width > 0:
            over.append(f"{ceil(setting.excess_width)} points too wide, in a word that cannot be broken")
        diagnostics.report(
            "text-too-long",
            f"slide {number}: `{slot}` is {' and '.join(over)} at its smallest size, {setting.size} points",
            span,
            help="shorten the text, split the slide, or choose a layout with more room",
        )
    elif not setting.safe:
        diagnostics.report(
            "unsafe-breaks", f"slide {number}: line breaks of `{slot}` may differ in another program", span
        )
