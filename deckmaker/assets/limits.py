"""How large a picture may be: what is more is a mistake, or meant to fill the memory of whoever opens it."""

from __future__ import annotations

from deckmaker.assets.flaw import Unusable
from deckmaker.budget.pictures import PICTURE_MEMORY, PICTURE_PIXELS


def check_size(width: int, height: int) -> None:
    """Raise Unusable where a picture, by its header, has no pixels or too many."""
    if width < 1 or height < 1:
        raise Unusable("has no pixels")
    if width * height > PICTURE_PIXELS.most:
        most = f"{PICTURE_PIXELS.most // 1_000_000} million"
        raise Unusable(f"has {width:,} × {height:,} pixels: more than {most}", "scale it down and save it again")


def check_memory(count: int) -> None:
    """Raise Unusable where a picture takes too many bytes of memory while it is decoded."""
    if count > PICTURE_MEMORY.most:
        much, most = (f"{one / 1_000_000:,.0f} MB" for one in (count, PICTURE_MEMORY.most))
        raise Unusable(f"takes {much} of memory to decode: more than {most}", "scale it down and save it again")
