"""Pies, dots, dumbbells, slopes and small multiples of data that nobody expects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import inf, nan
from random import Random

from deckmaker.model.chart import (
    Annotation,
    Band,
    Chart,
    ChartAxis,
    ChartType,
    DateUnit,
    Highlight,
    ReferenceLine,
    Series,
    SeriesLabels,
    ValueLabels,
)
from tests.charts.awkward import FRUIT, TITLES, WORDY, chart, dated, walk, wave, words, years

PIE, DOUGHNUT, SCATTER, BUBBLE = ChartType.PIE, ChartType.DOUGHNUT, ChartType.SCATTER, ChartType.BUBBLE
DUMBBELL, SLOPE, LINE, COLUMN, BAR = (
    ChartType.DUMBBELL,
    ChartType.SLOPE,
    ChartType.LINE,
    ChartType.COLUMN,
    ChartType.BAR,
)

LAND = ("Norway", "Germany", "France", "Italy", "Spain", "Poland", "Greece", "India", "China", "Nigeria", "Japan", "US")
INCOME = (82.0, 54.0, 47.0, 44.0, 40.0, 37.0, 31.0, 7.0, 18.0, 5.0, 42.0, 65.0)
LIFE = (83.0, 81.0, 82.5, 83.4, 83.3, 77.0, 81.0, 70.0, 77.4, 53.0, 84.6, 78.5)
PEOPLE = (5.0, 83.0, 67.0, 59.0, 47.0, 38.0, 10.0, 1400.0, 1412.0, 213.0, 126.0, 331.0)


def dots(kind: ChartType, *series: Series, **more: object) -> Chart:
    """Return a chart of points between two axes of numbers."""
    titles = {
        "x_axis": ChartAxis(title=words("GDP per person, $ thousand")),
        "y_axis": ChartAxis(title=words("Life expectancy, years")),
    }
    return replace(chart(kind, ()), series=series, **(titles | more))  # type: ignore[arg-type]


def cloud(count: int, seed: int = 1, name: str = "Places") -> Series:
    """Return points about a middle."""
    chance = Random(seed)
    xs, ys = ([round(chance.gauss(50, 12), 1) for _ in range(count)] for _ in "xy")
    return Series(name, tuple(ys), tuple(xs), names=tuple(f"Place {n}" for n in range(count)))


def points(xs: Sequence[float | None], ys: Sequence[float | None], *sizes: float | None, name: str = "A") -> Series:
    """Return a series of points, each with its number for a name."""
    return Series(name, tuple(ys), tuple(xs), sizes, tuple(f"Point {n}" for n in range(len(ys))))


LANDS = Series("Countries", LIFE, INCOME, PEOPLE, LAND)
BEFORE, AFTER = (41.2, 38.5, 30.1, 28.4, 22.9, 45.7), (46.8, 37.2, 35.9, 36.4, 35.0, 52.1)


def slopes(names: Sequence[str], firsts: Sequence[float], lasts: Sequence[float], **more: object) -> Chart:
    """Return a slope chart of a series for each name."""
    return chart(SLOPE, ("2010", "2020"), *zip(firsts, lasts, strict=True), titles=names, **more)


AWKWARD_SHAPES: dict[str, Chart] = {
    # Pies.
    "pie": chart(PIE, TITLES, (48.3, 23.1, 15.2, 7.9, 3.4, 2.1)),
    "one wedge": chart(PIE, FRUIT[:1], (3,)),
    "one wedge of some": chart(PIE, FRUIT[:3], (3, 0, None)),
    "two halves": chart(PIE, ("Yes", "No"), (50, 50)),
    "a hair": chart(PIE, ("Yes", "No"), (99.8, 0.2)),
    "a hair of many": chart(PIE, FRUIT, (1e12, 1, 1, 1, 1, 1)),
    "tiny wedges": chart(PIE, FRUIT, (1e-9, 2e-9, 3e-9, 1e-9, 1e-9, 1e-9)),
    "largest numbers": chart(PIE, FRUIT[:3], (1e308, 1e308, 1e308)),
    "wedges below zero": chart(PIE, FRUIT, (5, -3, 2, nan, inf, 1)),
    "nothing to share": chart(PIE, FRUIT[:2], (0, 0)),
    "twelve wedges": chart(PIE, LAND, (50, 20, 10, 5, 4, 3, 2, 2, 1, 1, 1, 0.5)),
    "twelve wedges, the least first": chart(PIE, LAND, (0.5, 1, 1, 1, 2, 2, 3, 4, 5, 10, 20, 50)),
    "40 wedges": chart(PIE, [f"Part {n}" for n in range(40)], [1] * 40),
    "300 wedges": chart(PIE, [f"Part {n}" for n in range(300)], wave(300)),
    "wordy wedges": chart(PIE, WORDY, (8, 34, 12, 56, 3, 1, 9, 21)),
    "wedges in a legend": chart(PIE, TITLES, (8, 4, 3, 2, 1, 1), series_labels=SeriesLabels.LEGEND),
    "wedges without names": chart(PIE, TITLES, (8, 4, 3, 2, 1, 1), series_labels=SeriesLabels.NONE),
    "wedges without numbers": chart(PIE, TITLES, (8, 4, 3, 2, 1, 1), value_labels=ValueLabels.NONE),
    "a wedge stressed": chart(PIE, TITLES, (8, 4, 3, 2, 1, 1), highlight=Highlight(points=frozenset({4}))),
    "doughnut": chart(DOUGHNUT, TITLES, (48.3, 23.1, 15.2, 7.9, 3.4, 2.1), y_axis=ChartAxis(title=words("42 m homes"))),
    "wordy doughnut": chart(DOUGHNUT, WORDY, (8, 34, 12, 56, 3, 1, 9, 21), y_axis=ChartAxis(title=words(WORDY[4]))),
    "three pies": chart(
        PIE, TITLES[:4], (48, 23, 15, 8), (30, 20, 30, 8), (5, 20, 40, 20), titles=("1990", "2000", "2010")
    ),
    # Dots.
    "dots": dots(SCATTER, LANDS),
    "dots of two series": dots(SCATTER, cloud(20, 1, "North"), cloud(20, 2, "South")),
    "one dot": dots(SCATTER, points((3,), (4,))),
    "dots in one place": dots(SCATTER, points((3,) * 9, (4,) * 9)),
    "dots on a line": dots(SCATTER, points((1, 2, 3), (4, 4, 4))),
    "dots below zero": dots(SCATTER, points((-1, -2, 3), (-4, 4, -9))),
    "dots with gaps": dots(SCATTER, points((1, None, 3, nan), (4, 4, None, 2))),
    "no dots": dots(SCATTER, points((None,), (None,))),
    "dots far apart": dots(SCATTER, points((1e-9, 1e12), (-1e12, 1e-9))),
    "dots by powers": dots(
        SCATTER, points((1e-9, 1e3, 0, -1, 1e12), (1, 2, 3, 4, 5)), x_axis=ChartAxis(log=True), y_axis=ChartAxis()
    ),
    "dots with a line, a band and a note": dots(
        SCATTER,
        LANDS,
        lines=(ReferenceLine(72.0, words("World")), ReferenceLine(12.0, words("World"), True)),
        bands=(Band(40.0, 60.0, words("Half of all"), True),),
        annotations=(Annotation(0, 9, words("Lowest of all")),),
    ),
    "400 dots": dots(SCATTER, cloud(400)),
    "dots, some stressed": dots(SCATTER, LANDS, highlight=Highlight(points=frozenset({1, 7}))),
    "dots beyond the ends": dots(SCATTER, LANDS, x_axis=ChartAxis(10, 60)),
    "a path": dots(SCATTER, replace(points((4, 4.5, 5, 6, 5.5, 5), (2, 2.5, 2.2, 3, 4, 4.4)), as_line=True), cloud(3)),
    "wordy dots": dots(SCATTER, replace(points(range(8), wave(8)), names=WORDY)),
    "bubbles": dots(BUBBLE, LANDS),
    "bubbles of two series": dots(BUBBLE, LANDS, points((20, 60), (60, 70), 500, 100, name="Others")),
    "bubbles by powers": dots(BUBBLE, LANDS, x_axis=ChartAxis(log=True), y_axis=ChartAxis()),
    "one bubble": dots(BUBBLE, points((3,), (4,), 5)),
    "bubbles of no size": dots(BUBBLE, points((3, 4, 5), (4, 5, 6), 0, None, -3)),
    "bubbles of most unlike sizes": dots(BUBBLE, points((3, 4, 5), (4, 5, 6), 1e-9, 1, 1e12)),
    # Dumbbells.
    "dumbbells": chart(DUMBBELL, LAND[:6], BEFORE, AFTER, titles=("2010", "2020")),
    "dumbbells with numbers": chart(
        DUMBBELL, LAND[:6], BEFORE, AFTER, titles=("2010", "2020"), value_labels=ValueLabels.ALL
    ),
    "a dumbbell": chart(DUMBBELL, LAND[:1], (3,), (5,), titles=("2010", "2020")),
    "a dumbbell stressed": chart(
        DUMBBELL, LAND[:6], BEFORE, AFTER, titles=("2010", "2020"), highlight=Highlight(points=frozenset({4}))
    ),
    "equal ends": chart(DUMBBELL, FRUIT, (5,) * 6, (5,) * 6, value_labels=ValueLabels.ALL),
    "ends with gaps": chart(DUMBBELL, FRUIT, (5, None, 3, 2, None, 1), (7, 3, None, 4, None, 5)),
    "three ends": chart(DUMBBELL, WORDY, wave(8), wave(8, phase=1), wave(8, phase=2), titles=TITLES[:3]),
    "dumbbells with a line and a note": chart(
        DUMBBELL,
        LAND[:6],
        BEFORE,
        AFTER,
        titles=("2010", "2020"),
        lines=(ReferenceLine(40.0, words("Aim")),),
        annotations=(Annotation(1, 4, words("A quota since 2015")),),
    ),
    "60 dumbbells": chart(DUMBBELL, [f"Place {n}" for n in range(60)], wave(60), wave(60, phase=1)),
    # Slopes.
    "slopes": slopes(LAND[:6], BEFORE, AFTER),
    "a slope stressed": slopes(LAND[:6], BEFORE, AFTER, highlight=Highlight(series=frozenset({4}))),
    "one slope": slopes(("Alone",), (1,), (2,)),
    "equal slopes": slopes(FRUIT, (3,) * 6, (3,) * 6),
    "40 slopes": slopes([f"Place {n}" for n in range(40)], [50 + n / 10 for n in range(40)], wave(40)),
    "wordy slopes": slopes(WORDY, wave(8), wave(8, phase=1)),
    "a slope of one point": chart(SLOPE, ("2010",), (3,), (4,)),
    "slopes with gaps": chart(SLOPE, ("2010", "2020"), (3, None), (4, 5)),
    # Small multiples.
    "small lines": dated(
        LINE, years(2003, 2024), DateUnit.YEAR, *(walk(22, n) for n in range(6)), titles=TITLES, across=None
    ),
    "24 small lines": dated(LINE, years(2003, 2024), DateUnit.YEAR, *(walk(22, n) for n in range(24)), across=None),
    "40 small lines": dated(LINE, years(2003, 2024), DateUnit.YEAR, *(walk(22, n) for n in range(40)), across=None),
    "one small line": dated(LINE, years(2003, 2024), DateUnit.YEAR, walk(22, 1), across=None),
    "small columns": chart(COLUMN, FRUIT, *(wave(6, phase=n) for n in range(5)), across=3),
    "small columns, both signs": chart(COLUMN, FRUIT, *(wave(6, base=0, phase=n) for n in range(5)), across=None),
    "small bars": chart(BAR, FRUIT, *(wave(6, phase=n) for n in range(4)), across=4, titles=TITLES[:4]),
    "small dots": dots(SCATTER, *(cloud(20, n, f"Region {n}") for n in range(6)), across=None),
    "small multiples of nothing": chart(COLUMN, FRUIT, (None,) * 6, (None,) * 6, across=None),
    "small areas": dated(
        ChartType.AREA, years(2003, 2024), DateUnit.YEAR, *(walk(22, n) for n in range(3)), titles=TITLES[:3], across=2
    ),
    "small waterfalls": chart(
        ChartType.WATERFALL, FRUIT, (10, -4, 3, 5, -7, 7), (4, 4, 4, -9, 2, 5), totals=frozenset({0, 5}), across=None
    ),
    "wordy small lines": chart(LINE, FRUIT, *(wave(6, phase=n) for n in range(8)), titles=WORDY, across=None),
}
"""Charts by what is awkward of them."""
