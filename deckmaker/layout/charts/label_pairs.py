"""A name and its number as one label: side by side on a line, or the number below the name.

They are two texts on the page, since a native chart keeps each in step with its own cell, and shows both as one label.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.dataclasses import cached_property, dataclass
from deckmaker.layout.charts.label_boxes import Size, box_size, placed_in
from deckmaker.layout.charts.texts import ChartTexts, SetLabel
from deckmaker.layout.document import Placed
from deckmaker.model.geometry import Rect

SPACE = 0.26
"""Ems between a name and the number behind it: a word space."""


@dataclass(frozen=True)
class LabelPair:
    """A name and a number, one of which may be missing. The number is `below`, or behind the name."""

    name: SetLabel | None
    number: SetLabel | None
    below: bool = False

    @cached_property
    def size(self) -> Size | None:
        """The size of the box around both, None where there is neither."""
        sizes = [box_size(one) for one in (self.name, self.number) if one]
        if not sizes:
            return None
        widths, heights = zip(*sizes, strict=True)
        if self.below or len(sizes) == 1:
            return max(widths), sum(heights)
        return sum(widths) + self._space, max(heights)

    @property
    def _space(self) -> float:
        return SPACE * self.number.setting.size if self.number else 0.0

    def placed(self, box: Rect, texts: ChartTexts) -> Iterator[tuple[bool, Placed]]:
        """Yield the name and the number as placed in a box of its size, each with whether it is the name.

        Behind a name from right to left, the number is on its left.
        """
        y = box.y
        is_turned = any(one.style.turned for one in self.name.setting.paragraphs) if self.name else False
        if self.name:
            width, height = box_size(self.name)
            left = box.right - width if is_turned else box.x
            own = box if self.below or not self.number else Rect(left, y, width, height)
            yield True, placed_in(self.name, Rect(own.x, y, own.width, height), texts)
            y += height if self.below else 0.0
        if self.number:
            width, height = box_size(self.number)
            behind = self.name is not None and not self.below
            left = box.x if is_turned else box.right - width
            own = Rect(left, y, width, height) if behind else Rect(box.x, y, box.width, height)
            yield False, placed_in(self.number, own, texts)
