"""The accents of a template: those of its scheme, or, where nobody has chosen that, those that its pages show.

LibreOffice writes one and the same scheme into every presentation, whatever its colours are.
"""

from __future__ import annotations

from collections import Counter
from colorsys import rgb_to_hsv

from deckmaker.template import Template, TemplateLayout
from deckmaker.template.names import A
from deckmaker.template.numbers import is_hex
from deckmaker.theme.contrast import contrast, rgb

_UNCHOSEN = "LibreOffice"
"""The name of the scheme that LibreOffice 25.2 writes."""

_COLOURFUL, _BRIGHT = 0.25, 0.2
"""Saturation and value (HSV) from which a colour is no grey and no black."""

_SEEN = 1.2
"""The contrast under which two colours can hardly be told apart."""


def has_chosen_scheme(layout: TemplateLayout) -> bool:
    """Tell whether somebody has chosen the colours of a layout's scheme."""
    return layout.master.scheme.colors_name != _UNCHOSEN


def shown_accents(template: Template, layout: TemplateLayout, paper: str) -> list[str]:
    """Return the colours, #RRGGBB, that a layout's master and all its layouts say in figures, the most used first.

    Without greys, and without what cannot be told from the page.
    """
    parts = (layout.master.part, *(one.part for one in template.layouts if one.master is layout.master))
    said = (one.get("val") or "" for part in parts for one in template.package.xml(part).iter(f"{A}srgbClr"))
    counted = Counter(f"#{one.upper()}" for one in said if is_hex(one))
    return [color for color, _ in counted.most_common() if _is_colourful(color) and _differs(color, paper)]


def _is_colourful(color: str) -> bool:
    _, saturation, value = rgb_to_hsv(*rgb(color))
    return saturation >= _COLOURFUL and value >= _BRIGHT


def _differs(color: str, paper: str) -> bool:
    return contrast(rgb(color), rgb(paper)) >= _SEEN
