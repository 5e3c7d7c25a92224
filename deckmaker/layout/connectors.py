"""A line of a diagram, as placed."""

from __future__ import annotations

from deckmaker.dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Connector:
    """A line with heads of an arrow at its `ends`, which joins two boxes of its diagram, by their indices.

    It is one piece, through points from the corner of its item, or two with the box of a `label` between them, which
    says a `text`, here in plain words.
    """

    pieces: tuple[tuple[tuple[float, float], ...], ...]
    ends: tuple[bool, bool]
    dashed: bool
    joins: tuple[int, int]
    label: int | None = None
    text: str = ""

    @property
    def pieces_with_ends(self) -> list[tuple[tuple[tuple[float, float], ...], tuple[bool, bool]]]:
        """Each piece, and at which of its ends there is a head."""
        last = len(self.pieces) - 1
        return [
            (piece, (self.ends[0] and not index, self.ends[1] and index == last))
            for index, piece in enumerate(self.pieces)
        ]
