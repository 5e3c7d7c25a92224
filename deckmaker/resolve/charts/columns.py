"""What each column of a chart's data is: categories, values, names of series, sizes, names of points."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from deckmaker.dataclasses import dataclass
from deckmaker.language.chart import ChartEntry
from deckmaker.language.chart_values import SeriesEntry
from deckmaker.localization.typed_numbers import number_in
from deckmaker.resolve.charts.gaps import is_gap
from deckmaker.resolve.charts.moments import moments_in
from deckmaker.resolve.charts.units import unit_of
from deckmaker.resolve.tables.grid import Grid
from deckmaker.resolve.tables.row_picking import RowPicking
from deckmaker.source import DataPath

POINTS = ("scatter", "bubble")


_YEARS = frozenset(
    [
        *("année", "ano", "anno", "año", "date", "datum", "fecha", "jaar", "jahr", "rok", "year", "years", "år"),
        *("év", "год", "年", "年份", "年度", "연도"),
    ]
)
"""What columns of years are called, in small letters."""


class Holds(Enum):
    """What most cells of a column are."""

    NOTHING = "nothing"
    NUMBERS = "numbers"
    DATES = "dates"
    TEXTS = "texts"


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a chart's data by what they are; `described` has what the deck says of those of values."""

    x: int | None
    ys: tuple[int, ...]
    series: int | None = None
    size: int | None = None
    label: int | None = None
    described: tuple[SeriesEntry | None, ...] = ()


class ColumnChoice:
    """Finds the columns of one chart's data."""

    def __init__(
        self, entry: ChartEntry, path: DataPath, grid: Grid, rows: Sequence[int], picking: RowPicking, language: str
    ) -> None:
        self._entry, self._path, self._grid, self._rows = entry, path, grid, rows
        self._picking, self._language = picking, language
        self._count = len(grid[0])
        self._held: dict[int, Holds] = {}  # no cache of a method: it would hold the grid in a circle

    def columns(self, is_of_points: bool) -> Columns | None:
        """Return the columns; report and return None where the deck names one that there is not.

        A chart of points has numbers along its x axis.
        """
        entry = self._entry
        named = {key: self._place(getattr(entry, key), key) for key in ("size", "label") if getattr(entry, key)}
        if isinstance(entry.series, str):
            named["series"] = self._place(entry.series, "series")
        if entry.x:
            named["x"] = self._place(entry.x[0], "x", 0)
        described = self._described()
        ys = [place for place, _ in described]
        if None in named.values() or None in ys:
            return None
        taken = {place for place in (*named.values(), *ys) if place is not None}
        x = named.get("x")
        size, label, series = named.get("size"), named.get("label"), named.get("series")
        if x is None:
            x = self._first_x(taken, is_of_points)
            if series is None and not is_of_points and x is not None and (dates := self._dates_beside(x, taken)):
                x, series = dates, x
        taken |= {one for one in (x, series) if one is not None}
        if not ys:
            ys, size = self._other_ys(taken, is_of_points, size)
        if is_of_points and label is None:
            label = self._first(Holds.TEXTS, taken | {one for one in (size, *ys) if one is not None})
        places = tuple(one for one in ys if one is not None)
        return Columns(x, places, series, size, label, tuple(one for _, one in described) or (None,) * len(places))

    def _described(self) -> list[tuple[int | None, SeriesEntry | None]]:
        """Return the columns of values that the deck names, each with what it says of it."""
        entry = self._entry
        found: list[tuple[int | None, SeriesEntry | None]] = []
        for index, name in enumerate(entry.y or ()):
            found.append((self._place(name, "y", index), None))
        listed = entry.series if isinstance(entry.series, list) else []
        for index, one in enumerate(listed):
            origin = one.__dict__["from"] or one.name
            if origin is None:
                continue
            key = "from" if one.__dict__["from"] else "name"
            place = self._place(origin, "series", index, key)
            same = next((at for at, (known, _) in enumerate(found) if known == place), None)
            if same is None:
                found.append((place, one))
            else:
                found[same] = (place, one)
        return found

    def _place(self, name: str, *steps: str | int) -> int | None:
        return self._picking.names.place(name, lambda: self._picking.span_at(*steps))

    def _dates_beside(self, x: int, taken: set[int]) -> int | None:
        """Return the column of dates that stand once for each of several names, which are those of series."""
        names = self.texts(x)
        if self.holds(x) is not Holds.TEXTS or len(set(names)) == len(names):
            return None
        return next((one for one in range(self._count) if one not in (x, *taken) and self._is_dated(one)), None)

    def _is_dated(self, place: int) -> bool:
        is_named = self._grid[0][place].text.strip().casefold() in _YEARS
        return self.holds(place) is Holds.DATES and (is_named or not self._is_whole(place))

    def _first_x(self, taken: set[int], is_of_points: bool) -> int | None:
        """Return the column along the x axis where the deck names none."""
        free = [place for place in range(self._count) if place not in taken]
        if is_of_points:
            numbers = [place for place in free if self._holds_values(place) or self._is_of_years(place)]
            return numbers[0] if numbers else None
        for place in free:
            if self.holds(place) is Holds.TEXTS or (self.holds(place) is Holds.DATES and self._is_axis(place)):
                return place
        return free[0] if free and (len(free) > 1 or taken) and self.holds(free[0]) is not Holds.NOTHING else None

    def _is_of_years(self, place: int) -> bool:
        return self.holds(place) is Holds.DATES and self._is_whole(place)

    def _is_whole(self, place: int) -> bool:
        return all(text.isdigit() for text in self.texts(place))

    def _is_axis(self, place: int) -> bool:
        """Tell whether dates are those of an axis: whole numbers may be values that look like years."""
        return place == 0 or self._is_dated(place)

    def _other_ys(self, taken: set[int], is_of_points: bool, size: int | None) -> tuple[list[int | None], int | None]:
        """Return the columns of values, and that of sizes, where the deck names none."""
        numbers: list[int | None] = [
            place
            for place in range(self._count)
            if place not in taken
            and (self._holds_values(place) or (self._is_of_years(place) and not self._is_dated(place)))
        ]
        if not is_of_points:
            return numbers, size
        if self._entry.type == "bubble" and size is None and len(numbers) > 1:
            return numbers[:1], numbers[1]
        return numbers[:1], size

    def _holds_values(self, place: int) -> bool:
        """Tell whether a column holds numbers, or numbers that have one unit in their cells."""
        holds = self.holds(place)
        return holds is Holds.NUMBERS or (holds is Holds.TEXTS and unit_of(self.texts(place)) is not None)

    def _first(self, holds: Holds, taken: set[int]) -> int | None:
        return next((one for one in range(self._count) if one not in taken and self.holds(one) is holds), None)

    def texts(self, place: int) -> list[str]:
        """Return the texts of a column that are no gaps."""
        found = (self._grid[row][place].text.strip() for row in self._rows)
        return [text for text in found if not is_gap(text)]

    def other_decimal(self) -> str | None:
        """Return the sign under which a column of texts is one of numbers, None where there is no such column."""
        for place in range(self._count):
            texts = self.texts(place)
            for sign in ("point", "comma"):
                if texts and self.holds(place) is Holds.TEXTS and all(number_in(one, sign) for one in texts):
                    return sign
        return None

    def holds(self, place: int) -> Holds:
        """Return what a column holds."""
        if place not in self._held:
            self._held[place] = self._holds(place)
        return self._held[place]

    def _holds(self, place: int) -> Holds:
        texts = self.texts(place)
        if not texts:
            return Holds.NOTHING
        if moments_in(texts, self._language):
            return Holds.DATES
        cells = (self._grid[row][place] for row in self._rows)
        known = [(cell.text.strip(), self._picking.sign_of(cell, place)) for cell in cells]
        numbers = sum(number_in(text, sign or "point") is not None for text, sign in known if not is_gap(text))
        return Holds.NUMBERS if numbers * 2 >= len(texts) else Holds.TEXTS
