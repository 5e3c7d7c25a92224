"""Names of columns and rows of texts to a `RowSource`; what is amiss in them is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from deckmaker.budget.rows import (
    ROW_CHARACTERS,
    ROW_COLUMNS,
    ROWS,
    ROWS_CHARACTERS,
    ROWS_EMPTY_CELLS,
    ROWS_EMPTY_FEW,
    ROWS_PER_BYTE,
    ROWS_UNPACKED,
)
from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.localization.typed_numbers import EITHER, NOTHING, SAID, Telling, settled
from deckmaker.patterns import pattern
from deckmaker.rows.source import RowSource
from deckmaker.rows.spool import Spool, StoredRow
from deckmaker.values.looks import looks_apart, seen
from deckmaker.values.row import Columns
from deckmaker.values.stand_ins import one_line

Place = Callable[[int | None], Span | None]
"""Where a cell of a row stands, by its index, or the whole row; None where the file has no places."""

MOST_TOLD = 10
"""Mistakes of one kind in a table that are told each; a message for each of a thousand is read by nobody."""

_UNWRITABLE = pattern("[\0\ud800-\udfff]")
"""What no output can hold: NUL, and half a character of UTF-16."""

_FEWER = "leave out rows and columns where it is exported"


class TooMuch(Exception):
    """A table has more than one may have, which is reported."""


class _Column(NamedTuple):
    """A column's number in the file, from 1, and its name."""

    number: int
    name: str


class Told:
    """Mistakes of one kind: the first few, and how many there are."""

    def __init__(self, help: str, what: str = "rows") -> None:
        """Begin with the help for each, and what has them."""
        self._help, self._what = help, what
        self._found: list[tuple[str, Span | None]] = []
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, message: Callable[[], str], place: Callable[[], Span | None]) -> None:
        """Take a mistake; it is worded only where it is told."""
        self._count += 1
        if self._count <= MOST_TOLD:
            self._found.append((message(), place()))

    def told(self) -> Iterator[tuple[str, Span | None, str, tuple[str, ...]]]:
        """Yield message, place, help and notes of the first few; the last says how many there are further."""
        for number, (message, span) in enumerate(self._found, 1):
            more = self._count - number
            notes = (f"{more:,} further {self._what} are so, too",) if number == MOST_TOLD and more else ()
            yield message, span, self._help, notes


class Collecting:
    """Takes the columns and rows of a file, bounds what they may take, and says what is amiss."""

    def __init__(self, written: str, file: str, decimal: str | None, diagnostics: Diagnostics) -> None:
        """Begin with a file as it is named in messages about it, and as messages about its rows show it; `decimal` is
        the sign that somebody says its numbers have."""
        self.written, self.diagnostics = written, diagnostics
        self._file, self._decimal = file, decimal
        self._names: list[str] = []
        self._seen: dict[str, _Column] = {}  # by what their names look like
        self._telling: list[Telling] = []
        self._sure: set[int] = set()
        self._pointed: set[int] = set()  # of those with a point
        self._typed: set[int] = set()
        self._spacers: dict[int, Callable[[], Span | None]] = {}
        self._filled: set[int] = set()  # of those without a name
        self._headed = 0  # how many columns the file has names for, empty ones among them
        self._header: Place = lambda _: None
        self._spool = Spool()
        self._characters = self._empty = self._named = 0
        self._most, self._most_empty = ROWS_CHARACTERS, ROWS_EMPTY_CELLS
        self._are_parted = False
        self._elsewhere = "write a row below them for each deck"
        self._unusable = Told("give each column a name of its own: texts name its values by it", "columns")
        self._longer = Told("put quotes around a cell that holds its delimiter, or name another column")
        self._lacking = Told("write all of its cells")
        self._unwritable = Told("mend it where it is made")

    def unpacks(self, size: int) -> None:
        """Note that rows come out of so many bytes, in which texts are packed: their number grows with it."""
        most = max(ROWS_UNPACKED.most, ROWS_PER_BYTE.most * size)
        if most < ROWS_CHARACTERS.most:
            self._most = replace(ROWS_UNPACKED, most=most, holder="a file of rows of that size")

    def leaves_out(self, size: int) -> None:
        """Note that cells without a value take none of so many bytes of the file: their number grows with it."""
        most = max(ROWS_EMPTY_FEW.most, ROWS_PER_BYTE.most * size)
        if most < ROWS_EMPTY_CELLS.most:
            self._most_empty = replace(ROWS_EMPTY_FEW, most=most, holder="a file of rows of that size")

    def names(self, names: Sequence[str], place: Place) -> None:
        """Take the names of the columns, all at once; those at the end that are empty are none, and so are others
        without a name if their cells are all empty."""
        self._headed, self._header = len(names), place
        names = names[: next((number for number in range(len(names), 0, -1) if one_line(names[number - 1])), 0)]
        if len(names) > ROW_COLUMNS.most:
            self.too_much(ROW_COLUMNS.excess(len(names)), place(ROW_COLUMNS.most))
        for index, name in enumerate(names):
            if one_line(name):
                self.column(name, partial(place, index))
            else:
                self._spacers[index] = partial(place, index)

    def column(self, name: str, place: Callable[[], Span | None]) -> int:
        """Take the name of a further column, and return its index; report one without a name, or with one
        that looks like another's."""
        index, number, name = len(self._names), self.width + 1, one_line(name)
        if index >= ROW_COLUMNS.most:
            self.too_much(ROW_COLUMNS.excess(), place())
        self._named += len(name)
        if self._named > ROW_CHARACTERS.most:  # which go with each row
            self.too_much(f"has more than {ROW_CHARACTERS.limit} in the names of its columns", place())
        if not name:
            self._unusable.add(partial(self._nameless, number - 1), place)
        elif before := self._seen.get(seen(name)):
            self._unusable.add(partial(self._same, before, _Column(number, name)), place)
        self._seen.setdefault(seen(name), _Column(number, name))
        self._names.append(name)
        self._telling.append(Telling())
        return index

    def _same(self, one: _Column, other: _Column) -> str:
        both = f"columns {one.number} and {other.number} of `{self.written}` are both called `{seen(other.name)}`"
        return both if one.name == other.name else f"{both}, one of them {looks_apart(one.name, other.name)}"

    def _nameless(self, index: int) -> str:
        return f"column {index + 1} of `{self.written}` has no name"

    def part_columns(self) -> None:
        """Note that numbers of one column tell nothing of another's: some may be numbers of the file, with a point
        wherever it was saved, and others texts."""
        self._are_parted = True

    def say_elsewhere(self, help: str) -> None:
        """Note where rows may be if there are none here."""
        self._elsewhere = help

    @property
    def width(self) -> int:
        """How many columns there are in the file."""
        return len(self._names) + len(self._spacers)

    def typed(self, column: int) -> None:
        """Note that a column of the file has numbers that the file itself knows as such, with a point."""
        self._typed.add(column - sum(index < column for index in self._spacers))

    def row(
        self,
        line: int | None,
        texts: Sequence[str],
        place: Place,
        is_whole: bool = True,
        numbers: Sequence[bool] = (),
    ) -> None:
        """Take a row; one whose cells are all empty is none. `is_whole` tells that it has all cells that it is to have,
        however few. `numbers` tell which cells the file itself knows as such, with a point."""
        width = self.width
        self._empty += max(width - len(texts), 0) + texts.count("")
        if self._empty > self._most_empty.most:
            self.too_much(self._most_empty.excess(), place(None))
        if not any(texts):
            return
        if len(texts) > width:
            if any(texts[width:]):
                self._beyond(texts, place)
            texts = texts[:width]
        elif len(texts) < width and not is_whole:
            count = len(texts)
            said = f"a row has {count:,} cell{'' if count == 1 else 's'}: expected {width}; the others stay empty"
            self._lacking.add(lambda: said, lambda: place(None))
        if self._spacers:
            texts, place, numbers = self._without_spacers(texts, place, numbers)
        characters = sum(map(len, texts))
        if characters > ROW_CHARACTERS.most:
            self.too_much(f"has a row of more than {ROW_CHARACTERS.limit}", place(None), is_row=True)
        self._characters += characters
        if self._characters > self._most.most:
            self.too_much(self._most.excess(), place(None))
        for index, text in enumerate(texts):
            if not text:
                continue
            if not text.isascii() or "\0" in text:
                self._look_at(text, index, place)
            if index < len(numbers) and numbers[index]:
                self._sure.add(index)
                if "." in text:
                    self._pointed.add(index)
                continue
            telling = self._telling[index]
            if not telling.is_enough:
                telling.take(text)
        if self._spool.count >= ROWS.most:
            self.too_much(ROWS.excess(), place(None))
        self._spool.add(StoredRow(line, tuple(texts)))

    def _beyond(self, texts: Sequence[str], place: Place) -> None:
        """Take the cells of a row behind the last name: of columns that have none, or of no column of the file."""
        filled = [index for index in range(self.width, len(texts)) if texts[index]]
        self._filled.update(index for index in filled if index < self._headed)
        if filled[-1] >= self._headed:
            said = f"a row has {len(texts)} cells: expected {self.width}"
            self._longer.add(lambda: said, lambda: place(filled[0]))

    def _without_spacers(
        self, texts: Sequence[str], place: Place, numbers: Sequence[bool]
    ) -> tuple[Sequence[str], Place, Sequence[bool]]:
        """Return the cells of columns that have a name, what knows their places, and which are numbers."""
        self._filled.update(index for index in self._spacers if index < len(texts) and texts[index])
        kept = [index for index in range(len(texts)) if index not in self._spacers]
        sure = [index < len(numbers) and numbers[index] for index in kept]
        return [texts[index] for index in kept], lambda cell: place(None if cell is None else kept[cell]), sure

    def _look_at(self, text: str, column: int, place: Place) -> None:
        if found := _UNWRITABLE.search(text):
            what = "U+0000" if found[0] == "\0" else f"half a character, U+{ord(found[0]):04X}"
            name = self._names[column]
            self._unwritable.add(lambda: f"`{name}` holds {what}", lambda: place(column))

    def too_much(self, what: str, span: Span | None, is_row: bool = False) -> None:
        """Report a table that has more than it may have, and raise TooMuch."""
        help = "leave out what no slide can show, where it is exported" if is_row else _FEWER
        self.diagnostics.report("endless-rows", f"`{self.written}` {what}", span, help)
        raise TooMuch

    def source(self, span: Span | None) -> RowSource | None:
        """Return the rows; report what is amiss in them, and return None where they cannot be used.

        `span` is where the file is named. Raises NoRoom.
        """
        for index in sorted(self._filled):
            self._unusable.add(partial(self._nameless, index), self._spacers.get(index) or partial(self._header, index))
        for one in self._unusable.told():
            self.diagnostics.report("unusable-column", *one)
        for one in self._longer.told():
            self.diagnostics.report("long-row", *one)
        for one in self._lacking.told():
            self.diagnostics.report("short-row", *one)
        for one in self._unwritable.told():
            self.diagnostics.report("unusable-table", *one)
        if self._unusable or self._longer or self._unwritable:
            return None
        if not self._spool.count:
            message = f"`{self.written}` has the names of its columns, and no rows"
            self.diagnostics.report("no-rows", message, span, self._elsewhere)
            return None
        self._spool.close()
        said = SAID.get(self._decimal or "")
        told = [said or one.evidence for one in self._telling]
        self._typed.update(index for index in self._sure if told[index] == NOTHING)
        evidence = settled(told, self._typed, not self._are_parted)
        if not said:  # numbers of a workbook have a point, whatever the texts beside them have
            evidence = tuple(
                EITHER if index in self._pointed and one.decimal == "comma" else one
                for index, one in enumerate(evidence)
            )
        return RowSource(Columns(self._file, tuple(self._names), evidence), self._spool)
