"""Colours as CSS writes them (CSS Color 3), to `#rrggbb` and an opacity."""

from __future__ import annotations

import re
from collections.abc import Iterable
from colorsys import hls_to_rgb
from functools import cache

from deckmaker.assets.drawings.vectors.drawing import Unsaid
from deckmaker.assets.drawings.vectors.lengths import NUMBER
from deckmaker.patterns import pattern

_HEX = pattern(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")
_RGB = pattern(
    rf"rgba?\(\s*+({NUMBER})(%?)[\s,]++({NUMBER})%?[\s,]++({NUMBER})%?(?:[\s,/]++({NUMBER})(%?))?+\s*+\)", re.ASCII
)
_HSL = pattern(
    rf"hsla?\(\s*+({NUMBER})(?:deg)?[\s,]++({NUMBER})%[\s,]++({NUMBER})%(?:[\s,/]++({NUMBER})(%?))?+\s*+\)", re.ASCII
)
_QUOTED = 30


def color(written: str) -> tuple[str, float]:
    """Return a colour as `#rrggbb`, and its opacity. Raises Unsaid for what is none."""
    text = written.strip().lower()
    if text == "transparent":
        return "#000000", 0.0
    text = _names().get(text, text)
    if _HEX.fullmatch(text):
        digits = text[1:] if len(text) > 5 else "".join(digit * 2 for digit in text[1:])
        return f"#{digits[:6]}", int(digits[6:] or "ff", 16) / 255
    if found := _RGB.fullmatch(text):
        whole = 100 if found[2] else 255
        return _hex(_within(float(found[place]) / whole) for place in (1, 3, 4)), _opacity(found[5], found[6])
    if found := _HSL.fullmatch(text):
        saturation, lightness = (_within(float(found[place]) / 100) for place in (2, 3))
        return _hex(hls_to_rgb(float(found[1]) / 360 % 1, lightness, saturation)), _opacity(found[4], found[5])
    raise Unsaid(f"a colour `{written.strip()[:_QUOTED]}`")


def _within(share: float) -> float:
    return min(1.0, max(0.0, share))


def _hex(shares: Iterable[float]) -> str:
    return "#" + "".join(f"{round(share * 255):02x}" for share in shares)


def _opacity(written: str | None, percent: str | None) -> float:
    return _within(float(written) / (100 if percent else 1)) if written else 1.0


@cache
def _names() -> dict[str, str]:
    from PIL.ImageColor import colormap

    return {
        # Whatever asked Pillow for a name before has left numbers in the place of its digits.
        name: value if isinstance(value, str) else _hex(level / 255 for level in value[:3])
        for name, value in colormap.items()
    }
