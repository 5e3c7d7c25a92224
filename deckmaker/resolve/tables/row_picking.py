"""Which rows of data are meant, by `where`, `sort` and `most`, and the decimal signs of their columns."""

from __future__ import annotations

from collections.abc import Iterable

from deckmaker.dataclasses import cached_property
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.language.data import DataEntry
from deckmaker.localization.numerals import Numerals
from deckmaker.localization.typed_numbers import Evidence, evidence, number_in
from deckmaker.resolve.inline import may_have_marks, parse_inline
from deckmaker.resolve.tables.choice import asked, fits, has_number, is_unfinished, rank
from deckmaker.resolve.tables.dates import DateIn, date_reader
from deckmaker.resolve.tables.grid import Grid, names_of
from deckmaker.resolve.tables.naming import Names
from deckmaker.resolve.tables.showing import which_sign
from deckmaker.resolve.tables.written import Written, WrittenCell
from deckmaker.source import DataPath, Tree
from deckmaker.values.stand_ins import as_typed, guarded


class RowPicking:
    """Holds what is needed to pick rows from one grid; `what` it is called in messages.

    `left_out` is how many of the rows that were picked last are more than `most`.
    """

    def __init__(
        self,
        entry: DataEntry,
        path: DataPath,
        grid: Grid,
        written: Written,
        signs: Numerals,
        language: str,
        tree: Tree,
        diagnostics: Diagnostics,
        what: str = "the table",
    ) -> None:
        self._entry, self._path, self._tree, self._diagnostics = entry, path, tree, diagnostics
        self._grid, self._written, self._header, self._usual = grid, written, written.header, signs.usual
        self._language = language
        self._told: set[int] = set()
        self.left_out = 0
        names = names_of(written, grid)
        self._span = tree.value_span(path)
        plain = names if written.is_file else [without_marks(name, self._span) for name in names]
        self.names = Names(names, plain, diagnostics, what)
        self._decimals: dict[int, str | None] = {}  # no cache of a method: it would hold the grid in a circle

    def rows(self, first: int, end: int) -> list[int]:
        """Return which of the rows from `first` to `end` are shown, in order."""
        rows = list(range(first, end))
        for name, wanted in self._entry.where.items():
            place = self._place(name, "where", name, is_key=True)
            if place is not None:
                self._check_values(name, wanted)
                values = [asked(one, self._value) for one in wanted]
                sign = self._sign(place) if has_number(values) else "point"
                test = fits(values, sign, self._dates(place, first, end))
                rows = [row for row in rows if test(self._text(row, place, sign))]
        keys: dict[int, bool] = {}  # by which a column is sorted once more, its rows are already
        for index, name in enumerate(self._entry.sort or ()):
            is_falling = guarded(name).startswith("-") and self.names.known(name) is None
            place = self._place(name[1:].lstrip() if is_falling else name, "sort", index)
            if place is not None:
                keys.setdefault(place, is_falling)
        for place, is_falling in reversed(keys.items()):
            rows = self._sorted(rows, place, is_falling, first, end)
        shown = rows[: self._entry.most]
        self.left_out = len(rows) - len(shown)
        return shown

    def _check_values(self, name: str, wanted: list[str]) -> None:
        here = (*self._path, "where", name)
        for index, one in enumerate(wanted):
            if is_unfinished(asked(one)):
                span = self._tree.value_span((*here, index) if len(wanted) > 1 else here)
                message = f"`{one}` compares cells of `{name}` with nothing"
                self._diagnostics.report(
                    "wrong-value", message, span, f"put a value behind it, as in `{one.strip()} 55`"
                )

    def _sorted(self, rows: list[int], place: int, is_falling: bool, first: int, end: int) -> list[int]:
        decimal, dates = self._sign(place), self._dates(place, first, end)
        ranks = {row: rank(self._text(row, place, decimal), decimal, dates) for row in rows}
        empty = [row for row in rows if ranks[row] is None]
        return sorted((row for row in rows if ranks[row]), key=lambda row: ranks[row] or (), reverse=is_falling) + empty

    def _place(self, name: str, *path: str | int, is_key: bool = False) -> int | None:
        here: DataPath = path if path[: len(self._path)] == self._path else (*self._path, *path)
        return self.names.place(name, lambda: self._tree.key_span(here) if is_key else self._tree.value_span(here))

    def span_at(self, *steps: str | int) -> Span:
        """Return the place of a value of the entry."""
        return self._tree.value_span((*self._path, *steps))

    def _dates(self, place: int, first: int, end: int) -> DateIn | None:
        """Return what reads a column's dates, None where its rows from `first` to `end` hold anything else."""
        return date_reader((self._plain(row[place].text) for row in self._grid[first:end]), self._language)

    def _plain(self, text: str) -> str:
        """Return a cell's text without inline marks."""
        return text if self._written.is_file or not may_have_marks(text) else without_marks(text, self._span)

    def _text(self, row: int, place: int, decimal: str) -> str:
        """Return a cell's text, that of a workbook's number with this decimal sign."""
        cell = self._grid[row][place]
        if decimal == "comma" and self._written.sign_of(cell, decimal) == "point" and number_in(cell.text, "point"):
            return cell.text.replace(".", ",")
        return self._plain(cell.text)

    def _value(self, text: str) -> str:
        """Return a `guarded` value for cells, as `_plain` returns these."""
        if self._written.is_file or not may_have_marks(text):
            return as_typed(text)
        return "".join(run.text for run in parse_inline(text, self._span, Diagnostics()))

    def _sign(self, place: int) -> str:
        """Return the decimal sign by which rows are picked: the language's, with a warning, where it is left open."""
        if decimal := self.decimal(place):
            return decimal
        if place not in self._told:
            self._told.add(place)
            column = (row[place] for row in self._grid[self._header :])
            cell = next(cell for cell in column if evidence(self._typed([cell])).is_open)
            message = f"rows are picked by `{cell.text}`, which is one number or a thousandth of it"
            self._diagnostics.report("ambiguous-number", message, self._written.span(cell.at), which_sign(cell.text))
        return self._usual

    def decimal(self, place: int) -> str | None:
        """Return the decimal sign of a column's numbers, None where they can be read in two ways."""
        if place not in self._decimals:
            self._decimals[place] = self._found_decimal(place)
        return self._decimals[place]

    def sign_of(self, cell: WrittenCell, place: int) -> str | None:
        """Return the decimal sign of a cell of a column, None where it can be read in two ways."""
        column = self.decimal(place)
        return self._written.sign_of(cell, column) if self._written.decimal else column

    def _found_decimal(self, place: int) -> str | None:
        if known := self._entry.decimal:
            return known
        own = evidence(self._typed([row[place] for row in self._grid[self._header :]]))
        if own.decimal or not own.is_open:
            return own.decimal or "point"
        return self._elsewhere.beside(self._usual) or own.plain(self._usual)

    @cached_property
    def _elsewhere(self) -> Evidence:
        """What all numbers of the table tell of their decimal sign."""
        return evidence(self._typed(cell for row in self._grid[self._header :] for cell in row))

    def _typed(self, cells: Iterable[WrittenCell]) -> list[str]:
        """Return the texts of cells, but for numbers of a workbook, which tell nothing of those in its texts."""
        return [self._plain(cell.text) for cell in cells if not self._written.decimal or cell.shown is None]


def without_marks(text: str, span: Span) -> str:
    runs = parse_inline(guarded(text), span, Diagnostics())  # its cell reports what is amiss
    return "".join(run.text for run in runs)
