"""The style sheets of the page: what all of it has, what slides have, the paper of their notes, the reading view.

Which of the last three holds their `media` say, and view.js changes it. Without it the page is a text to read on a
screen, and slides on paper.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from deckmaker.render.html.markup import Html, raw_element
from deckmaker.render.html.scripts import own_file, reveal_file

_INTERFACE = (
    "view.css",
    "interface.css",
    "overview.css",
    "finding.css",
    "tools.css",
    "speaker.css",
)
"""What the page shows beside its slides, in either view."""

_PRINT_RULES = "@media print{"

_COMMON = ("common.css",)
_SLIDES = ("deck.css", "placed.css")
_READING = ("reading.css",)


class Rules(NamedTuple):
    """A deck's own rules: for all of its page, for slides, for the paper of their notes, for the reading view."""

    look: str
    slides: str
    notes: str
    reading: str


def style_elements(rules: Rules, has_charts: bool, has_stages: bool) -> list[Html]:
    """Return the style elements, which have the deck's rules before our own."""
    common, on_slides, in_reading = list(_COMMON), list(_SLIDES), list(_READING)
    reading = rules.reading
    if has_stages:
        on_slides.append("stages.css")
        in_reading.append("reading_stages.css")
        # In a chart or diagram, all stands where layout has put it in the reading view, too.
        reading += f".stage{{\n{own_file('placed.css')}}}\n"
    if has_charts:
        common.append("charts.css")
        on_slides.append("chart_data.css")
        in_reading.append("reading_charts.css")
    of_reveal = reveal_file("reset.css") + without_print_rules(reveal_file("reveal.css"))
    paper = f"@media print{{\n{own_file('paper.css')}}}\n"
    return [
        raw_element("style", rules.look + _own(common)),
        raw_element(
            "style", of_reveal + rules.slides + _own(on_slides) + paper, {"id": "slides-style", "media": "print"}
        ),
        raw_element("style", rules.notes, {"id": "notes-style", "media": "not all"}),
        raw_element("style", reading + _own(in_reading), {"id": "reading-style", "media": "screen"}),
        raw_element("style", _own(_INTERFACE)),
    ]


def _own(names: Iterable[str]) -> str:
    return "".join(map(own_file, names))


def without_print_rules(css: str) -> str:
    """Return reveal.js's style sheet without its rules for paper.

    They turn a deck into an outline of flowing black text, with !important and selectors that outweigh ours;
    our pages have their places on paper as on the screen.
    """
    start = css.find(_PRINT_RULES)
    if start < 0:
        return css
    end, depth = start + len(_PRINT_RULES), 1
    while depth:
        depth += {"{": 1, "}": -1}.get(css[end], 0)
        end += 1
    return css[:start] + without_print_rules(css[end:])
