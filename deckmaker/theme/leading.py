"""Styles whose lines would stand further apart than every program sets them alike: told where a theme says so."""

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
