"""Colours of words in charts that name a series: its hue, on light pages dark enough and on dark ones light enough,
whatever the colour scheme.

A colleague may take another scheme, whose accents are paler. So a presentation says how light or dark such words are,
and takes little more than the hue from the scheme (`render/pptx/shades.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from colorsys import hls_to_rgb, rgb_to_hls

from deckmaker.theme.contrast import contrast, rgb
from deckmaker.theme.palette import SERIES, SERIES_WORDS

LIGHTEST, DARKEST = 1 / 3, 0.4
"""Lightness (the L of HSL) of words on light pages at most, on dark ones at least: so the strongest yellow of Office's
schemes, #FFC000, has a contrast of 3.3:1 to white, and their purple, #A02B93, one of 3.7:1 to black."""

_PAGE = "paper"
_BLACK, _WHITE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)


def with_series_words(palette: Mapping[str, str]) -> dict[str, str]:
    """Return a palette, #RRGGBB by name, with the colours of words added: one for each colour of a series."""
    page = rgb(palette[_PAGE]) if _PAGE in palette else _WHITE
    is_light = contrast(page, _BLACK) >= contrast(page, _WHITE)
    return {**palette, **{SERIES_WORDS[name]: _words(palette[name], is_light) for name in SERIES if name in palette}}


def _words(color: str, is_light: bool) -> str:
    """Return a colour of the same hue and saturation, as light or dark as words are."""
    hue, light, strength = rgb_to_hls(*rgb(color))
    held = min(light, LIGHTEST) if is_light else max(light, DARKEST)
    if held == light:
        return color
    return "#" + "".join(f"{round(255 * channel):02X}" for channel in hls_to_rgb(hue, held, strength))
