"""Titles of axes of our own charts, which stand around these as texts, to the keys that charts have for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from deckmaker.importing.powerpoint.chart_numbers import LANGUAGES, SCALES
from deckmaker.importing.powerpoint.parts import Part
from deckmaker.importing.powerpoint.shapes import Shape
from deckmaker.importing.powerpoint.texts import TextReader
from deckmaker.importing.powerpoint.title_lines import title_line
from deckmaker.importing.trial import refusal_of
from deckmaker.localization.scale_words import scaled_unit
from deckmaker.model.geometry import Rect
from deckmaker.patterns import pattern

_OUR_AXES = "Axis text "
"""How the names of texts along axes begin in our own files."""

_NUMBER = pattern(r"[-+−]?\d[\d.,’' \u00a0\u2009\u202f]*")
_AT_TICK = pattern(r"(?:[^\W\d]{1,3}\s|[^\W\d]{0,2}[^\w\s#]{1,2}\s?)?#\s?[^#\s]{0,3}")
"""What stands at a tick, with `#` for its number: a longer unit stands above the axis, once."""

_BESIDE_NAMES = 12.0
"""Points from the left of a chart of bars that lie: the title of its names begins before, that of its values behind."""


def is_of_axis(shape: Shape) -> bool:
    """Tell whether a text is called as those along the axes of our own charts."""
    return shape.name.startswith(_OUR_AXES)


def is_number_of_chart(words: str) -> bool:
    """Tell whether words look like a number of a chart, with the short unit or the sign that one has."""
    return bool(_AT_TICK.fullmatch(_form(words)))


def take_axis_titles(
    labels: Sequence[Shape], texts: TextReader, parts: Sequence[tuple[Rect | None, Part]]
) -> Iterator[str]:
    """Give the charts among the `parts` of a slide the titles of their axes, which are among the texts around charts;
    yield those that have no place there. A long unit that stands above an axis is its title, too."""
    charts = [(place, part[1]) for place, part in parts if place and isinstance(part, tuple) and part[0] == "chart"]
    own = [(one, one.place) for one in labels if is_of_axis(one) and one.place] if charts else []
    read = [(shape, place, title_line(texts.paragraphs(shape))) for shape, place in own]
    forms = Counter((shape.group, _form(words)) for shape, _, words in read)
    are_multiples = len(charts) > len({one.group for one in labels})  # small ones, all of which have one group
    for shape, place, words in read:
        around, chart = min(charts, key=lambda one: _distance(place, one[0]))
        if _is_at_tick(_form(words), forms[shape.group, _form(words)]):
            continue
        title = _without_units(words, chart)
        if not title or title in _names(chart):
            continue
        key = _key(place, around, chart["type"] == "bar" and not are_multiples)
        if key in chart or refusal_of(("chart", {**chart, key: title})):
            yield title
        else:
            chart[key] = title


def _form(words: str) -> str:
    return _NUMBER.sub("#", words)


def _is_at_tick(form: str, count: int) -> bool:
    """Tell whether a text of this form, of which an axis has so many, is a number at a tick."""
    return bool(_AT_TICK.fullmatch(form)) and (count > 1 or not any(map(str.isalpha, form)))


def _names(chart: dict[str, Any]) -> set[str]:
    """Return the names of a chart that may stand along its axes: those of bars, and above two axes those of series."""
    series = chart.get("series", ())
    of_series = {one["name"] for one in series} if any("axis" in one for one in series) else set()
    return of_series | set(chart.get("categories", ()) if chart["type"] == "bar" else ())


def _without_units(title: str, chart: dict[str, Any]) -> str:
    """Return a title without the unit behind it, or in its place, that the chart says itself."""
    units = {one for key in ("unit", "second_unit") if (one := chart.get(key, ""))}
    power = next((power for power, name in SCALES.items() if name == chart.get("scale")), 0)
    if power:
        units |= {scaled_unit(unit, power, language) for unit in (units or {""}) for language in LANGUAGES}
    if prefix := chart.get("prefix"):
        units |= {f"{prefix} {one}" for one in units}
    words = " ".join(title.split())
    if words in units:
        return ""
    return next((words.removesuffix(f" ({unit})") for unit in units if words.endswith(f" ({unit})")), title)


def _key(place: Rect, around: Rect, is_lying: bool) -> str:
    """Return the key of a title by its place at the chart that it is `around`."""
    if is_lying:
        return "x_title" if place.x < around.x + _BESIDE_NAMES else "y_title"
    if place.y + place.height / 2 > around.y + around.height / 2:
        return "x_title"
    return "y_title" if place.x - around.x <= around.right - place.right else "second_title"


def _distance(place: Rect, chart: Rect) -> float:
    """Return how far the middle of a text is from a chart."""
    x, y = place.x + place.width / 2, place.y + place.height / 2
    return max(chart.x - x, x - chart.right, 0.0) + max(chart.y - y, y - chart.bottom, 0.0)
