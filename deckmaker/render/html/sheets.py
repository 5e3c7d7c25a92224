"""The style sheets of the page: reveal.js's, the theme's, and our own for screen and paper."""

from __future__ import annotations

from deckmaker.render.html.markup import Html, element, raw_element
from deckmaker.render.html.scripts import own_file, reveal_file

_INTERFACE = (
    "interface.css",
    "overview.css",
    "finding.css",
    "tools.css",
    "speaker.css",
)
"""What the page shows beside its slides."""

_PRINT_RULES = "@media print{"


def style_elements(theme_rules: str) -> list[Html]:
    """Return the style elements, the theme's rules between reveal.js's and ours."""
    paper = own_file("paper.css")
    return [
        raw_element("style", reveal_file("reset.css") + without_print_rules(reveal_file("reveal.css"))),
        raw_element("style", f"{theme_rules}{own_file('deck.css')}{_interface()}@media print{{\n{paper}}}\n"),
        # Where no script runs, the slides stand one below the other, as on paper.
        element("noscript", raw_element("style", paper)),
    ]


def _interface() -> str:
    return "".join(map(own_file, _INTERFACE))


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
