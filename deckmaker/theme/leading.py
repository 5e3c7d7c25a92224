"""Distances between lines, and between letters: told where a theme has lines further apart than every program sets them
alike, and where they would stand on one another, so that nobody could read what is set so, credits among it."""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.language.theme import ThemeEntry
from deckmaker.source import Tree
from deckmaker.theme.baselines import MOST_PERCENT, asked_percent, line_height

_SINGLE_PERCENT = 100
"""What 1.2 sizes are, as many templates have them: that they become 99 percent, nobody sees."""

_SHOWN = 3
"""Styles that a message names."""

_WHY = "PowerPoint and LibreOffice put the baselines of lines that are further apart in different places"

MOST_TIGHTENED = 0.2
"""Of a style's smallest size, how much nearer letters may stand: narrow ones are some 0.25 wide."""

LEAST_LEADING = 0.6
"""Sizes between lines: what is nearer covers capitals, which are some 0.65 high."""


def check_leading(entry: ThemeEntry, tree: Tree, template: Span | None, diagnostics: Diagnostics) -> None:
    """Warn of styles whose lines are set closer than they ask, once for each place and distance.

    `template` is where the theme names its template, None where it has none: what that says has its place there.
    """
    found: dict[tuple[Span, float], list[str]] = {}
    for name, style in entry.styles.items():
        if asked_percent(style.leading) > _SINGLE_PERCENT:
            span = tree.value_span(("styles", name, "leading"))
            found.setdefault((span, style.leading), []).append(name)
    most = f"{line_height(MOST_PERCENT, 1):.2f}"
    for (span, leading), names in found.items():
        message = f"{_ask(names)} for lines {leading:g} sizes apart: they are set {most} apart"
        help = f"write `leading: {most}`; a larger `gap` sets paragraphs further apart"
        if span == template:
            help = "`severity: {lowered-leading: off}` in the deck says that it may be so"
        diagnostics.report("lowered-leading", message, span, help, (_WHY,))


def _ask(names: Sequence[str]) -> str:
    if len(names) == 1:
        return f"style `{names[0]}` asks"
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return f"styles {', '.join(f'`{name}`' for name in names[:_SHOWN])}{more} ask"


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
