"""Which rows of a table are meant: those for which a condition holds, the first of them, or a sample."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

from deckmaker.diagnostics import Diagnostics
from deckmaker.rows.mistakes import RowMistakes, report_said
from deckmaker.rows.request import RowsRequest
from deckmaker.rows.scopes import Scopes
from deckmaker.rows.source import RowSource
from deckmaker.values.conditions import Condition, condition
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
    numbers: Sequence[int] = range(1, len(source) + 1)
    if request.where:
        held = _held(source, request, scopes, diagnostics)
        if held is None:
            return None
        numbers = held
    if not numbers:
        place = request.where.place(WHERE) if request.where else None
        message = f"no row of `{source.columns.file}` is left by the condition"
        diagnostics.report("no-rows", message, place, f"mend it: there are {len(source):,} rows")
        return None
    if request.limit is not None:
        numbers = numbers[: request.limit]
    if request.sample is not None:
        numbers = sampled(numbers, request.sample)
    return Selection(source, numbers)


def sampled(numbers: Sequence[int], count: int) -> Sequence[int]:
    """Return so many of some numbers, evenly from the first on; all of them where there are no more."""
    size = len(numbers)
    return numbers if size <= count else array("Q", (numbers[index * size // count] for index in range(count)))


def _held(source: RowSource, request: RowsRequest, scopes: Scopes, diagnostics: Diagnostics) -> Sequence[int] | None:
    """Return the numbers of the rows for which the condition holds."""
    assert request.where  # else there is none
    try:
        asked = condition(request.where.text)
    except ValueMistake as mistake:
        report_said(mistake, request.where, WHERE, diagnostics)
        return None
    mistakes = RowMistakes(request.where, WHERE, diagnostics)
    numbers = array("Q")
    for row in source:
        try:
            if _holds(asked, row, scopes):
                numbers.append(row.number)
        except ValueMistake as mistake:
            if mistake.code == UNKNOWN:  # in each row
                report_said(mistake, request.where, WHERE, diagnostics)
                return None
            mistakes.add(mistake, row)
    mistakes.tell()
    return None if mistakes.are_any else numbers


def _holds(asked: Condition, row: Row, scopes: Scopes) -> bool:
    return asked.holds(*scopes.of(row))
