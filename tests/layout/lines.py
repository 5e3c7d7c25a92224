"""Where slides begin that are not full."""

from __future__ import annotations

from math import floor

from deckmaker.theme import Theme
from deckmaker.theme.baselines import line_height


def line_of(theme: Theme) -> float:
    """Return the optical line of a deck whose titles have a line each."""
    style = theme.plain.slots["title"].style
    assert style
    return theme.flow.line - floor(line_height(style.percent, style.size) / theme.baseline) * theme.baseline
