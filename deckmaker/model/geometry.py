"""Rectangles on a page."""

from __future__ import annotations

from deckmaker.dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Rect:
    """A box in points from the page's top left corner, y growing downward."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def within(self, other: Rect) -> Rect:
        """Return the part of this box that lies in the other."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Rect(x, y, min(self.right, other.right) - x, min(self.bottom, other.bottom) - y)

    def overlaps(self, other: Rect) -> bool:
        """Tell whether the two share more than an edge."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def with_below(self, other: Rect) -> Rect:
        """Return this box down to the foot of the other, if that lies below it and is no narrower; else this box."""
        is_below = self.bottom <= other.y and other.x <= self.x and self.right <= other.right
        return replace(self, height=other.bottom - self.y) if is_below else self
