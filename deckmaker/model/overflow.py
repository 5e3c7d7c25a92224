"""What becomes of text that has no room in its place."""

from __future__ import annotations

from enum import Enum

from deckmaker.dataclasses import dataclass


class OverflowPolicy(Enum):
    """Set it smaller, go on on another slide, or report it."""

    SHRINK = "shrink"
    SPLIT = "split"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Overflow:
    """The policy for content that has no room: `way` first, and `fallback` where shrinking does not suffice.

    A slide that is split has its picture on each part, or on the first alone. `asked` says that the author chose.
    """

    way: OverflowPolicy = OverflowPolicy.SHRINK
    fallback: OverflowPolicy = OverflowPolicy.SPLIT
    picture_on_each: bool = False
    asked: bool = False

    @property
    def ways(self) -> tuple[OverflowPolicy, ...]:
        """The policies that may be applied, in their order: the fallback is one only where the first is to shrink."""
        return (self.way, self.fallback) if self.way is OverflowPolicy.SHRINK else (self.way,)
