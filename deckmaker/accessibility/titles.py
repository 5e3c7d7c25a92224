"""Titles and names of sections that stand twice: whoever goes by them cannot tell where they lead.

WCAG 2.2, 2.4.6; PowerPoint's accessibility checker has a rule for each.
"""

from __future__ import annotations

from deckmaker.accessibility.places import Found, Numbered, further_places
from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.listing import slides_listed

_NAMED = 3
"""Titles that a message quotes."""


def report_repeated_titles(slides: Numbered, diagnostics: Diagnostics) -> None:
    """Report titles that several slides have, once for the deck. The parts of a split slide are one slide."""
    found: dict[str, list[Found]] = {}
    for number, slide in slides:
        if slide.title and (words := " ".join(slide.title.unmarked.split())):
            found.setdefault(words.casefold(), []).append(Found(number, slide.title.span or slide.span, words))
    repeated = [places for places in found.values() if len(places) > 1]
    if repeated:
        named = [f"`{one[0].words}` on {slides_listed([place.slide for place in one])}" for one in repeated[:_NAMED]]
        more = f", and {len(repeated) - _NAMED} more" if len(repeated) > _NAMED else ""
        message = f"slides share a title: {', '.join(named)}{more}"
        others = [place for one in repeated for place in one[1:]]
        help = "say in each what is new on it, or write one slide with `overflow: split`, whose parts are numbered"
        diagnostics.report("repeated-title", message, others[0].span, help, further_places(others))


def report_repeated_sections(slides: Numbered, diagnostics: Diagnostics) -> None:
    """Report a section that begins again once another has begun, once for the deck; named on slide after slide, it
    goes on."""
    begun: dict[str, int] = {}
    current = ""
    repeated: list[Found] = []
    for number, slide in slides:
        name = " ".join((slide.section or "").casefold().split())
        if name and name != current:
            if name in begun:
                repeated.append(Found(number, slide.span, slide.section or ""))
            begun.setdefault(name, number)
            current = name
    if repeated:
        first = repeated[0]
        message = f"section `{first.words}` begins on slide {first.slide}, and did so on slide {begun[_key(first)]}"
        help = "give it a name of its own, or let slides of one section follow one another"
        diagnostics.report("repeated-title", message, first.span, help, further_places(repeated))


def _key(found: Found) -> str:
    return " ".join(found.words.casefold().split())
