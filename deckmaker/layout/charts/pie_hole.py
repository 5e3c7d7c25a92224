"""What an author writes into the hole of a doughnut."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.layout.charts.drawing import PlotRoom
from deckmaker.layout.charts.label_boxes import box_size, placed_in
from deckmaker.layout.charts.pie_labels import LabelledPie
from deckmaker.layout.charts.pie_parts import HOLE
from deckmaker.layout.charts.texts import SERIES
from deckmaker.layout.document import Placed
from deckmaker.model.geometry import Rect

TOTAL = 0.8
"""Of the hole's diameter: how wide a text in it is at most."""


def title_in_hole(room: PlotRoom, pie: LabelledPie) -> Iterator[Placed]:
    """Yield the title of a doughnut's values in the middle of its hole, where that has room."""
    title, across = room.chart.y_axis.title, 2 * HOLE * pie.radius
    if title:
        text = room.texts.set(title, room.texts.style(SERIES, "center", bold=False), across * TOTAL)
        width, height = box_size(text)
        if text.fits and (width**2 + height**2) ** 0.5 <= across:
            x, y = pie.center
            yield placed_in(text, Rect(x - width / 2, y - height / 2, width, height), room.texts)
