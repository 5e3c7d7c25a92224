"""Labels that never collide: what is taken of the room, and which of some wishes is still free."""

from __future__ import annotations

from collections.abc import Iterable

from deckmaker.dataclasses import dataclass, field
from deckmaker.model.geometry import Rect
from deckmaker.text.fitting import TOLERANCE

MOST_VALUES = 300
"""Values beside marks of a plot: where more are wished, none is read, and none is written."""


@dataclass(slots=True)
class Placing:
    """The room of labels, and the frames of those that stand there."""

    room: Rect
    taken: list[Rect] = field(default_factory=list)

    def take(self, rect: Rect) -> None:
        """Note that a label stands there, wherever that is."""
        self.taken.append(rect)

    def is_free(self, rect: Rect, air: float = 0.0) -> bool:
        """Tell whether a label has room there, within all that there is and over none that stands there.

        There is `air` around it, in points, up to those.
        """
        room = self.room
        across = room.x - TOLERANCE <= rect.x and rect.right <= room.right + TOLERANCE
        inside = across and room.y - TOLERANCE <= rect.y and rect.bottom <= room.bottom + TOLERANCE
        wider = Rect(rect.x - air, rect.y - air, rect.width + 2 * air, rect.height + 2 * air)
        return inside and not any(wider.overlaps(one) for one in self.taken)

    def first_free(self, wishes: Iterable[Rect], air: float = 0.0) -> Rect | None:
        """Take the first of some places that is free, with `air` around it, and return it; None where none is."""
        for one in wishes:
            if self.is_free(one, air):
                self.take(one)
                return one
        return None
