"""Operators that set colours (ISO 32000-2, 8.6.8)."""

from __future__ import annotations

_GREY = {"rg": "g", "RG": "G"}


def color_operator(color: str, operator: str, grey: bool = False) -> str:
    """Return what sets #RRGGBB, by `rg` for what is filled and by `RG` for lines.

    One that is `grey` is set by a single number: printers mix no inks for it.
    """
    levels = [f"{int(color[i : i + 2], 16) / 255:.4g}" for i in (1, 3, 5)]
    if grey:
        return f"{levels[0]} {_GREY[operator]}"
    return f"{' '.join(levels)} {operator}"
