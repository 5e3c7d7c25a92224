"""What is told by its colour alone, which some do not see, and which a theme or a mode may change (WCAG 2.2, 1.4.1)."""

from __future__ import annotations

from deckmaker.accessibility.color_words import color_named
from deckmaker.accessibility.places import Found, Numbered, further_places
from deckmaker.diagnostics import Diagnostics
from deckmaker.model import Cells, Heading, Picture, Slide, Table, TextBlock
from deckmaker.patterns import pattern

_LIGHTS = pattern("[🔴🟠🟡🟢🔵🟣🟤⚫⚪🟥🟧🟨🟩🟦🟪🟫⬛⬜\ufe0e\ufe0f\\s]+")
"""Signs that differ in nothing but their colour."""


def report_color_alone(slides: Numbered, diagnostics: Diagnostics) -> None:
    """Report texts that are nothing but signs of a colour, once for the deck."""
    found = [
        Found(number, paragraph.span or slide.span, paragraph.text.strip())
        for number, slide in slides
        for paragraph in slide.texts
        if paragraph.text.strip() and _LIGHTS.fullmatch(paragraph.text)
    ]
    if found:
        first = found[0]
        message = f"slide {first.slide}: `{first.words}` says by its colour alone what it means"
        help = "write a word beside it, such as `late` or `on track`"
        diagnostics.report("color-alone", message, first.span, help, further_places(found))


def report_colors_named(slides: Numbered, diagnostics: Diagnostics) -> None:
    """Report words such as “the red bars” on slides with a chart or a table, once for the deck."""
    found = [
        Found(number, paragraph.span or slide.span, words)
        for number, slide in slides
        if _has_data(slide)
        for paragraph in slide.texts
        if (words := color_named(paragraph.text))
    ]
    if found:
        first = found[0]
        message = f"slide {first.slide}: `{first.words}` names by its colour what a reader is to look at"
        help = "name it as the legend or the header does: not all see colours, and other themes and modes have others"
        diagnostics.report("color-named", message, first.span, help, further_places(found))


def _has_data(slide: Slide) -> bool:
    """Tell whether a slide has a chart or a table."""
    further = [block for block in slide.walk() if not isinstance(block, _WITHOUT_DATA)]
    if not further:
        return False
    from deckmaker.model.chart import Chart  # which few decks have

    return any(isinstance(block, Chart | Table) for block in further)


_WITHOUT_DATA = (TextBlock, Heading, Picture, Cells)
"""Blocks that are no data, whatever may be in them."""
