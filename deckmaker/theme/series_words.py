"""Colours of words in charts that name a series: its hue, on light pages dark enough and on dark ones light enough,
whatever the colour scheme.

Such words are small, however bold: they have the contrast of small text, on the page and on quiet areas of it. A
colleague may take another scheme, whose accents are paler. So a presentation says how light or dark such words are,
and takes little more than the hue from the scheme (`render/pptx/shades.py`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from colorsys import hls_to_rgb, rgb_to_hls

from deckmaker.theme.contrast import AA, RGB, blended, contrast, rgb
from deckmaker.theme.palette import SERIES, SERIES_WORDS
from deckmaker.theme.theme import PanelStyle

LIGHTEST, DARKEST = 1 / 3, 0.4
"""Lightness (the L of HSL) of words on light pages at most, on dark ones at least: so the strongest yellow of Office's
schemes, #FFC000, has a contrast of 3.3:1 to white, and their purple, #A02B93, one of 3.7:1 to black."""

_PAGE = "paper"
_PANELS = 2  # of which one lies on the other at most
_BLACK, _WHITE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)


def with_series_words(palette: Mapping[str, str], panels: PanelStyle) -> dict[str, str]:
    """Return a palette, #RRGGBB by name, with the colours of words added: one for each colour of a series.

    They can be read at 4.5:1 (WCAG 2.2, success criterion 1.4.3) on the page, on the quiet ground of panels, and on
    that of code in a card: a panel on a panel.
    """
    page = rgb(palette[_PAGE]) if _PAGE in palette else _WHITE
    ground = palette.get(panels.ground or "", "")
    grounds = [page]
    for _ in range(_PANELS if ground else 0):
        grounds.append(blended(rgb(ground), grounds[-1], panels.opacity))
    return {
        **palette,
        **{SERIES_WORDS[name]: _words(palette[name], grounds) for name in SERIES if name in palette},
    }


def _words(color: str, grounds: Collection[RGB]) -> str:
    """Return a colour of the same hue and saturation, as light or dark as words on these grounds are."""
    is_light = min(contrast(one, _BLACK) for one in grounds) >= min(contrast(one, _WHITE) for one in grounds)
    hue, light, strength = rgb_to_hls(*rgb(color))
    held = min(light, LIGHTEST) if is_light else max(light, DARKEST)
    step = -1 / 255 if is_light else 1 / 255
    while True:
        words = color if held == light else _hex(hls_to_rgb(hue, held, strength))
        if not 0 < held < 1 or min(contrast(rgb(words), one) for one in grounds) >= AA:
            return words
        held = min(1.0, max(0.0, held + step))


def _hex(color: RGB) -> str:
    return "#" + "".join(f"{round(255 * channel):02X}" for channel in color)
