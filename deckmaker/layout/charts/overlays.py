"""What lies over and under a plot: reference lines, bands, and what is said of points."""

from __future__ import annotations

from deckmaker.layout.charts.axes import Axes
from deckmaker.layout.charts.drawing import Drawing, PlotRoom
from deckmaker.layout.charts.placing import Placing


def add_overlays(drawing: Drawing, room: PlotRoom, axes: Axes, placing: Placing) -> Drawing:
    """Return a drawing with the lines, bands and annotations that its chart has."""
    return drawing
