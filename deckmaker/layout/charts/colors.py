"""Colours of series and points: the theme's hues in order, what is not highlighted muted; and of words on them."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import Generic, TypeVar

from deckmaker.layout.charts.others import is_other
from deckmaker.model.chart import Chart, ChartType, Highlight, Series, SeriesLabels
from deckmaker.theme import TextStyle, Theme
from deckmaker.theme.contrast import AA, AA_LARGE, contrast, rgb
from deckmaker.theme.palette import SERIES_WORDS

_Value = TypeVar("_Value")

LARGE, LARGE_BOLD = 18, 14
"""Points from which words are large (WCAG 2.2, "large scale"), and from which bold ones are."""

HUES = 6
"""How many hues a theme has for series; a seventh series begins again."""

MUTED, INK, PAPER, GRID, BASE = "series-muted", "ink", "paper", "tint", "muted"
"""Palette names: what is not stressed, words, the ground, grid lines, and the line on which bars stand."""


def series_color(chart: Chart, series: int) -> str:
    """Return the colour of a series; that of most of its points, where single ones are highlighted."""
    stressed = chart.highlight
    if not stressed:
        return _plain_color(chart, series)
    return _hue_of_stressed(chart, series) if stressed.has(series) else _quiet(chart, series)


def is_quiet(color: str) -> bool:
    """Tell whether a colour is that of what is not stressed."""
    return color in (MUTED, BASE)


_IN_TONES = (
    *(ChartType.COLUMN, ChartType.BAR, ChartType.AREA),
    *(ChartType.SCATTER, ChartType.BUBBLE, ChartType.DUMBBELL),
)
"""Types whose series stand side by side or on one another: in one grey, they would be one to the eye."""


def _quiet(chart: Chart, series: int) -> str:
    """Return the colour of what is not stressed: every second one is darker, so that neighbours are not one shape.

    So is the second of two lines that are named at their ends: in one grey nobody could tell which is which behind the
    point at which they cross. More lines are alike: nobody follows each of them.
    """
    if chart.type in _IN_TONES:
        before = sum(0 <= one < series for one in chart.highlight.series)
        return BASE if (series - before) % 2 else MUTED
    are_quiet = (n for n in range(len(chart.series)) if not chart.highlight.has(n))
    quiet = [*islice(are_quiet, 3)]  # whether there are two; all would be looked for again for each of them
    are_two = chart.type is ChartType.LINE and chart.series_labels is not SeriesLabels.NONE and len(quiet) == 2
    return BASE if are_two and series == quiet[1] else MUTED


def _plain_color(chart: Chart, series: int) -> str:
    """Return the colour of a series where nothing is highlighted.

    Of the two states that a dumbbell joins, the earlier is muted. So are columns below a line that counts along an axis
    of its own: one sees which is read where. The line has the colour of words there: hues are hardly seen on what is
    muted. A series called other is muted beside those that have names.
    """
    if chart.type is ChartType.DUMBBELL and len(chart.series) == 2:
        return MUTED if series == 0 else hue(0)
    if chart.type is ChartType.COLUMN and has_second_axis(chart):
        lines = [n for n, one in enumerate(chart.series) if one.as_line]
        if len(lines) == len(chart.series) - 1:
            return hue(lines.index(series)) if series in lines[1:] else INK if series in lines else MUTED
    ranks = _ranks(_Same(chart.series), chart.y_axis.style.language)
    if not ranks:
        return hue(series)
    return hue(ranks[series]) if series in ranks else MUTED


class _Same(Generic[_Value]):
    """A value as a key that is looked up by what it is, not by all that it holds: each of thousands of lines asks."""

    __slots__ = ("value",)

    def __init__(self, value: _Value) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.value is other.value


@lru_cache(maxsize=8)  # each series of a chart is asked for in its turn
def _ranks(series: _Same[tuple[Series, ...]], language: str) -> dict[int, int]:
    """Return which series have a hue, and how many of them come before each."""
    named = [number for number, one in enumerate(series.value) if not is_other(one.name, language)]
    return {number: rank for rank, number in enumerate(named)}


def has_second_axis(chart: Chart) -> bool:
    """Tell whether some series are read along an axis of their own."""
    return len({one.on_second_axis for one in chart.series}) > 1


def point_color(chart: Chart, series: int, point: int) -> str:
    """Return the colour of a point of a series."""
    if chart.highlight and chart.highlight.has(series, point):
        return _hue_of_stressed(chart, series)
    return series_color(chart, series)


def point_colors(chart: Chart, series: int) -> tuple[tuple[int, str], ...]:
    """Return the points that are of another colour than their series, with that."""
    own = series_color(chart, series)
    colors = ((point, point_color(chart, series, point)) for point in range(len(chart.series[series].values)))
    return tuple((point, color) for point, color in colors if color != own)


def hue(series: int) -> str:
    """Return the theme's hue for a series by its place, from 0."""
    return f"series-{series % HUES + 1}"


def _hue_of_stressed(chart: Chart, series: int) -> str:
    """Return the hue of what is highlighted: the first hue for the first such series."""
    stressed = chart.highlight
    ranks = {} if stressed.points else _stressed_ranks(_Same(stressed))
    return hue(ranks.get(series, series))


@lru_cache(maxsize=8)
def _stressed_ranks(stressed: _Same[Highlight]) -> dict[int, int]:
    ranked = sorted(stressed.value.series | {one for one, _ in stressed.value.single})
    return {series: rank for rank, series in enumerate(ranked)}


def words_on(color: str, theme: Theme) -> str:
    """Return the colour of words on a ground: the one of ink and paper that is seen better in all modes of a theme."""
    return max((PAPER, INK), key=lambda one: _least_contrast(one, color, theme))


def can_be_read_on(color: str, style: TextStyle, theme: Theme) -> bool:
    """Tell whether words of a style can be read on a ground in all modes of a theme."""
    return _least_contrast(style.color, color, theme) >= needed(style)


def words_of(color: str, theme: Theme, style: TextStyle | None = None) -> str | None:
    """Return the colour of words that name a mark: its own, or a shade of it, where that can be read on paper, else
    None for the style's; of what is muted that of muted words."""
    if color == MUTED:
        return BASE
    words = SERIES_WORDS.get(color, color)
    return words if _least_contrast(words, PAPER, theme) >= needed(style) else None


def needed(style: TextStyle | None) -> float:
    """Return the contrast that words of a style need on their ground; without one, as if they were small."""
    if style and (style.size >= LARGE or (style.bold and style.size >= LARGE_BOLD)):
        return AA_LARGE
    return AA


def _least_contrast(color: str, ground: str, theme: Theme) -> float:
    palettes = list(theme.modes.values() or (theme.palette,))
    known = [one for one in palettes if color in one and ground in one]
    return min((_contrast(one[color], one[ground]) for one in known), default=0.0)


@lru_cache(maxsize=256)  # a theme has few colours, and each part of a stack asks
def _contrast(color: str, ground: str) -> float:
    return contrast(rgb(color), rgb(ground))
