"""What writers of charts elsewhere guess (pandas, Excel, Vega, Mermaid, Chart.js), and how it is written here."""

from __future__ import annotations

from typing import Any

from deckmaker.diagnostics.near import did_you_mean
from deckmaker.language.synonyms import meant_by
from deckmaker.language.table_guesses import is_table_file
from deckmaker.patterns import pattern

_NUMBER = pattern("[+-]?[0-9]+([.,][0-9]+)?")
_TYPES = ("column", "bar", "line", "area", "pie", "doughnut", "donut", "scatter", "bubble", "waterfall", "slope")
_LYING = "write `type: bar`, whose bars lie; those of `type: column` stand"
_SECOND = "write the series with an axis, as in `series: [North, {name: South, axis: second}]`"
_WORKED_OUT = "work it out in the data: charts show rows as they are"
NO_ERROR_BARS = (
    "error bars and intervals are not drawn: write the ends of each range as series, as in `y: [Rate, Low, High]` and "
    "`highlight: Rate`, and what they are in the `note`"
)
_ENDS = ("low", "high", "lower", "upper")
_PLACED = "a chart fills its place: `width` in `columns` makes it wider; a slide of its own is the largest"
_TREND = "work its points out in the data, as a series of its own; a level or a limit is one of `lines:`"
_COLORS = "colours come from the theme; `highlight:` stresses a series, and mutes all else"
_COLOR_NAMES = ("black", "blue", "brown", "gray", "green", "grey", "orange", "pink", "purple", "red", "white", "yellow")
_LOOKS = (
    *("markers", "marker", "linewidth", "line_width", "alpha", "opacity", "smooth", "tension", "grid", "gridlines"),
    *("font", "fontsize", "font_size", "figsize", "dpi", "animation", "tooltip"),
)

_OTHERWISE = {
    **dict.fromkeys(("horizontal", "orient", "orientation", "direction"), _LYING),
    **dict.fromkeys(("secondary_y", "secondary_axis", "y2", "right_axis", "second_axis"), _SECOND),
    **dict.fromkeys(
        ("agg", "aggfunc", "aggregate", "aggregation", "stat", "estimator", "bins", "normalize"), _WORKED_OUT
    ),
    **dict.fromkeys(("trendline", "trend_line", "regression", "fit", "forecast"), _TREND),
    **dict.fromkeys(
        (
            *("error", "errors", "error_bars", "errorbars", "yerr", "xerr", "ci", "confidence", "std", "stdev", "sd"),
            *("sem", "interval", "intervals", "ribbon", "fan", "uncertainty", "error_band", "confidence_interval"),
        ),
        NO_ERROR_BARS,
    ),
    **dict.fromkeys(("height", "width", "aspect", "aspect_ratio"), _PLACED),
    **dict.fromkeys(
        ("range", "cells"), "all of the sheet is read: `x` and `y` choose columns, `where` and `most` rows"
    ),
    **dict.fromkeys(("ylim", "y_lim", "y_range", "yrange", "domain"), "write `min:` and `max:`"),
    **dict.fromkeys(("xlim", "x_lim", "x_range", "xrange"), "write `x_min:` and `x_max:`"),
    **dict.fromkeys(_LOOKS, "looks come from the theme"),
    **dict.fromkeys(("colors", "colours", "palette", "colorscheme", "color_scheme"), _COLORS),
    **dict.fromkeys(("points", "xy", "pairs", "coordinates"), "write `series: [{values: [[1, 2], [3, 4]]}]`"),
    **dict.fromkeys(("footer", "total_row"), 'leave a total out, as in `where: {Region: "!= Total"}`'),
    **dict.fromkeys(("header", "stub"), "the first row names the columns, and `x:` and `y:` choose among them"),
    "secondary_unit": "did you mean `second_unit`?",
}

_AXES = {
    **dict.fromkeys(("x_axis", "xaxis", "xAxis"), "write `x_title:`, `x_min:` and `x_max:` in the chart"),
    **dict.fromkeys(("y_axis", "yaxis", "yAxis"), "write `y_title:`, `min:` and `max:` in the chart"),
    **dict.fromkeys(("axes", "scales"), "write `x_title:`, `y_title:`, `min:` and `max:` in the chart"),
}


def chart_guess(word: str, value: Any, known: list[str]) -> str | None:
    """Return how to write what a key of a chart that there is not was to say, given its value; None for most."""
    if word == "data":
        return f"did you mean `{_data(value)}`?"
    if is_table_file(value) and word not in _TYPES:
        return "did you mean `file`?"
    if word in _TYPES and (isinstance(value, (list, dict)) or is_table_file(value)):
        return _of_type("doughnut" if word == "donut" else word, value)
    if word in _ENDS and not _is_number(value):
        return NO_ERROR_BARS
    if word == "band" and is_interval(value):
        return NO_ERROR_BARS
    if word in ("notes", "comments") and isinstance(value, str):
        return did_you_mean("note")
    if word in ("color", "colour") and _is_color(value):
        return _COLORS
    if word in _AXES and isinstance(value, dict):
        return _AXES[word]
    if _is_number(value) and not meant_by(word, known) and word not in _OTHERWISE:
        return "write names with their numbers under `values:`, as in `values: {North: 1.4, South: 0.9}`"
    return _OTHERWISE.get(word)


def is_interval(value: Any) -> bool:
    """Tell whether what stands under a band are the columns, or the numbers, of an interval's two ends."""
    if isinstance(value, dict):
        return not {*_ENDS}.isdisjoint(value)
    return isinstance(value, list) and len(value) == 2 and all(isinstance(one, str) for one in value)


def _is_number(value: Any) -> bool:
    return isinstance(value, str) and _NUMBER.fullmatch(value) is not None


def _is_color(value: Any) -> bool:
    """Tell whether a value is a colour, or several, and no column's name."""
    return isinstance(value, list) or (isinstance(value, str) and value.lower().startswith(("#", "rgb", *_COLOR_NAMES)))


def _of_type(type: str, value: Any) -> str:
    """Return how a type is said beside what stands under it."""
    if is_table_file(value):
        return f"write `type: {type}` and `file: {value}`"
    return f"write `type: {type}`, and the numbers under `values:`"


def _data(value: Any) -> str:
    """Return the key of a chart under which data are written."""
    if isinstance(value, str):
        return "file"
    if isinstance(value, dict) and "url" in value:
        return "file"
    listed = value if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else []
    if listed and all(isinstance(one, dict) and "values" in one for one in listed):
        return "series"
    if isinstance(value, dict) and all(isinstance(one, list) for one in listed):
        return "series"
    return "rows" if listed and all(isinstance(one, list | dict) for one in listed) else "values"
