"""How what is drawn at full size stands on a page that is larger than it, or holds more than it."""

from __future__ import annotations

from typing import NamedTuple

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points; y grows upward."""


class Placement(NamedTuple):
    """`scale` times as large, with its left bottom corner at `x` and `y`, in points from that of the page."""

    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    @property
    def operators(self) -> str:
        """The operators that have all that follows stand so (ISO 32000-2, 8.3.4)."""
        return f"{self.scale:.6f} 0 0 {self.scale:.6f} {self.x:.3f} {self.y:.3f} cm"

    def height(self, y: float) -> float:
        """Return where on the page a height is."""
        return self.y + y * self.scale

    def box(self, box: Box) -> Box:
        """Return where on the page a box is."""
        left, bottom, right, top = box
        return self.x + left * self.scale, self.height(bottom), self.x + right * self.scale, self.height(top)


WHOLE = Placement()
"""That of a slide whose page is its own."""
