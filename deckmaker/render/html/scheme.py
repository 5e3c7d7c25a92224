"""Light or dark: what the browser's own furniture has to suit. Knows palettes, no CSS."""

from __future__ import annotations

from deckmaker.theme import Theme
from deckmaker.theme.contrast import contrast, rgb
from deckmaker.theme.slots import PLAIN_LAYOUT

_BLACK, _WHITE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)

_PAPER = 1.5
"""The contrast with white under which all that is read on a colour is read on paper, too."""


def plain_ground(theme: Theme) -> str:
    """Return the palette's name for the colour of the theme's plainest pages."""
    return theme.layouts[PLAIN_LAYOUT].background


def color_scheme(theme: Theme) -> str:
    """Return the color-scheme (CSS Color Adjustment 1): the deck's own, or both where the reader's setting decides.

    Pages are dark where white stands out more than black.
    """
    if theme.modes:
        return " ".join(theme.modes)
    ground = rgb(theme.palette[plain_ground(theme)])
    return "dark" if contrast(_WHITE, ground) > contrast(_BLACK, ground) else "light"


def is_like_paper(color: str) -> bool:
    """Tell whether a colour, #RRGGBB, is so light that paper can take its place behind texts and charts."""
    return contrast(_WHITE, rgb(color)) < _PAPER
