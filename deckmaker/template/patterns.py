"""Preset patterns: two colours in 8 by 8 dots, repeated over a shape (ECMA-376 part 1, 20.1.10.51).

A dot is a pixel at 96 to the inch, as programs show them. Woven and other fine ones are shown as dots of their share.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING

from deckmaker.template.pattern_shares import SHARES
from deckmaker.template.template import TemplateColor

if TYPE_CHECKING:
    from PIL.Image import Image

SIDE = 8
DOT = 0.75
"""Points."""

_MOST = 4_000
"""Dots across or down of a shape; a page 56 inches wide has as many, and a bit."""

_LINES: Mapping[str, Callable[[int, int], bool]] = {
    "ltHorz": lambda x, y: y % 4 == 0,
    "horz": lambda x, y: y == 0,
    "narHorz": lambda x, y: y % 2 == 0,
    "dkHorz": lambda x, y: y % 4 < 2,
    "ltVert": lambda x, y: x % 4 == 0,
    "vert": lambda x, y: x == 0,
    "narVert": lambda x, y: x % 2 == 0,
    "dkVert": lambda x, y: x % 4 < 2,
    "ltUpDiag": lambda x, y: (x + y) % 4 == 3,
    "upDiag": lambda x, y: (x + y) % 8 == 7,
    "dkUpDiag": lambda x, y: (x + y) % 4 > 1,
    "wdUpDiag": lambda x, y: (x + y) % 8 > 4,
    "ltDnDiag": lambda x, y: (x - y) % 4 == 0,
    "dnDiag": lambda x, y: (x - y) % 8 == 0,
    "dkDnDiag": lambda x, y: (x - y) % 4 < 2,
    "wdDnDiag": lambda x, y: (x - y) % 8 < 3,
    "cross": lambda x, y: x == 0 or y == 0,
    "lgGrid": lambda x, y: x == 0 or y == 0,
    "smGrid": lambda x, y: x % 4 == 0 or y % 4 == 0,
    "dotGrid": lambda x, y: (x == 0 and y % 2 == 0) or (y == 0 and x % 2 == 0),
    "diagCross": lambda x, y: (x + y) % 8 == 7 or (x - y) % 8 == 0,
    "openDmnd": lambda x, y: (x + y) % 8 == 7 or (x - y) % 8 == 0,
    "smCheck": lambda x, y: (x // 2 + y // 2) % 2 == 0,
    "lgCheck": lambda x, y: (x // 4 + y // 4) % 2 == 0,
    "dashHorz": lambda x, y: (y == 0 and x < 4) or (y == 4 and x >= 4),
    "dashVert": lambda x, y: (x == 0 and y < 4) or (x == 4 and y >= 4),
    "horzBrick": lambda x, y: y % 4 == 0 or (x == 0 if y < 4 else x == 4),
}
"""Whether a dot has the foreground's colour, by its place from the left and the top."""


def is_exact(name: str) -> bool:
    """Tell whether a pattern is shown as it is, and not as its share of each colour."""
    return name in _LINES or name.startswith("pct")


def pattern_png(name: str, front: TemplateColor, back: TemplateColor, size: tuple[float, float]) -> bytes | None:
    """Return a PNG of a pattern over a shape of a size in points, a pixel a dot; None for one too large to be told."""
    from PIL import Image

    across, down = _across_and_down(size)
    if max(across, down) > _MOST:
        return None
    tile = _tile(name, front, back)
    whole = Image.new("RGBA", (across, down))
    for x in range(0, across, SIDE):
        whole.paste(tile, (x, 0))
    row = whole.crop((0, 0, across, min(SIDE, down)))
    for y in range(SIDE, down, SIDE):
        whole.paste(row, (0, y))
    out = BytesIO()
    whole.save(out, "PNG")
    return out.getvalue()


def dots(size: tuple[float, float]) -> int:
    """Return how many dots a pattern over a shape of a size in points has."""
    across, down = _across_and_down(size)
    return across * down


def _across_and_down(size: tuple[float, float]) -> tuple[int, int]:
    across, down = (max(1, ceil(one / DOT)) for one in size)
    return across, down


def _tile(name: str, front: TemplateColor, back: TemplateColor) -> Image:
    from PIL import Image

    is_front = _LINES.get(name) or _dots(SHARES.get(name, 0.5))
    tile = Image.new("RGBA", (SIDE, SIDE))
    for y in range(SIDE):
        for x in range(SIDE):
            color = front if is_front(x, y) else back
            tile.putpixel((x, y), (*bytes.fromhex(color.value[1:]), round(255 * color.opacity)))
    return tile


def _dots(share: float) -> Callable[[int, int], bool]:
    """Return an even spread of dots: an ordered dither (Bayer, 1973)."""
    return lambda x, y: _rank(x, y) < round(share * SIDE * SIDE)


def _rank(x: int, y: int) -> int:
    """Return the place of a dot among 64, in the order in which they are set."""
    rank = 0
    for bit in range(3):
        one, other = x >> bit & 1, y >> bit & 1
        rank = rank << 2 | (one ^ other) << 1 | other
    return rank
