"""Which rows of a table are meant: those for which a condition holds, the first of them, or a sample."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

from deckmaker.diagnostics import Diagnostics
from deckmaker.resolve.tables.grid import counted
from deckmaker.rows.mistakes import RowMistakes, report_said
from deckmaker.rows.request import RowsRequest, Said
from deckmaker.rows.scopes import Scopes
from deckmaker.rows.source import RowSource
from deckmaker.values.conditions import condition
from deckmaker.values.mistake import UNKNOWN, ValueMistake
from deckmaker.values.row import Row

WHERE = "--where"


class Selection:
    """Rows of a table, by their numbers, in order; they can be gone through again and again."""

    def __init__(self, source: RowSource, numbers: Sequence[int]) -> None:
        """Begin with numbers that rise, at least one."""
        self.source, self.numbers = source, numbers

    def __len__(self) -> int:
        return len(self.numbers)

    def __iter__(self) -> Iterator[Row]:
        return self.source.rows(self.numbers)

    @property
    def last(self) -> int:
        """The greatest number of a row."""
        return self.numbers[-1]


def selected(source: RowSource, request: RowsRequest, scopes: Scopes, diagnostics: Diagnostics) -> Selection | None:
    """Return the rows that are meant; report a condition that is none, or that some rows do not suit, and return None.

    `limit` takes the first rows for which the condition holds. `sample` takes so many of these, evenly: of 40 rows, a
    sample of 4 has the 1st, the 11th, the 21st and the 31st of them, at each time.
    """
    if request.row is not None:
        found = row_of(request.row, source, request, diagnostics)
        return Selection(source, [found.number]) if found else None
    numbers: Sequence[int] = range(1, len(source) + 1)
    for said in filter(None, (request.where, request.further)):
        held = held_by(said, source, numbers, scopes, diagnostics)
        if held is None:
            return None
        numbers = held
    if request.limit is not None:
        numbers = numbers[: request.limit]
    if request.sample is not None:
        numbers = sampled(numbers, request.sample)
    return Selection(source, numbers)


def row_of(number: int, source: RowSource, request: RowsRequest, diagnostics: Diagnostics) -> Row | None:
    """Return the row of a number; report and return None where there is none."""
    found = source.row(number)
    if found is None:
        message = f"`{source.columns.file}` has no row {number:,}"
        diagnostics.report("unknown-row", message, request.file.span, f"it has {counted(len(source), 'row')}")
    return found


def sampled(numbers: Sequence[int], count: int) -> Sequence[int]:
    """Return so many of some numbers, evenly from the first on; all of them where there are no more."""
    size = len(numbers)
    return numbers if size <= count else array("Q", (numbers[index * size // count] for index in range(count)))


def held_by(
    said: Said,
    source: RowSource,
    numbers: Sequence[int],
    scopes: Scopes,
    diagnostics: Diagnostics,
    most: int | None = None,
) -> Sequence[int] | None:
    """Return those of some rows, by their numbers, for which a condition holds: the first `most`, behind which no row
    is looked at; report mistakes, and that there are none, and return None."""
    try:
        asked = condition(said.text)
    except ValueMistake as mistake:
        report_said(mistake, said, WHERE, diagnostics)
        return None
    mistakes = RowMistakes(said, WHERE, diagnostics)
    held = array("Q")
    for row in source.rows(numbers):
        try:
            if asked.holds(*scopes.of(row)):
                held.append(row.number)
        except ValueMistake as mistake:
            if mistake.code == UNKNOWN:  # in each row
                report_said(mistake, said, WHERE, diagnostics)
                return None
            mistakes.add(mistake, row)
        if len(held) == most:
            break
    mistakes.tell()
    if mistakes.are_any:
        return None
    if not held:
        message = f"no row of `{source.columns.file}` is left by the condition"
        left = f"there {'is' if len(numbers) == 1 else 'are'} {counted(len(numbers), 'row')} without it"
        diagnostics.report("no-rows", message, said.place(WHERE), f"mend it: {left}")
        return None
    return held
