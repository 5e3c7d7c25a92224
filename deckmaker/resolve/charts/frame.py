"""A chart's data as series over categories, or as points: cells that know their places, not yet numbers."""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.dataclasses import dataclass, field, replace
from deckmaker.diagnostics import Diagnostics
from deckmaker.language.chart_values import SeriesEntry
from deckmaker.localization.dates import format_date
from deckmaker.localization.numerals import Numerals
from deckmaker.resolve.characters import check_line
from deckmaker.resolve.charts.columns import Columns
from deckmaker.resolve.charts.gaps import is_gap
from deckmaker.resolve.charts.moments import Moments
from deckmaker.resolve.tables.grid import MOST_TOLD, Grid, further
from deckmaker.resolve.tables.showing import in_sheet_words
from deckmaker.resolve.tables.written import Written, WrittenCell

_BETWEEN = " · "
"""Between the name of a series in long data and that of its column of values."""


@dataclass(frozen=True, slots=True)
class FrameSeries:
    """A series: its name, the column of its values, and a cell for each category or point, None where there is none.

    Of points, `xs`, `sizes` and `labels` are cells of other columns.
    """

    name: str
    place: int
    cells: list[WrittenCell | None]
    xs: list[WrittenCell] = field(default_factory=list)
    sizes: list[WrittenCell] = field(default_factory=list)
    labels: list[WrittenCell] = field(default_factory=list)
    as_line: bool = False
    on_second_axis: bool = False
    as_column: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """Series over `categories`; of points there are none."""

    categories: list[WrittenCell]
    series: list[FrameSeries]


class FrameMaker:
    """Makes the frame of one chart from the rows of its grid that are meant."""

    def __init__(
        self,
        written: Written,
        grid: Grid,
        rows: Sequence[int],
        names: list[str],
        signs: Numerals,
        diagnostics: Diagnostics,
    ) -> None:
        self._written, self._grid, self._rows, self._names = written, grid, rows, names
        self._signs, self._diagnostics = signs, diagnostics

    def points(self, columns: Columns) -> Frame:
        """Return a series of points for each name in the column of series, else one for each column of values."""
        groups: dict[tuple[str, int], list[int]] = {}
        for place in columns.ys:
            for row in self._rows:
                name = self._grid[row][columns.series].text.strip() if columns.series is not None else ""
                groups.setdefault((name, place), []).append(row)
        several = len(columns.ys) > 1 or columns.series is None
        made = []
        for (name, place), rows in groups.items():
            shown = f"{name} {self._name(place)}".strip() if several else name
            made.append(
                FrameSeries(
                    shown,
                    place,
                    [self._grid[row][place] for row in rows],
                    self._cells(rows, columns.x),
                    self._cells(rows, columns.size),
                    self._cells(rows, columns.label),
                )
            )
        return Frame([], made)

    def wide(self, columns: Columns) -> Frame:
        """Return a series for each column of values."""
        if columns.x is None:
            categories = [replace(self._grid[row][columns.ys[0]], text=str(row)) for row in self._rows]
        else:
            categories = self._cells(self._rows, columns.x)
        made = []
        for place, one in zip(columns.ys, columns.described, strict=True):
            name = (one and one.name) or self._name(place)
            cells: list[WrittenCell | None] = [self._grid[row][place] for row in self._rows]
            made.append(self._series(name, place, cells, one))
        return Frame(categories, made)

    def long(self, columns: Columns) -> Frame:
        """Return a series for each name in the column of series, of several columns of values one for each of them.

        Report what stands there twice.
        """
        assert columns.series is not None and columns.x is not None
        categories: dict[str, WrittenCell] = {}
        found: dict[str, dict[str, int]] = {}
        twice: list[tuple[str, str, WrittenCell]] = []
        for row in self._rows:
            cells = self._grid[row]
            x, name = cells[columns.x], cells[columns.series].text.strip()
            key = x.text.strip()
            categories.setdefault(key, x)
            rows = found.setdefault(name, {})
            if key in rows:
                twice.append((key, name, cells[columns.ys[0]]))
            else:
                rows[key] = row
        for number, (key, name, cell) in enumerate(twice[:MOST_TOLD], start=1):
            message = f"`{name}` has a second value for `{key}`"
            help = "leave out one of them, or pick rows with `where:`"
            span = self._written.span(cell.at)
            self._diagnostics.report("repeated-point", message, span, help, further(number, len(twice)))
        made = []
        for name, rows in found.items():
            for place, one in zip(columns.ys, columns.described, strict=True):
                values = [self._grid[rows[key]][place] if key in rows else None for key in categories]
                measured = (one and one.name) or self._name(place)
                shown = _BETWEEN.join(filter(None, (name, measured))) if len(columns.ys) > 1 else name
                made.append(self._series(shown, place, values, one if len(columns.ys) > 1 else None))
        return Frame(list(categories.values()), made)

    def _series(self, name: str, place: int, cells: list[WrittenCell | None], one: SeriesEntry | None) -> FrameSeries:
        """Return a series of a column, as the deck describes that."""
        kind = one.__dict__["as"] if one else None
        is_second = one is not None and one.axis == "second"
        return FrameSeries(name, place, cells, [], [], [], kind == "line", is_second, kind == "column")

    def usable(self, frame: Frame, are_dates: bool = False) -> dict[str, str]:
        """Return what becomes of names that no output may hold as they are written; report what is left out.

        Numbers of a workbook that are names become what it shows, but for dates, such as years.
        """
        heads = [(one.name, self._grid[0][one.place]) for one in frame.series]
        cells = [*frame.categories, *(cell for one in frame.series for cell in one.labels)]
        numbers = {} if are_dates else dict(filter(None, map(self._in_sheet, cells)))
        numbers |= dict(filter(None, (self._in_sheet(head) for name, head in heads if name == head.text.strip())))
        return numbers | self._printable(heads, cells)

    def _in_sheet(self, cell: WrittenCell) -> tuple[str, str] | None:
        text = cell.text.strip()
        if cell.shown is None or is_gap(text):
            return None
        words = in_sheet_words(text, cell.shown, self._written.sign_of(cell, None), self._signs)
        return (text, words) if words and words != text else None

    def _printable(self, heads: list[tuple[str, WrittenCell]], cells: list[WrittenCell]) -> dict[str, str]:
        together = "".join([*(name for name, _ in heads), *[cell.text for cell in cells]])
        if together.isascii() and together.isprintable():  # nothing of what is looked for below
            return {}
        found: dict[str, str] = {}
        for name, cell in [*heads, *((cell.text.strip(), cell) for cell in cells)]:
            if name not in found and not (name.isascii() and name.isprintable()):
                found[name] = check_line(name, self._written.span(cell.at), self._diagnostics)
        return {name: usable for name, usable in found.items() if name != usable}

    def report_undated(self, frame: Frame, places: Sequence[int]) -> None:
        """Report the categories at these places, which are no dates where all others are."""
        count = len(frame.categories)
        for number, place in enumerate(places[:MOST_TOLD], start=1):
            cell = frame.categories[place]
            message = f"{count - len(places)} of {count} names are dates, and `{cell.text.strip()}` is not"
            help = "write it as a date, or leave its row out: without it, the axis is one of dates"
            notes = further(number, len(places))
            self._diagnostics.report("mixed-dates", message, self._written.span(cell.at), help, notes)

    def report_without_date(self, frame: Frame, places: Sequence[int]) -> bool:
        """Tell whether categories at these places have values, and report them: on an axis of dates they have no place.

        A row without a date and without values says nothing that would be missed.
        """
        values = {
            place: next((cell for one in frame.series if (cell := one.cells[place]) and not is_gap(cell.text)), None)
            for place in places
        }
        lost = [(frame.categories[place], cell) for place, cell in values.items() if cell]
        for number, (date, cell) in enumerate(lost[:MOST_TOLD], start=1):
            written = date.text.strip()
            stands = f"stands at `{written}`, which is no date" if written else "has no date"
            message = f"the value `{cell.text.strip()}` {stands}: the axis of dates has no place for it"
            span = self._written.span(date.at)
            help = "write its date, or leave the row out"
            self._diagnostics.report("wrong-value", message, span, help, further(number, len(lost)))
        return bool(lost)

    def report_doubtful(self, frame: Frame, moments: Moments) -> None:
        """Report the first category that may be another date than the one it is taken for."""
        for cell in frame.categories if moments.doubt else ():
            text = cell.text.strip()
            day, other = moments.read(text), moments.doubt(text) if moments.doubt else ""
            meant = format_date(day, moments.unit, "en-GB", short=False) if day else ""
            if other and other != meant:
                message = f"`{text}` is taken for {meant}, and may be {other}"
                help = "write years with four digits, and days as in `2024-03-05`"
                self._diagnostics.report("ambiguous-date", message, self._written.span(cell.at), help)
                return

    def report_namesakes(self, frame: Frame) -> None:
        """Report series that have the name of an earlier one."""
        seen: set[str] = set()
        again = []
        for one in frame.series:
            if one.name in seen:
                again.append(one)
            seen.add(one.name)
        for number, one in enumerate(filter(lambda one: one.name, again[:MOST_TOLD]), start=1):
            message = f"two series are called `{one.name}`"
            help = "give each a name of its own"
            span = self._written.span(self._grid[0][one.place].at)
            self._diagnostics.report("repeated-series", message, span, help, further(number, len(again)))

    def report_repeated(self, frame: Frame, are_dates: bool, telling: int | None) -> None:
        """Report categories that stand twice in a file; `telling` is a column of texts that may tell rows apart."""
        seen: set[str] = set()
        twice = []
        for cell in frame.categories:
            text = cell.text.strip()
            if text in seen and not is_gap(text):
                twice.append(cell)
            seen.add(text)
        if not twice or not (self._written.is_file or are_dates):
            return
        help = "leave out one of them"
        if telling is not None:
            help = f"name the column that tells them apart, as in `series: {self._name(telling) or telling + 1}`"
        for number, cell in enumerate(twice[:MOST_TOLD], start=1):
            text, span, notes = cell.text.strip(), self._written.span(cell.at), further(number, len(twice))
            if are_dates:
                self._diagnostics.report("repeated-point", f"`{text}` stands twice among the dates", span, help, notes)
            else:
                message = f"`{text}` stands twice among the categories"
                self._diagnostics.report("repeated-category", message, span, help, notes)

    def _cells(self, rows: Sequence[int], place: int | None) -> list[WrittenCell]:
        return [] if place is None else [self._grid[row][place] for row in rows]

    def _name(self, place: int) -> str:
        return self._names[place].strip()


def transposed(frame: Frame, names: list[WrittenCell]) -> Frame:
    """Return rows as series and columns as categories; `names` are those of the columns."""
    made = [
        FrameSeries(cell.text.strip(), frame.series[0].place, [one.cells[index] for one in frame.series])
        for index, cell in enumerate(frame.categories)
    ]
    return Frame(names, made)
