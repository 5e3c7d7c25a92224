"""What is around pictures in a theme that says little of it."""

from __future__ import annotations

from collections.abc import Collection

from deckmaker.dataclasses import replace
from deckmaker.language.theme import PicturesEntry
from deckmaker.theme.theme import PictureStyle

QUIET, LIGHT = "tint", "plate"
"""The colours of the line around pictures that lose their edge, and of what lies behind drawings that a dark page would
hide, in palettes that have them."""


def picture_style(entry: PicturesEntry | None, palette: Collection[str]) -> PictureStyle:
    """Return what is around pictures in a theme with these colours: a rim only where there is no border."""
    style = PictureStyle(**{name: getattr(entry, name) for name in PicturesEntry.keys}) if entry else PictureStyle()
    plate = style.plate or (LIGHT if LIGHT in palette else None)
    rim = style.rim or (QUIET if QUIET in palette else None)
    return replace(style, rim=None if style.border is not None else rim, plate=plate)
