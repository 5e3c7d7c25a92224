"""Colours of charts where readers choose all colours: those of the palette, on a page that is not the deck's.

What else is on a slide has the reader's colours then. Marks tell series apart, and keep their hues. What lies behind
them, grids and bands, is mixed of the reader's own two colours, so that it is quieter than they are on any page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deckmaker.render.html.markup import identifier, rule
from deckmaker.theme import Theme
from deckmaker.theme.contrast import AA, RGB, blended, contrast, rgb
from deckmaker.theme.palette import SERIES, SERIES_MUTED

_BASE = "muted"
"""The colour of what a chart stresses less than anything else."""

_BLACK, _WHITE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)

_SCHEMES = {"light": (_WHITE, _BLACK), "dark": (_BLACK, _WHITE)}
"""What a reader's page is next to, and its words, by the scheme that browsers tell of it (Media Queries 5, 12.5)."""

_QUIET = "tint"
"""The colour of grids and bands."""

_HAIRLINE, _SURFACE = 30.0, 15.0
"""Percent of the colour of words in lines of a grid, which makes 2.1:1 on white and 2.5:1 on black; and in the ground
of a band, at most: 1.4:1, from which marks at `_NEED` still stand out at 3:1."""

_NEED = AA
"""The contrast with black or white: 3:1 (WCAG 2.2, 1.4.11) is what is left of it on pages near these."""


def forced_color_rules(theme: Theme) -> Iterator[str]:
    """Yield rules that draw the palette towards the reader's words, as far as marks of charts need it to be seen.

    All colours are drawn as far: those that are told apart stay so. That of what is behind marks is quiet.
    """
    share = min(_HAIRLINE, _SURFACE / max(theme.charts.band_opacity, 0.01))
    quiet = {f"--color-{identifier(_QUIET)}": f"color-mix(in srgb,CanvasText {share:g}%,Canvas)"}
    for scheme, (ground, words) in _SCHEMES.items():
        palette = {**theme.palette, **theme.modes.get(scheme, {})}
        drawn = next((one / 100 for one in range(100) if _is_seen(palette, one / 100, ground, words)), 1.0)
        colors = {f"--color-{identifier(name)}": _mixed(value, drawn, words) for name, value in palette.items()}
        asked = f"(forced-colors:active) and (prefers-color-scheme:{scheme})"
        yield f"@media screen and {asked}{{{rule(':root', colors | quiet)}}}\n"


def _is_seen(palette: Mapping[str, str], share: float, ground: RGB, words: RGB) -> bool:
    marks = [palette[name] for name in (*SERIES, SERIES_MUTED, _BASE) if name in palette]
    return all(contrast(rgb(_mixed(one, share, words)), ground) >= _NEED for one in marks)


def _mixed(color: str, share: float, words: RGB) -> str:
    return "#" + "".join(f"{round(255 * one):02X}" for one in blended(words, rgb(color), share))
