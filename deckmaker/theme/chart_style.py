"""How charts are drawn in a theme that says little of them."""

from __future__ import annotations

from collections.abc import Collection

from deckmaker.language.theme import ChartsEntry
from deckmaker.theme.palette import SERIES_MUTED
from deckmaker.theme.theme import ChartStyle

_QUIET_GRID, _QUIET_AXIS = "tint", "muted"
"""The colours of grid lines and of the axis, in palettes that have them."""


def chart_style(entry: ChartsEntry | None, palette: Collection[str]) -> ChartStyle:
    """Return how charts are drawn in a theme with these colours, whose file says this of it, or nothing."""
    said = {name: getattr(entry, name) for name in ChartsEntry.keys} if entry else {}
    for key, quiet in (("grid", _QUIET_GRID), ("axis", _QUIET_AXIS)):
        said[key] = said.get(key) or (quiet if quiet in palette else SERIES_MUTED)
    return ChartStyle(**said)
