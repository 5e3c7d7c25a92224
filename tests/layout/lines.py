"""Where slides begin that are not full."""

from __future__ import annotations

from math import floor

from deckmaker.theme import Theme


def line_of(theme: Theme) -> float:
    """Return the optical line of a deck whose titles have a line each, or the top of its slides, if that is lower."""
    title, body = (theme.plain.slots[name] for name in ("title", "body"))
    assert title.style
    return max(body.top, theme.flow.line - floor(title.style.size * title.style.leading))
