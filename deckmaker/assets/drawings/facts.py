"""A drawing's facts, and its PNG."""

from __future__ import annotations

from deckmaker.assets.drawings.rasterising import rasterised
from deckmaker.assets.drawings.reading import read_drawing
from deckmaker.assets.drawings.size import sized
from deckmaker.assets.drawings.text import prepare_text
from deckmaker.assets.facts import Facts


def facts(data: bytes) -> Facts:
    """Return the size in which a safe drawing is rasterised. Raises Unusable for others."""
    width, height = sized(read_drawing(data))
    return Facts(width, height, "image/png", kept=False)


def drawn(data: bytes) -> bytes:
    """Return a safe drawing as PNG."""
    root = read_drawing(data)
    sized(root)
    prepare_text(root)
    return rasterised(root)
