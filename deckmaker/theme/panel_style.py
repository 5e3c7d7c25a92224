"""What panels are in a theme that says little of them."""

from __future__ import annotations

from collections.abc import Collection

from deckmaker.dataclasses import replace
from deckmaker.language.theme import PanelsEntry
from deckmaker.theme.theme import PanelStyle

QUIET = "tint"
"""The colour of their ground, in palettes that have it."""


def panel_style(entry: PanelsEntry | None, palette: Collection[str]) -> PanelStyle:
    """Return what stands behind callouts and cards in a theme with these colours."""
    said = {name: getattr(entry, name) for name in PanelsEntry.keys} if entry else {}
    style = PanelStyle(**said)
    return replace(style, ground=style.ground or (QUIET if QUIET in palette else None))
