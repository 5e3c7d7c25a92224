"""What is written around our own charts: their numbers and names, and what an author wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from deckmaker.importing.powerpoint.axis_titles import is_number_of_chart, is_of_axis
from deckmaker.importing.powerpoint.parts import Part
from deckmaker.importing.powerpoint.shapes import Shape
from deckmaker.importing.powerpoint.texts import TextReader
from deckmaker.layout.charts.waterfall import LEGENDS
from deckmaker.model.geometry import Rect
from deckmaker.patterns import pattern

OUR_LABELS = "Annotations "
"""How the names of groups begin in our own files that hold what is written around a chart."""

_NUMERIC = pattern(r"[-+−]?\d[\d.,’ \u00a0\u202f]*%?")


def of_authors(
    labels: Sequence[Shape], texts: TextReader, parts: Sequence[tuple[Rect | None, Part]]
) -> Iterator[Shape]:
    """Yield the texts around our own charts but for numbers, and names that the charts among the `parts` of their slide
    have themselves."""
    charts = [part[1] for _, part in parts if isinstance(part, tuple) and part[0] == "chart"]
    names = {one for chart in charts for one in (*chart.get("categories", ()), *map(_name, chart.get("series", ())))}
    has_waterfall = any(chart["type"] == "waterfall" for chart in charts)  # whose values and legend are texts, too
    names |= {word for words in LEGENDS.values() for word in words} if has_waterfall else set()
    for shape in labels:
        is_axis = bool(charts) and is_of_axis(shape)
        words = [one.plain for one in texts.paragraphs(shape)]
        are_values = has_waterfall and all(map(is_number_of_chart, words))
        if not is_axis and not are_values and not all(one in names or _NUMERIC.fullmatch(one) for one in words):
            yield shape


def _name(series: Any) -> Any:
    return series.get("name")
