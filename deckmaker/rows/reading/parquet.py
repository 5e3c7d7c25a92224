"""Rows of a Parquet file, read by pyarrow, which the extra `parquet` brings.

A copy of this process reads: pages that unpack to more than there is memory end that alone, and Arrow's threads, beside
which no process may be copied, are gone with it.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from functools import partial
from os import SEEK_END
from typing import Any, BinaryIO, NamedTuple

from deckmaker.budget.rows import (
    PARQUET_GROUP_BYTES,
    PARQUET_MEMORY,
    ROW_COLUMNS,
    ROWS,
    ROWS_PER_FILE_BYTE,
    ROWS_WITHOUT_ROOM,
)
from deckmaker.copies import CopyEnded, from_copy
from deckmaker.diagnostics import Span
from deckmaker.patterns import pattern
from deckmaker.rows.reading.collecting import Collecting
from deckmaker.rows.request import RowsRequest

_NOT_HERE = ("sheet", "delimiter", "encoding", "skip")
_INSTALL = "install deckmaker with its extra `parquet`, as in `pip install '.[parquet]'`"
_BATCH = 100
"""Rows that are decoded at once: a cell may have a million characters, and take none in the file."""

_NO_NUMBER, _INFINITE = "nan", ("inf", "-inf")
"""What Arrow writes for floats that are no finite numbers. pandas writes NaN for a value that is missing."""

_EMPTY_FRACTION = pattern(r"\.0+$")
_DAYS = range(-719_162, 2_932_897)
"""Days from 1970 on, those before it below 0, whose year has four digits, as ISO 8601 and Python's own days have it."""

_TO_THE_DAY = {"s": 86_400, "ms": 86_400_000, "us": 86_400_000_000, "ns": 86_400_000_000_000}


class _Timely(NamedTuple):
    """What a value is called that has a range, and what it has to be."""

    what: str
    rule: str


_DAY, _MOMENT = (_Timely(what, "its year is from 1 to 9999") for what in ("day", "moment"))
_CLOCK = _Timely("time of day", "it has less than 24 hours")

_DEEPEST = 20
_TEXT_BYTES, _LIST_ITEMS = 10_000_000, 1_000_000
"""Of a text and a list in the file's description of itself."""


class _Unusable(Exception):
    """What is said of a file behind its name, and the help."""

    def __init__(self, what: str, help: str) -> None:
        super().__init__(what, help)
        self.what, self.help = what, help


class _Names(NamedTuple):
    """The names of all columns, and the indexes of those that hold numbers."""

    names: list[str]
    numbers: list[int]


_Rows = list[tuple[str, ...]]


def read_parquet_rows(stream: BinaryIO, request: RowsRequest, span: Span | None, collecting: Collecting) -> bool:
    """Give all rows of a file to `collecting`; report, and return False, where it cannot be read.

    `span` is where the file is named. Days are ISO 8601, and so are moments; a null is an empty cell, and
    so is a NaN.
    """
    diagnostics, written = collecting.diagnostics, collecting.written
    for key in _NOT_HERE:
        if getattr(request, key) is not None:
            message = f"`{written}` is a Parquet file, which has no `{key}`"
            diagnostics.report("wrong-value", message, span, f"remove `{key}:`")
    if importlib.util.find_spec("pyarrow") is None:
        message = f"`{written}` is a Parquet file, which nothing here can read"
        diagnostics.report("unusable-table", message, span, _INSTALL)
        return False
    try:
        for found in from_copy(partial(_begun, stream), PARQUET_MEMORY.most):
            match found:
                case _Unusable():
                    raise found
                case _Names(names, numbers):
                    collecting.names(names, lambda _: span)
                    for index in numbers:
                        collecting.typed(index)
                case rows:
                    for texts in rows:
                        collecting.row(None, texts, lambda _: span)
    except CopyEnded:
        error = _too_large()
    except _Unusable as unusable:
        error = unusable
    else:
        return True
    diagnostics.report("unusable-table", f"`{written}` {error.what}", span, error.help)
    return False


def _begun(stream: BinaryIO) -> Iterator[_Names | _Rows | _Unusable]:
    """Load what reads the file; yield its columns and its rows, many at a time, or what is amiss."""
    from pyarrow import parquet  # noqa: F401  # before memory is bounded: its code takes some, too

    return _parts(stream)


def _parts(stream: BinaryIO) -> Iterator[_Names | _Rows | _Unusable]:
    try:
        file = _opened(stream)
        schema = file.schema_arrow
        yield _Names(schema.names, [index for index, field in enumerate(schema) if _is_number(field.type)])
        yield from _rows(file)
    except _Unusable as error:
        yield error


def _too_large() -> _Unusable:
    return _Unusable("needs more memory than reading one may take", "write it anew, in smaller pages and row groups")


def _opened(stream: BinaryIO) -> Any:
    """Return the open file. Raises _Unusable for one that says of itself what no file of rows is."""
    import pyarrow as pa
    from pyarrow import parquet

    help = "write it anew"
    try:
        file = parquet.ParquetFile(
            stream,
            buffer_size=1 << 16,
            pre_buffer=False,
            thrift_string_size_limit=_TEXT_BYTES,
            thrift_container_size_limit=_LIST_ITEMS,
            schema_depth_limit=_DEEPEST,
        )
        described, schema = file.metadata, file.schema_arrow
    except (pa.ArrowException, OSError, ValueError, MemoryError) as error:
        raise _Unusable("is no Parquet file, or is broken", help) from error
    if described.num_rows > ROWS.most or described.num_rows < 0:
        raise _Unusable(ROWS.excess(described.num_rows), "leave out rows where it is made")
    if described.num_rows - ROWS_PER_FILE_BYTE.most * stream.seek(0, SEEK_END) > ROWS_WITHOUT_ROOM.most:
        raise _Unusable(f"has more than {ROWS_WITHOUT_ROOM.limit} in it", "leave out rows that are all the same")
    if described.num_columns > ROW_COLUMNS.most:
        raise _Unusable(ROW_COLUMNS.excess(described.num_columns), "leave out columns where it is made")
    for group in range(described.num_row_groups):
        if (size := described.row_group(group).total_byte_size) > PARQUET_GROUP_BYTES.most or size < 0:
            raise _Unusable(PARQUET_GROUP_BYTES.excess(size), "write it anew, in smaller row groups")
    for field in schema:
        if (what := _unshown(field.type)) is not None:
            raise _Unusable(f"has {what} in `{field.name}`", "leave the column out, or write texts or numbers into it")
    return file


def _is_number(kind: Any) -> bool:
    import pyarrow as pa

    return bool(pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind))


def _unshown(kind: Any) -> str | None:
    """Return in words what a column holds that no text shows; None of texts, numbers, truths, days and moments."""
    import pyarrow as pa

    types = pa.types
    if types.is_dictionary(kind):
        kind = kind.value_type
    if types.is_nested(kind):
        return "lists or objects"
    is_text = types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind)
    is_time = types.is_date(kind) or types.is_timestamp(kind) or types.is_time(kind)
    if is_text or is_time or _is_number(kind) or types.is_boolean(kind) or types.is_null(kind):
        return None
    return f"values of the type {kind}"


def _rows(file: Any) -> Iterator[_Rows]:
    import pyarrow as pa

    above = 0
    try:
        for batch in file.iter_batches(batch_size=_BATCH, use_threads=False):
            columns = zip(batch.schema.names, batch.columns, strict=True)
            yield [*zip(*(_texts(name, column, above) for name, column in columns), strict=True)]
            above += batch.num_rows
    except MemoryError as error:
        raise _too_large() from error
    except (pa.ArrowException, OSError, ValueError) as error:
        raise _Unusable("is broken: its rows cannot be read", "write it anew") from error


def _texts(name: str, column: Any, above: int) -> list[str]:
    """Return the values of a column as texts: numbers as short as they are told apart, which Arrow's own cast does.

    `above` are the rows of the file before these. Raises _Unusable for a number, day, moment or time that is none.
    """
    import pyarrow as pa

    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    kind = column.type
    if pa.types.is_timestamp(kind):
        return _moments(name, column, above)
    is_clock = pa.types.is_time(kind)
    if is_clock:
        _check(name, column, range(_TO_THE_DAY[kind.unit]), above, _CLOCK)
    elif pa.types.is_date(kind):
        _check(name, column, _over_days(1 if pa.types.is_date32(kind) else _TO_THE_DAY["ms"]), above, _DAY)
    if not (pa.types.is_string(column.type) or pa.types.is_large_string(column.type)):
        column = column.cast(pa.string())
    found = ["" if one is None else one.strip() for one in column.to_pylist()]
    if is_clock:
        return [_EMPTY_FRACTION.sub("", one) for one in found]
    return _numbers(name, found, above) if pa.types.is_floating(kind) else found


def _numbers(name: str, found: list[str], above: int) -> list[str]:
    """Return texts of floats, empty for those that are none. Raises _Unusable for the first that is infinite."""
    for row, text in enumerate(found, above + 1):
        if text in _INFINITE:
            raise _Unusable(
                f"has an infinite number in `{name}`, row {row:,}", "mend it where it is made, or leave the cell empty"
            )
    return ["" if text == _NO_NUMBER else text for text in found]


def _moments(name: str, column: Any, above: int) -> list[str]:
    import pyarrow as pa

    _check(name, column, _over_days(_TO_THE_DAY[column.type.unit]), above, _MOMENT)
    found = []
    for row, moment in enumerate(column.cast(pa.timestamp("us", column.type.tz), safe=False), above + 1):
        try:
            one = moment.as_py()
        except OverflowError as error:  # in range in UTC, and not in its zone
            raise _out_of_range(name, row, _MOMENT) from error
        found.append("" if one is None else one.isoformat().removesuffix("T00:00:00"))
    return found


def _over_days(each: int) -> range:
    return range(_DAYS.start * each, _DAYS.stop * each)


def _check(name: str, column: Any, sound: range, above: int, kind: _Timely) -> None:
    """Raise _Unusable for the first number of days or of parts of a second that is out of range: Arrow writes that as
    words, or makes another moment of it."""
    import pyarrow as pa

    numbers = column.view(pa.int32() if column.type.bit_width == 32 else pa.int64()).to_pylist()
    for row, number in enumerate(numbers, above + 1):
        if number is not None and number not in sound:
            raise _out_of_range(name, row, kind)


def _out_of_range(name: str, row: int, kind: _Timely) -> _Unusable:
    return _Unusable(
        f"has a {kind.what} out of range in `{name}`, row {row:,}", f"mend it where it is made: {kind.rule}"
    )
