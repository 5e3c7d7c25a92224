"""Papers, and which one a deck is printed on where nobody says."""

from __future__ import annotations

from typing import NamedTuple


class Paper(NamedTuple):
    """A paper held upright, in points."""

    width: float
    height: float

    @property
    def across(self) -> Paper:
        """The paper held across."""
        return Paper(self.height, self.width)


PAPERS = {"A4": Paper(595.28, 841.89), "Letter": Paper(612.0, 792.0)}
"""By name: 210 x 297 mm (ISO 216), 8.5 x 11 inches (ANSI/ASME Y14.1)."""

_LETTER = frozenset(("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"))
"""Regions that print on Letter (Unicode CLDR 46, `paperSize` in supplemental data); all others do on A4."""


def paper_of(language: str, name: str | None) -> Paper:
    """Return the paper of a name, or that of the region that a language tag names; A4 where it names none."""
    regions = {part.upper() for part in language.split("-")[1:] if len(part) == 2}
    return PAPERS[name or ("Letter" if regions & _LETTER else "A4")]
