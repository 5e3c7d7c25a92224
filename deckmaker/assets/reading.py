"""Any picture's facts: its format by its content, then that format's own reader."""

from __future__ import annotations

from io import BytesIO
from typing import BinaryIO

from deckmaker.assets.facts import Facts
from deckmaker.assets.formats import gif, jpeg, png, webp
from deckmaker.assets.kinds import BEGINNING, kind_of


def read_facts(stream: BinaryIO) -> tuple[str, Facts]:
    """Return kind and facts of a picture. Raises Unusable for what is none, is not whole, or is too large."""
    kind = kind_of(stream.read(BEGINNING))
    stream.seek(0)
    match kind:
        case "jpeg":
            return kind, jpeg.facts(stream)
        case "png":
            return kind, png.facts(stream)
        case "webp":
            return kind, webp.facts(stream.read())
        case "gif":
            return kind, gif.facts(stream.read())
        case "tiff":
            from deckmaker.assets.formats import tiff  # Pillow reads it, which takes a moment to import

            return kind, tiff.facts(stream.read())
        case _:
            from deckmaker.assets.drawings.facts import facts

            return kind, facts(stream.read())


def facts_of(data: bytes) -> tuple[str, Facts]:
    """Return kind and facts of a picture in memory."""
    return read_facts(BytesIO(data))
