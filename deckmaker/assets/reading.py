"""Any picture's facts: its format by its content, then that format's own reader, which judges all of it."""

from __future__ import annotations

from deckmaker.assets.facts import Facts
from deckmaker.assets.formats import jpeg
from deckmaker.assets.kinds import BEGINNING, kind_of


def facts_of(data: bytes, kept: bool | None = None) -> tuple[str, Facts]:
    """Return kind and facts of a picture. Raises Unusable for what is none, is not whole, or is too large.

    `kept` is what an earlier look at the same file found: then its pixels are not looked at again.
    """
    kind = kind_of(data[:BEGINNING])
    match kind:
        case "jpeg":
            return kind, jpeg.facts(data)
        case "png":
            from deckmaker.assets.formats import png  # each format's reader when its first file comes: most are JPEGs

            return kind, png.facts(data, kept)
        case "webp":
            from deckmaker.assets.formats import webp

            return kind, webp.facts(data)
        case "gif":
            from deckmaker.assets.formats import gif

            return kind, gif.facts(data)
        case "tiff":
            from deckmaker.assets.formats import tiff  # Pillow reads it, which takes a moment to import

            return kind, tiff.facts(data)
        case _:
            from deckmaker.assets.drawings.facts import facts

            return kind, facts(data)
