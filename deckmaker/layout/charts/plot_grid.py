"""The grid of small multiples: how many stand side by side, where each stands, and which labels one has for others."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, log
from typing import NamedTuple

from deckmaker.dataclasses import cached_property, dataclass, replace
from deckmaker.layout.chart_item import Plot
from deckmaker.model.geometry import Rect

GUTTER, ROW_GAP, WIDER_ROW_GAP = 18.0, 12.0, 20.0
"""Points between plots side by side, between rows of them, and between rows of plots that are not low: half a number of
the axis stands there, too."""

LOW = 100.0
"""Points: what plots are low below."""

EMPTY = 0.3
"""How much an empty place at the end counts against a way to arrange them."""

NARROWEST, LOWEST = 84.0, 36.0
"""Points that a plot is wide at least, with its numbers, and high."""


class Cell(NamedTuple):
    """A place in the grid, with its title; whether it is the first of its row, and the last of its column."""

    series: int
    is_first: bool
    is_last: bool
    rect: Rect


class Insets(NamedTuple):
    """What stands beside the first plot of a row, and below the last one of a column; and the `gutter` between plots
    side by side. All in points.
    """

    left: float = 0.0
    below: float = 0.0
    gutter: float = GUTTER


def most_plots(rect: Rect, title: float) -> int:
    """Return how many plots have room at most; each has a title of that height."""
    down = max(1, int((rect.height + ROW_GAP) // (LOWEST + title + ROW_GAP)))
    return most_across(rect) * down


def most_across(rect: Rect) -> int:
    """Return how many plots have room side by side."""
    return max(1, int((rect.width + GUTTER) // (NARROWEST + GUTTER)))


@dataclass(frozen=True)
class PlotGrid:
    """Plots of `series` in `rect`, each below a title of a height in points.

    `wanted` is how many stand side by side, 0 or None where the room decides: so that their `aspect`, width by height,
    is about that.
    """

    rect: Rect
    series: Sequence[int]
    title: float
    aspect: float
    wanted: int | None

    @cached_property
    def across(self) -> int:
        """How many stand side by side."""
        count, most = len(self.series), most_across(self.rect)
        if self.wanted:
            return min(self.wanted, count, most)
        return min(range(1, min(count, most) + 1), key=self._badness)

    def _badness(self, across: int) -> float:
        down = ceil(len(self.series) / across)
        width, height = self.rect.width / across, self.rect.height / down - self.title
        return abs(log(width / max(height, 1.0) / self.aspect)) + EMPTY * (across * down - len(self.series))

    @property
    def _row_gap(self) -> float:
        down = ceil(len(self.series) / self.across)
        return WIDER_ROW_GAP if self.rect.height / down - self.title - WIDER_ROW_GAP >= LOW else ROW_GAP

    def cells(self, insets: Insets) -> list[Cell]:
        """Return the places of plots. They are equally large, and so each has room for what stands beside the first of
        its row, and below the last of its column: of others that is left out, so they lie over their neighbours there.
        """
        rect, count, across = self.rect, len(self.series), self.across
        down = ceil(count / across)
        width = (rect.width - insets.left - insets.gutter * (across - 1)) / across
        gap = self._row_gap
        height = (rect.height - insets.below - gap * (down - 1)) / down
        cells = []
        for place, series in enumerate(self.series):
            row, column = divmod(place, across)
            x, y = rect.x + column * (width + insets.gutter), rect.y + row * (height + gap)
            own = Rect(x, y, width + insets.left, height + insets.below)
            cells.append(Cell(series, column == 0, place + across >= count, own))
        return cells


def is_kept(label: Rect, plot: Rect, cell: Cell) -> bool:
    """Tell whether a number, or a name, stands beside the first plot of its row, below a last one, or elsewhere."""
    is_beside, is_below = label.right <= plot.x, label.y >= plot.bottom
    return (cell.is_first or not is_beside) and (cell.is_last or not is_below)


def without_labels(plot: Plot, cell: Cell) -> Plot:
    """Return a plot without the names that others have for it; its native chart covers no other plot."""
    categories = tuple(one for one in plot.categories if is_kept(one.placed.rect, plot.rect, cell))
    frame, rect = plot.frame, plot.rect
    left = frame.x if cell.is_first else max(frame.x, rect.x - GUTTER / 2)
    bottom = frame.bottom if cell.is_last else min(frame.bottom, rect.bottom + ROW_GAP / 2)
    return replace(plot, frame=Rect(left, frame.y, frame.right - left, bottom - frame.y), categories=categories)
