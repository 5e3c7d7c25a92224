"""Office's own colour schemes, which colleagues take most often in place of a deck's (Design, Variants, Colors)."""

from __future__ import annotations

from collections.abc import Mapping

from deckmaker.render.pptx.scheme import PLACES


def _scheme(colors: str) -> Mapping[str, str]:
    return dict(zip(PLACES, (f"#{one}" for one in colors.split()), strict=True))


OFFICE_SCHEMES = (
    _scheme("000000 FFFFFF 44546A E7E6E6 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72"),
    _scheme("000000 FFFFFF 0E2841 E8E8E8 156082 E97132 196B24 0F9ED5 A02B93 4EA72E 467886 96607D"),
)
"""Places of a scheme with their values, #RRGGBB: those of Office 2013 to 2022, and of 2023 and later."""
