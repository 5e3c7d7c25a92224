"""The legend of a chart: its series in reading order, in rows above the plot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from deckmaker.layout.charts.colors import is_quiet
from deckmaker.layout.charts.drawing import LegendEntry
from deckmaker.layout.charts.texts import ANNOTATION, ChartTexts
from deckmaker.layout.compositions import shape
from deckmaker.layout.document import Outline, Placed
from deckmaker.layout.roles import Role
from deckmaker.model.geometry import Rect

DOT, LINE, DASH = 9.0, 2.25, 15.0
"""Points: how large a dot is, and how strong and long the piece of a line is that stands before a name."""

AFTER, APART, BELOW = 5.0, 18.0, 6.0
"""Points between a dot and its name, between entries, and below the last row."""


class Legend(NamedTuple):
    """A legend as placed, and how high it is with the space below it, in points."""

    placed: tuple[Placed, ...]
    height: float


def set_legend(entries: Sequence[LegendEntry], rect: Rect, texts: ChartTexts) -> Legend:
    """Set a legend at the top of a rectangle, in as many rows as it needs."""
    placed: list[Placed] = []
    style = texts.style(ANNOTATION)
    x, y, row = rect.x, rect.y, 0.0
    for entry in entries:
        mark = DASH if entry.is_line else DOT
        label = texts.set(entry.name, style, rect.width - mark - AFTER)
        width = mark + AFTER + label.width
        if x > rect.x and x + width > rect.right:
            x, y, row = rect.x, y + row, 0.0
        frame = Rect(x + mark + AFTER, y, label.width, label.height)
        middle = y + label.first_baseline - 0.36 * label.setting.size
        placed.append(_mark(entry, x, middle))
        placed.append(label.placed(frame, Role.LABEL, texts.span))
        x, row = x + width + APART, max(row, label.height)
    return Legend(tuple(placed), y + row + BELOW - rect.y)


def alike(entries: Sequence[LegendEntry], is_muted_told: bool) -> list[str]:
    """Return the names that nothing tells apart in a legend, whose marks are alike.

    What is muted is not to be told apart, since something else is highlighted; unless `is_muted_told`.
    """
    shown: dict[tuple[str, bool], list[str]] = {}
    for entry in entries:
        if is_muted_told or not is_quiet(entry.color):
            shown.setdefault((entry.color, entry.is_line), []).append(entry.name)
    return next((names for names in shown.values() if len(names) > 1), [])


def _mark(entry: LegendEntry, x: float, middle: float) -> Placed:
    if entry.is_line:
        return shape(Rect(x, middle - LINE / 2, DASH, LINE), entry.color)
    return shape(Rect(x, middle - DOT / 2, DOT, DOT), entry.color, Outline.ELLIPSE)
