"""What stands for a number that is not known: a gap in a chart."""

from __future__ import annotations

from deckmaker.localization.typed_numbers import MISSING

_GAPS = MISSING | {"#n/a", "#nv", "~", ":"}
"""Beside what stands for a number that is not known in tables, what spreadsheets and Eurostat write for it."""


def is_gap(text: str) -> bool:
    """Tell whether a cell holds nothing, or what stands for a number that is not known."""
    return text.strip().casefold() in _GAPS
