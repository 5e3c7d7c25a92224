"""Charts of data that nobody expects: each lays out well, or is said to be more than has room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import pi, sin
from random import Random

from deckmaker.diagnostics import SourceFile, Span
from deckmaker.model import Paragraph, Run
from deckmaker.model.chart import (
    Annotation,
    Band,
    Categories,
    Chart,
    ChartAxis,
    ChartType,
    DateUnit,
    Highlight,
    NumberStyle,
    ReferenceLine,
    Series,
    SeriesLabels,
    Stacking,
    ValueLabels,
)

SPAN = Span(SourceFile("deck.yaml", ""), 1, 1, 1, 2)

COLUMN, BAR, LINE, AREA, WATERFALL = (
    ChartType.COLUMN,
    ChartType.BAR,
    ChartType.LINE,
    ChartType.AREA,
    ChartType.WATERFALL,
)
FRUIT = ("Apples", "Pears", "Plums", "Cherries", "Quinces", "Medlars")
WORDY = (
    "Offshore wind, floating foundations",
    "Onshore wind in forests and on mountains",
    "Photovoltaics on roofs of houses with several flats",
    "Photovoltaics in fields",
    "Geothermal heat from more than two thousand metres below ground",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk",
    "Biomass",
    "Hydropower, run of river",
)


def words(text: str) -> Paragraph:
    """Return a text without marks."""
    return Paragraph((Run(text),))


Values = Sequence[float | None]


def chart(kind: ChartType, names: Iterable[str], *values: Values, titles: Sequence[str] = (), **more: object) -> Chart:
    """Return a chart whose series are called `titles`, or after letters."""
    series = tuple(
        Series(titles[n] if titles else f"Series {'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n % 26]}", tuple(own))
        for n, own in enumerate(values)
    )
    found = Chart(kind, Categories(tuple(names)), series, "A chart", SPAN, subtitle=words("Thousand tonnes a year"))
    return replace(found, **more)  # type: ignore[arg-type]


def dated(kind: ChartType, days: Sequence[date], unit: DateUnit, *values: Values, **more: object) -> Chart:
    """Return a chart over dates."""
    names = {
        DateUnit.YEAR: [f"{one:%Y}" for one in days],
        DateUnit.QUARTER: [f"Q{(one.month + 2) // 3} {one.year}" for one in days],
        DateUnit.MONTH: [f"{one:%b %Y}" for one in days],
        DateUnit.DAY: [f"{one.day} {one:%b %Y}" for one in days],
    }[unit]
    found = chart(kind, names, *values, **more)
    return replace(found, categories=Categories(tuple(names), tuple(days), unit))


def years(first: int, last: int, step: int = 1) -> list[date]:
    """Return the first days of years."""
    return [date(year, 1, 1) for year in range(first, last + 1, step)]


def months(first: int, count: int) -> list[date]:
    """Return the first days of months, from January of a year on."""
    return [date(first + n // 12, n % 12 + 1, 1) for n in range(count)]


def wave(count: int, height: float = 100.0, base: float = 200.0, phase: float = 0.0) -> list[float]:
    """Return values that go up and down twice."""
    return [round(base + height * sin(4 * pi * n / max(count - 1, 1) + phase), 1) for n in range(count)]


def walk(count: int, seed: int, start: float = 100.0, step: float = 5.0) -> list[float]:
    """Return values that each differ a little from the one before."""
    chance, level, found = Random(seed), start, []
    for _ in range(count):
        level += chance.uniform(-step, step)
        found.append(round(level, 1))
    return found


SYNTHETIC = (3105, 9580, 28466, 36359, 70601)
TITLES = ("Heat pumps", "Gas boilers", "Oil boilers", "District heating", "Wood pellets", "Direct electric")

AWKWARD: dict[str, Chart] = {
    # Columns and bars: how many, how far apart, which signs.
    "columns": chart(COLUMN, FRUIT[:5], (12, 30.5, 7, 22, 18)),
    "columns of years": dated(COLUMN, years(2013, 2021, 2), DateUnit.YEAR, SYNTHETIC),
    "one column": chart(COLUMN, ("Apples",), (12,)),
    "two columns": chart(COLUMN, ("Before", "After"), (12, 48)),
    "equal columns": chart(COLUMN, FRUIT, (5, 5, 5, 5, 5, 5)),
    "one zero": chart(COLUMN, ("Apples",), (0,)),
    "all zero": chart(COLUMN, FRUIT, (0, 0, 0, 0, 0, 0)),
    "no value at all": chart(COLUMN, FRUIT, (None, None, None, None, None, None)),
    "negative columns": chart(COLUMN, FRUIT, (-5, -12, -3.5, -8, -1, -20)),
    "both signs": chart(COLUMN, FRUIT, (5, -12, 3.5, 8, -1, 20)),
    "columns with gaps": chart(COLUMN, FRUIT, (5, None, 3.5, None, None, 20)),
    "tiny": chart(COLUMN, FRUIT, (1e-9, 3e-9, 2e-9, 5e-9, 4e-9, 1e-9)),
    "huge": chart(COLUMN, FRUIT, (1e12, 3e12, 2.5e12, 5e12, 4e12, 1e11)),
    "tiny and huge": chart(COLUMN, FRUIT, (1e-9, 1e-3, 1, 1e3, 1e9, 1e12)),
    "nearly equal": chart(COLUMN, FRUIT, (1000.001, 1000.002, 1000.003, 1000.002, 1000.004, 1000.001)),
    "forty columns": chart(COLUMN, [f"{n}" for n in range(1, 41)], wave(40)),
    "300 columns": chart(COLUMN, [f"Place {n}" for n in range(1, 301)], wave(300)),
    "columns of 120 months": dated(COLUMN, months(2014, 120), DateUnit.MONTH, wave(120)),
    "columns of 24 quarters": dated(
        COLUMN, [date(2018 + n // 4, n % 4 * 3 + 1, 1) for n in range(24)], DateUnit.QUARTER, wave(24)
    ),
    "wordy columns": chart(COLUMN, WORDY, (8, 34, 12, 56, 3, 1, 9, 21)),
    "short names, many": chart(COLUMN, [f"{a}{b}" for a in "ABCD" for b in "KLMNOP"], wave(24)),
    "two series": chart(COLUMN, FRUIT[:4], (12, 30, 7, 22), (15, 28, 9, 30), titles=("2019", "2024")),
    "three series, both signs": chart(COLUMN, FRUIT, (5, -3, 2, 8, 9, 1), (3, 2, -5, 7, 1, -4), (1, 1, 2, -6, 3, 2)),
    "six series": chart(COLUMN, FRUIT, *(wave(6, phase=n) for n in range(6)), titles=TITLES),
    "26 series": chart(COLUMN, FRUIT[:3], *(wave(3, phase=n) for n in range(26))),
    "highlighted column": chart(COLUMN, FRUIT, (12, 30, 7, 22, 18, 9), highlight=Highlight(points=frozenset({3}))),
    "all of 2,000 values": chart(COLUMN, map(str, range(2000)), wave(2000), value_labels=ValueLabels.ALL),
    "given ends": chart(COLUMN, FRUIT, (12, 30, 7, 22, 18, 9), y_axis=ChartAxis(10, 25)),
    "stacked": chart(
        COLUMN,
        ("2019", "2020", "2021", "2022"),
        (20, 24, 31, 40),
        (50, 46, 44, 35),
        (30, 28, 20, 12),
        titles=TITLES[:3],
        stacking=Stacking.STACKED,
    ),
    "stacked, both signs": chart(
        COLUMN, FRUIT, (5, -3, 2, 8, 9, 1), (3, 2, -5, 7, 1, -4), stacking=Stacking.STACKED, titles=TITLES[:2]
    ),
    "shares": chart(
        COLUMN,
        [str(year) for year in range(2010, 2025)],
        [20 + n for n in range(15)],
        [50 - n for n in range(15)],
        [30] * 15,
        titles=TITLES[:3],
        stacking=Stacking.PERCENT,
    ),
    "shares of nothing": chart(COLUMN, FRUIT[:2], (0, 1), (0, 3), stacking=Stacking.PERCENT),
    "bars": chart(BAR, FRUIT, (12, 30.5, 7, 22, 18, 9)),
    "wordy bars": chart(BAR, WORDY, (8, 34, 12, 56, 3, 1, 9, 21)),
    "bars of billions": chart(BAR, [f"Place {n}" for n in range(30)], [(n % 17 - 6) * 7e9 for n in range(30)]),
    "one bar": chart(BAR, ("Apples",), (12,)),
    "both signs in bars": chart(BAR, FRUIT, (5, -12, 3.5, 8, -1, 20)),
    "60 bars": chart(BAR, [f"Place {n}" for n in range(1, 61)], wave(60)),
    "60 bars, one stressed": chart(
        BAR, [f"Place {n}" for n in range(1, 61)], wave(60), highlight=Highlight(points=frozenset({31}))
    ),
    "300 bars": chart(BAR, [f"Place {n}" for n in range(1, 301)], wave(300)),
    "grouped bars": chart(BAR, FRUIT[:4], (12, 30, 7, 22), (15, 28, 9, 30), titles=("2019", "2024")),
    "stacked bars": chart(
        BAR, WORDY[:4], (12, 30, 7, 22), (15, 28, 9, 30), titles=("Built", "Planned"), stacking=Stacking.STACKED
    ),
    "shares in bars": chart(
        BAR, FRUIT, *(wave(6, 30, 40, phase=n) for n in range(5)), titles=TITLES[:5], stacking=Stacking.PERCENT
    ),
    "percentages": chart(
        BAR, FRUIT, (0.62, 0.5, 0.375, 0.125, 0.08, 0.002), y_axis=ChartAxis(style=NumberStyle(percent=True))
    ),
    "columns and a line": replace(
        chart(COLUMN, [str(year) for year in range(2015, 2025)], wave(10), wave(10, 60, 180), titles=TITLES[:2]),
        series=(Series("Built", tuple(wave(10))), Series("Five-year mean", tuple(wave(10, 30, 190)), as_line=True)),
    ),
    "a second axis": replace(
        chart(COLUMN, [str(year) for year in range(2015, 2025)]),
        series=(
            Series("Built", tuple(wave(10))),
            Series("Price", tuple(wave(10, 2, 6)), as_line=True, on_second_axis=True),
        ),
        y_axis=ChartAxis(title=words("Thousand")),
        second_axis=ChartAxis(title=words("Euros per watt")),
    ),
    # Lines and areas.
    "line": dated(LINE, years(2000, 2024), DateUnit.YEAR, walk(25, 1)),
    "lines": dated(LINE, years(2003, 2024), DateUnit.YEAR, *(walk(22, n) for n in range(4)), titles=TITLES[:4]),
    "15 lines": dated(LINE, years(2003, 2024), DateUnit.YEAR, *(walk(22, n) for n in range(15))),
    "15 lines, one stressed": dated(
        LINE,
        years(2003, 2024),
        DateUnit.YEAR,
        *(walk(22, n) for n in range(15)),
        highlight=Highlight(series=frozenset({4})),
    ),
    "40 lines": dated(LINE, years(2003, 2024), DateUnit.YEAR, *(walk(22, n) for n in range(40))),
    "equal lines": dated(LINE, years(2015, 2024), DateUnit.YEAR, [5.0] * 10, [5.0] * 10, [5.0] * 10),
    "one point": dated(LINE, years(2024, 2024), DateUnit.YEAR, (5,)),
    "two points": dated(LINE, years(2023, 2024), DateUnit.YEAR, (5, 7), (6, 3)),
    "gaps": dated(LINE, years(2010, 2024), DateUnit.YEAR, [None if n in (0, 4, 5, 7, 14) else n for n in range(15)]),
    "ends before": dated(LINE, years(2010, 2024), DateUnit.YEAR, walk(15, 3), [*walk(9, 4), *[None] * 6]),
    "uneven years": dated(LINE, [date(y, 1, 1) for y in (1950, 1990, 2000, 2010, 2012, 2024)], DateUnit.YEAR, wave(6)),
    "same date twice": dated(LINE, [*years(2020, 2022), date(2022, 1, 1), *years(2023, 2024)], DateUnit.YEAR, wave(6)),
    "36 months": dated(LINE, months(2021, 36), DateUnit.MONTH, walk(36, 5), walk(36, 6), titles=TITLES[:2]),
    "days": dated(LINE, [date(2024, 1, 15) + timedelta(n) for n in range(500)], DateUnit.DAY, walk(500, 7)),
    "21 days": dated(LINE, [date(2024, 2, 20) + timedelta(n) for n in range(21)], DateUnit.DAY, walk(21, 7)),
    "quarters": dated(LINE, [date(2019 + n // 4, n % 4 * 3 + 1, 1) for n in range(21)], DateUnit.QUARTER, walk(21, 8)),
    "centuries": dated(LINE, years(1000, 2000, 50), DateUnit.YEAR, walk(21, 9)),
    "far from zero": dated(LINE, years(2010, 2024), DateUnit.YEAR, walk(15, 2, 10_000, 8)),
    "below zero": dated(LINE, years(2010, 2024), DateUnit.YEAR, walk(15, 2, -10, 8)),
    "logarithmic": dated(
        LINE, years(2010, 2024), DateUnit.YEAR, [10 ** (n / 2 - 2) for n in range(15)], y_axis=ChartAxis(log=True)
    ),
    "line over names": chart(LINE, WORDY, (8, 34, 12, 56, 3, 1, 9, 21)),
    "all values on a line": dated(
        LINE, years(2013, 2021, 2), DateUnit.YEAR, SYNTHETIC, value_labels=ValueLabels.ALL, subtitle=None
    ),
    "long names of lines": dated(
        LINE, years(2003, 2024), DateUnit.YEAR, *(walk(22, n) for n in range(3)), titles=WORDY
    ),
    "legend wanted": dated(
        LINE,
        years(2003, 2024),
        DateUnit.YEAR,
        *(walk(22, n) for n in range(6)),
        titles=TITLES,
        series_labels=SeriesLabels.LEGEND,
    ),
    "lines, bands and notes": dated(
        LINE,
        years(2000, 2024),
        DateUnit.YEAR,
        walk(25, 1),
        walk(25, 12),
        titles=TITLES[:2],
        lines=(ReferenceLine(95.0, words("Target for 2030")),),
        bands=(
            Band(date(2008, 1, 1).toordinal(), date(2010, 1, 1).toordinal(), words("Crisis"), stands=True),
            Band(date(2020, 1, 1).toordinal(), date(2021, 6, 1).toordinal(), words("Pandemic"), stands=True),
        ),
        annotations=(Annotation(0, 12, words("The subsidy ends")), Annotation(1, 20, words("New boilers only with"))),
        note=words("Note: 2024 is preliminary."),
    ),
    "notes on columns": chart(
        COLUMN,
        [str(year) for year in range(2010, 2025)],
        wave(15),
        lines=(ReferenceLine(150.0, words("Mean of 1990 to 2010")),),
        annotations=(Annotation(0, 4, words("The plant opens")), Annotation(0, 14, words("Half a year only"))),
    ),
    "areas": dated(AREA, years(2003, 2024), DateUnit.YEAR, *(walk(22, n) for n in range(4)), titles=TITLES[:4]),
    "areas of shares": dated(
        AREA,
        years(2003, 2024),
        DateUnit.YEAR,
        *(walk(22, n) for n in range(3)),
        titles=TITLES[:3],
        stacking=Stacking.PERCENT,
    ),
    "one area over names": chart(AREA, FRUIT, wave(6)),
    "one point of area": chart(AREA, FRUIT[:1], (3,), (4,)),
    # Waterfalls.
    "waterfall": chart(
        WATERFALL,
        ("2019", "Houses", "Traffic", "Industry", "Imports", "2024"),
        (120, -30, 12, -22.5, 8, 87.5),
        totals=frozenset({0, 5}),
    ),
    "waterfall below zero": chart(
        WATERFALL, ("Start", "Costs", "Sales", "Taxes", "End"), (10, -40, 55, -60, None), totals=frozenset({0, 4})
    ),
    "waterfall with a cut": chart(
        WATERFALL,
        ("2023", "Houses", "Traffic", "Industry", "2024"),
        (4210, 60, -35, 22, 4257),
        totals=frozenset({0, 4}),
        y_axis=ChartAxis(least=4100),
    ),
    "waterfall of zeros": chart(WATERFALL, ("Start", "A", "B", "End"), (0, 0, 0, 0), totals=frozenset({0, 3})),
    # Words.
    "no names": chart(COLUMN, ("", "", ""), (1, 2, 3)),
    "same names": chart(COLUMN, ("Other", "Other", "Other"), (1, 2, 3)),
    "one long word": chart(COLUMN, (WORDY[5], "Short"), (1, 2)),
    "no subtitle": replace(chart(COLUMN, FRUIT, (1, 2, 3, 4, 5, 6)), subtitle=None),
    "long unit": chart(
        COLUMN, FRUIT, wave(6), y_axis=ChartAxis(style=NumberStyle(unit="tonnes of carbon dioxide equivalents"))
    ),
    "no series": chart(COLUMN, FRUIT),
}
"""Charts by what is awkward of them."""
