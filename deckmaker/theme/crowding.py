"""Styles whose letters or lines would stand on one another: nobody could read what is set so, credits among it."""

from __future__ import annotations

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.language.theme import ThemeEntry
from deckmaker.source import Tree

MOST_TIGHTENED = 0.2
"""Of a style's smallest size, how much nearer letters may stand: narrow ones are some 0.25 wide."""

LEAST_LEADING = 0.6
"""Sizes between lines: what is nearer covers capitals, which are some 0.65 high."""


def check_crowding(entry: ThemeEntry, tree: Tree, template: Span | None, diagnostics: Diagnostics) -> None:
    """Report such styles, once for each place.

    `template` is where the theme names its template, whose own styles are as PowerPoint shows them.
    """
    told = {template}
    for name, style in entry.styles.items():
        if style.tracking < -MOST_TIGHTENED * style.min - 1e-9:
            what = f"`tracking` is {style.tracking:g} at {style.min:g} points: letters would run into one another"
            help = f"write {-MOST_TIGHTENED * style.min:g} or more: 0 is usual"
            _tell(what, tree.value_span(("styles", name, "tracking")), help, told, diagnostics)
        if style.leading < LEAST_LEADING:
            what = f"`leading` is {style.leading:g}: lines would stand on one another"
            help = f"write {LEAST_LEADING:g} or more: 1.2 is usual"
            _tell(what, tree.value_span(("styles", name, "leading")), help, told, diagnostics)


def _tell(what: str, span: Span, help: str, told: set[Span | None], diagnostics: Diagnostics) -> None:
    if span not in told:
        told.add(span)
        diagnostics.report("wrong-value", what, span, help)
