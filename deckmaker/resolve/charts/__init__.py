"""Charts from entries to meaning: data read from the deck or a file, columns chosen, numbers and dates understood."""

from deckmaker.resolve.charts.chart import resolve_chart

__all__ = ["resolve_chart"]
