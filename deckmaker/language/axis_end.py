"""Ends of axes as written: numbers, with a sign of percent or without it."""

from __future__ import annotations

from deckmaker.language.kinds import Number, Schema
from deckmaker.patterns import pattern

_THOUSANDS = pattern(",[0-9]{3}$")


_LARGEST = 1e200
"""Far more than data reach, and little enough to be counted with."""


class AxisEnd(Number):
    """A number as an axis shows it: `50 %` is 50."""

    def __init__(self) -> None:
        super().__init__(least=-_LARGEST, most=_LARGEST)

    def _number(self, text: str) -> float | None:
        bare = text.removesuffix("%").rstrip()
        has_comma = bare != text and "." not in bare and not _THOUSANDS.search(bare)
        return super()._number(bare.replace(",", ".") if has_comma else bare)

    def schema(self, models: dict[str, Schema]) -> Schema:
        return {"type": ["number", "string"]}
