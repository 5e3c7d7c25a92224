"""How large a picture may be: what is more is a mistake, or meant to fill the memory of whoever opens it."""

from __future__ import annotations

from deckmaker.assets.flaw import Unusable

MOST_PIXELS = 120_000_000
"""More than the largest cameras of medium format take (102 million); decoded with transparency, 480 MB."""

MOST_BYTES = 200_000_000
"""A file of this size is read whole, so it must fit in memory with room to spare."""

MOST_DRAWING_BYTES = 10_000_000
"""Drawings are text: a detailed map is 3 MB."""

MOST_PROFILE_BYTES = 4_000_000
"""Colour profiles of printing presses are the largest: 0.5 to 2.5 MB."""

MOST_RIGHTS_BYTES = 1_000_000
"""An XMP packet of 1 MB is read in 20 ms; those with rights and nothing else are 2 kB."""


def check_size(width: int, height: int) -> None:
    """Raise Unusable where a picture, by its header, has no pixels or too many."""
    if width < 1 or height < 1:
        raise Unusable("has no pixels")
    if width * height > MOST_PIXELS:
        most = f"{MOST_PIXELS // 1_000_000} million"
        raise Unusable(f"has {width:,} × {height:,} pixels: more than {most}", "scale it down and save it again")
