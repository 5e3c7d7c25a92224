"""Rows with the names of their files: all of them sound, and no two the same on any system."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import groupby
from typing import NamedTuple

from deckmaker.diagnostics import Diagnostics
from deckmaker.render.registry import SEVERAL_FILES, SHEETS
from deckmaker.rows.batch import RowTask
from deckmaker.rows.file_names import caseless
from deckmaker.rows.mistakes import RowMistakes, report_said
from deckmaker.rows.pattern import Pattern, pattern_of
from deckmaker.rows.request import RowsRequest, Said
from deckmaker.rows.scopes import Scopes
from deckmaker.rows.selection import Selection
from deckmaker.values.mistake import UNKNOWN, UNUSABLE, ValueMistake
from deckmaker.values.row import Columns

NAME, TABLE = "--name", "--rows"
_WHERE = f"with `{NAME}` or under `rows:`"

_MOST_TOLD = 10
"""Names that several rows have, each told."""

_PARTS = 256

_NUMBERS = 5
"""Rows of one name that are told."""


class NamedRows:
    """Rows with their names; they can be gone through again and again, in the memory of a few of them."""

    def __init__(self, selection: Selection, names: Pattern | None, scopes: Scopes) -> None:
        """Begin with a pattern by which each row has a name; without one, it is its number."""
        self._selection, self._names, self._scopes = selection, names, scopes

    def __len__(self) -> int:
        return len(self._selection)

    def __iter__(self) -> Iterator[RowTask]:
        return self.of(self._selection.numbers)

    def of(self, numbers: Iterable[int]) -> Iterator[RowTask]:
        """Yield those rows that have these numbers, which rise."""
        rows = self._selection.source.rows(numbers)
        names, scopes = self._names, self._scopes
        return (RowTask(row, names.name(row, scopes) if names else str(row.number)) for row in rows)

    @property
    def columns(self) -> Columns:
        """The columns of all rows."""
        return self._selection.source.columns

    @property
    def last(self) -> int:
        """The greatest number of a row."""
        return self._selection.last


def named(
    selection: Selection,
    request: RowsRequest,
    stem: str,
    scopes: Scopes,
    diagnostics: Diagnostics,
    formats: Collection[str] = (),
) -> NamedRows | None:
    """Return rows with the names of their files; report names that no file can have, and names of several rows, and
    return None.

    `stem` is the deck's. Names are the same where they differ in capitals or in Unicode's form alone; and where an
    output of `formats` that adds a word to its name would be called as another row's.
    """
    columns = selection.source.columns.names
    try:
        names = pattern_of(request.name.text if request.name else None, stem, columns)
    except ValueMistake as mistake:
        report_said(mistake, request.name, NAME, diagnostics)
        return None
    found = _hashes(selection, names, scopes, request, diagnostics, formats)
    if found is None:
        return None
    rows = NamedRows(selection, names, scopes)
    same = _same(found)
    if same.names:
        _report_same(same, rows, request, diagnostics)
    return None if same.names or len(found.numbers) < len(selection) else rows


class _Hashes(NamedTuple):
    """The numbers of rows that have a name, and `each` of them so many hashes: of its name, and of the names of its
    outputs that add a word to it."""

    numbers: Sequence[int]
    hashes: array[int]
    each: int


def _hashes(
    selection: Selection,
    names: Pattern,
    scopes: Scopes,
    request: RowsRequest,
    diagnostics: Diagnostics,
    formats: Collection[str],
) -> _Hashes | None:
    """Return the hashes of all names that files can have, and report the others; None where no row has a name."""
    suffixes = ["", *(f"-{one}" for one in formats if one in SHEETS or one in SEVERAL_FILES)]
    said = request.name
    mistakes = RowMistakes(*_naming(request), diagnostics, follow=said is None)
    numbers, hashes = array("Q"), array("Q")
    for row in selection:
        try:
            name = caseless(names.name(row, scopes))
        except ValueMistake as mistake:
            if mistake.code == UNKNOWN:  # in each row
                report_said(mistake, said, NAME, diagnostics)
                return None
            if said is None and mistake.code == UNUSABLE:  # its first column is empty
                mistake.help = f"fill it, or call files by another column, {_WHERE}"
            mistakes.add(mistake, row)
            continue
        numbers.append(row.number)
        hashes.extend(_hash(name + suffix) for suffix in suffixes)
    mistakes.tell()
    return _Hashes(numbers, hashes, len(suffixes))


def _hash(name: str) -> int:
    """Return 64 bits that tell names apart: of a million, two are the same once in 37 million times."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest())


class _Same(NamedTuple):
    """Names that several rows have: the numbers of these rows for each of the first few, and how many such names
    there are."""

    groups: list[list[int]]
    names: int


def _same(found: _Hashes) -> _Same:
    """Return the rows that share a hash, in the order of the first.

    Hashes are looked at by their last bits, so that the indexes of few are sorted at once: as objects of Python they
    take ten times as much as in arrays.
    """
    numbers, hashes, each = found
    parts = [array("Q") for _ in range(_PARTS)]
    for index, one in enumerate(hashes):
        parts[one % _PARTS].append(index)
    groups: list[list[int]] = []
    count = 0
    for part in parts:
        for _, indexes in groupby(sorted(part, key=hashes.__getitem__), key=hashes.__getitem__):
            group = list(indexes)
            rows = sorted({numbers[index // each] for index in group})
            words = {index % each for index in group}
            if len(rows) > 1 and (0 in words or len(words) > 1):  # with the same word behind it, the name is the same
                groups.append(rows)
                count += 1
        groups = sorted(groups)[:_MOST_TOLD]
    return _Same(groups, count)


def _naming(request: RowsRequest) -> tuple[Said, str]:
    """Return what names files, and the option that says it: the pattern, else the table by its first column."""
    return (request.name, NAME) if request.name else (request.file, TABLE)


def _report_same(same: _Same, rows: NamedRows, request: RowsRequest, diagnostics: Diagnostics) -> None:
    said, option = _naming(request)
    place = said.place(option)
    further = "name a further column, as in `{region}-{year}`" + ("" if request.name else f", {_WHERE}")
    for told, group in enumerate(same.groups, 1):
        tasks = [*rows.of(group[:_NUMBERS])]
        first, *others = (task.name for task in tasks)
        more = len(group) - len(tasks)
        message = f"rows {_listed(group[:_NUMBERS], more)} would be called `{first}`"
        if other := next((one for one in others if one != first), None):
            is_same = caseless(other) == caseless(first)
            why = "which is one name on some systems" if is_same else "and have an output of the same name"
            message += f" and `{other}`, {why}"
        lines = [task.row.line for task in tasks if task.row.line]
        notes = [f"lines {_listed(lines, more)} of {rows.columns.file}"] if len(lines) == len(tasks) else []
        left = same.names - told
        if told == _MOST_TOLD and left:
            notes.append(f"{left:,} further names are those of several rows")
        are_alike = not more and len({task.row.texts for task in tasks}) == 1
        help = "leave out all but one: all of their cells are the same" if are_alike else further
        diagnostics.report("unusable-name", message, place, help, tuple(notes))


def _listed(numbers: Sequence[int], more: int) -> str:
    """Return numbers as words; `more` are as many that are not named."""
    named = [f"{number:,}" for number in numbers]
    if more:
        named.append(f"{more:,} more")
    *firsts, last = named
    return f"{', '.join(firsts)} and {last}"
