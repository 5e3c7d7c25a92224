"""Rows of Parquet files, which are written here by Arrow's own library."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from deckmaker.budget.rows import PARQUET_GROUP_BYTES, PARQUET_MEMORY, ROW_COLUMNS, ROWS
from deckmaker.dataclasses import replace
from tests.projects import ROOT
from tests.rows.reading import opened, said, texts


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    return tmp_path / "rows.parquet"


def write(path: Path, **columns: Any) -> None:
    parquet.write_table(pa.table(columns), path)


def test_values_of_all_types_that_texts_can_show(rows):
    """Numbers are as short as they are told apart: a float of 32 bits, too."""
    write(
        rows,
        text=pa.array(["Nörd ", None]),
        whole=pa.array([2**60, None]),
        float=pa.array([0.1, 1e20]),
        single=pa.array([0.1, 2.5], pa.float32()),
        decimal=pa.array([Decimal("1.50"), None]),
        truth=pa.array([True, False]),
        day=pa.array([date(2026, 11, 27), None]),
        midnight=pa.array([datetime(2026, 11, 27), None], pa.timestamp("ns")),
        moment=pa.array([datetime(2026, 11, 27, 9, 30, tzinfo=UTC), None]),
        clock=pa.array([time(9, 30), None], pa.time32("s")),
        category=pa.array(["a", "b"]).dictionary_encode(),
        nothing=pa.nulls(2),
    )
    _, first, second = texts(rows)
    assert first == (
        *("Nörd", "1152921504606846976", "0.1", "0.1", "1.50", "true", "2026-11-27", "2026-11-27"),
        *("2026-11-27T09:30:00+00:00", "09:30:00", "a", ""),
    )
    assert second[2:6] == ("1e+20", "2.5", "", "false")


@pytest.mark.parametrize("kind", [pa.float16(), pa.float32(), pa.float64()])
def test_a_number_that_is_none_is_an_empty_cell(kind, rows):
    """NaN is how pandas writes a value that is missing. Texts stay what they are."""
    nan = float("nan")
    write(rows, region=["nan", "NaN"], sales=pa.array([1.5, nan], kind), same=pa.array([2, nan]).dictionary_encode())
    assert texts(rows)[1:] == [("nan", "1.5", "2"), ("NaN", "", "")]


@pytest.mark.parametrize("kind", [pa.float16(), pa.float32(), pa.float64()])
@pytest.mark.parametrize("far", [float("inf"), float("-inf")])
def test_infinite_numbers_are_refused(kind, far, rows):
    """With column and row, as days out of range are: Arrow writes them as words, which would be read on slides."""
    write(rows, region=["North"] * 1_200, sales=pa.array([1.5] * 1_199 + [far], kind))
    assert _refused(rows) == f"`{rows}` has an infinite number in `sales`, row 1,200"


def test_a_row_has_a_number_and_no_line(rows):
    write(rows, region=["North", "South"], sales=[1.234, 2.5])
    source, _ = opened(rows, decimal="comma")
    assert source and [(row.number, row.line) for row in source] == [(1, None), (2, None)]
    assert source.columns.decimal(1, "comma") == "point"
    assert next(iter(source)).place == f"row 1 ({source.columns.file})"


@pytest.mark.parametrize(
    ("column", "what"),
    [
        (pa.array([[1]]), "has lists or objects in `x`"),
        (pa.array([{"a": 1}]), "has lists or objects in `x`"),
        (pa.array([b"\0"]), "has values of the type binary in `x`"),
    ],
)
def test_what_no_text_shows_is_refused(column, what, rows):
    write(rows, region=["North"], x=column)
    source, diagnostics = opened(rows)
    assert source is None
    assert said(diagnostics) == [
        ("unusable-table", "", f"`{rows}` {what}", "leave the column out, or write texts or numbers into it")
    ]


DAY = ("day", "its year is from 1 to 9999")
CLOCK = ("time of day", "it has less than 24 hours")


@pytest.mark.parametrize(
    ("kind", "lowest", "highest", "what", "first", "last"),
    [
        (pa.date32(), -719_162, 2_932_896, DAY, "0001-01-01", "9999-12-31"),
        (pa.date64(), -719_162 * 86_400_000, 2_932_896 * 86_400_000, DAY, "0001-01-01", "9999-12-31"),
        (pa.time32("ms"), 0, 86_399_999, CLOCK, "00:00:00", "23:59:59.999"),
        (pa.time64("us"), 0, 86_399_999_999, CLOCK, "00:00:00", "23:59:59.999999"),
    ],
)
def test_days_and_times_out_of_range_are_refused(kind, lowest, highest, what, first, last, rows):
    """With column and row: Arrow itself writes them as words, which would be read on slides. Many stand above it."""
    day = 86_400_000 if kind == pa.date64() else 1
    write(rows, x=pa.array([lowest, highest], kind))
    assert texts(rows)[1:] == [(first,), (last,)]
    for far in (lowest - day, highest + day, *((-(2**31), 2**31 - 1) if kind.bit_width == 32 else ())):
        write(rows, region=["North"] * 1_200, x=pa.array([None, *[lowest] * 1_198, far], kind))
        source, diagnostics = opened(rows)
        assert source is None
        message, help = (
            f"`{rows}` has a {what[0]} out of range in `x`, row 1,200",
            f"mend it where it is made: {what[1]}",
        )
        assert said(diagnostics) == [("unusable-table", "", message, help)]


@pytest.mark.parametrize(("unit", "each", "far"), [("s", 1, 2**52), ("ms", 10**3, 2**62), ("us", 10**6, 2**62)])
def test_moments_out_of_range_are_refused(unit, each, far, rows):
    """One that microseconds do not hold, too: Arrow makes another moment of it. All nanoseconds are in range."""
    first, after = -62_135_596_800 * each, 253_402_300_800 * each
    write(rows, x=pa.array([first, after - each], pa.timestamp(unit)))
    assert texts(rows)[1:] == [("0001-01-01",), ("9999-12-31T23:59:59",)]
    for one in (first - 1, after, far, -far):
        write(rows, region=["North", "South"], x=pa.array([None, one], pa.timestamp(unit)))
        assert _refused(rows) == f"`{rows}` has a moment out of range in `x`, row 2"


def test_a_moment_that_is_out_of_range_in_its_own_zone_alone_is_refused(rows):
    first = -62_135_596_800
    write(rows, x=pa.array([first], pa.timestamp("s", "UTC")))
    assert texts(rows)[1:] == [("0001-01-01T00:00:00+00:00",)]
    write(rows, x=pa.array([first], pa.timestamp("s", "-03:00")))
    assert _refused(rows) == f"`{rows}` has a moment out of range in `x`, row 1"


def _refused(rows):
    source, diagnostics = opened(rows)
    assert source is None
    (one,) = said(diagnostics)
    assert one[0] == "unusable-table"
    return one[2]


MISTAKEN = """
import sys
from pathlib import Path
from deckmaker.copies import CopyFailed
from deckmaker.rows.reading import parquet
from tests.rows.reading import opened

parquet._texts = lambda *_: {}["no such key"]
try:
    opened(Path(sys.argv[1]))
except CopyFailed as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="no copies are made here")
@pytest.mark.parametrize("names", [{"a": "x", "": 1, "b": 2}, {"a": "x", "b": 2, "": 1}])
def test_a_column_with_values_and_no_name_is_told(names, rows):
    """Also the last one."""
    write(rows, **{name: [value] for name, value in names.items()})
    source, diagnostics = opened(rows)
    assert source is None
    (one,) = said(diagnostics)
    assert one[0] == "unusable-column"
    assert one[2].startswith(f"column {list(names).index('') + 1} of ") and one[2].endswith(" has no name")


def test_a_mistake_of_ours_is_not_told_as_a_lack_of_memory(rows):
    """It says where it was made, though in another process. No copies are made of one that has threads, as this may."""
    write(rows, region=["North"])
    command = [sys.executable, "-c", MISTAKEN, str(rows)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Traceback") and "KeyError: 'no such key'" in done.stdout


def test_texts_that_are_no_text_are_refused(rows):
    """Arrow itself does not look at them."""
    broken = pa.Array.from_buffers(pa.string(), 1, [None, pa.py_buffer(b"\0\0\0\0\2\0\0\0"), pa.py_buffer(b"\xff\xfe")])
    write(rows, region=broken)
    source, diagnostics = opened(rows)
    assert source is None
    assert [one.message for one in diagnostics] == [f"`{rows}` is broken: its rows cannot be read"]


@pytest.mark.parametrize("cut", [4, 20, 200, -20, -5])
def test_a_broken_file_is_refused(cut, rows):
    write(rows, region=["North", "South"] * 100)
    rows.write_bytes(rows.read_bytes()[:cut])
    source, diagnostics = opened(rows)
    assert source is None
    assert [one.message for one in diagnostics] == [f"`{rows}` is no Parquet file, or is broken"]


@pytest.mark.slow
def test_noise_in_a_file_is_read_or_refused(rows):
    """Whatever byte is another one: no traceback, and no sign of Arrow's."""
    write(rows, region=["North", "South"] * 100, sales=range(200))
    whole = rows.read_bytes()
    for index in range(0, len(whole), 11):
        rows.write_bytes(whole[:index] + bytes([whole[index] ^ 0xFF]) + whole[index + 1 :])
        source, diagnostics = opened(rows)
        assert source is not None or [one.code for one in diagnostics]


@pytest.mark.parametrize(
    ("bound", "most", "what"),
    [
        (ROWS, 1, "has 2 rows: a file of rows for decks may have 1"),
        (ROW_COLUMNS, 1, "has 2 columns: a file of rows for decks may have 1"),
        (PARQUET_GROUP_BYTES, 10, "unpacked bytes: a row group of a Parquet file may have 10"),
    ],
)
def test_what_a_file_says_of_itself_is_bounded(bound, most, what, rows, monkeypatch):
    """Before any of it is read."""
    name = {id(ROWS): "ROWS", id(ROW_COLUMNS): "ROW_COLUMNS"}.get(id(bound), "PARQUET_GROUP_BYTES")
    monkeypatch.setattr(f"deckmaker.rows.reading.parquet.{name}", replace(bound, most=most))
    write(rows, region=["North", "South"], sales=[1, 2])
    source, diagnostics = opened(rows)
    assert source is None
    assert what in next(one.message for one in diagnostics)


WRITTEN = """
import sys, pyarrow as pa, pyarrow.parquet as parquet
table = pa.table({"x": ["y" * 1_000_000] * 200})
options = {"compression": "zstd", "data_page_size": 1 << 30, "use_dictionary": False}
parquet.write_table(table, sys.argv[1], **options)
"""
READ = """
import sys
from pathlib import Path
from deckmaker.dataclasses import replace
from deckmaker.rows.reading import parquet
from tests.rows.reading import opened, said
parquet.PARQUET_MEMORY = replace(parquet.PARQUET_MEMORY, most=int(sys.argv[2]))
source, diagnostics = opened(Path(sys.argv[1]))
print(sum(1 for _ in source or ()), *(part for one in said(diagnostics) for part in one), sep="|")
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="no copies are made here")
@pytest.mark.parametrize(
    ("most", "answer"),
    [
        (
            30_000_000,
            "0|unusable-table||`{rows}` needs more memory than reading one may take"
            "|write it anew, in smaller pages and row groups",
        ),
        (PARQUET_MEMORY.most, "200"),
    ],
)
def test_pages_that_unpack_to_more_than_memory_end_their_reader_alone(most, answer, rows):
    """Few kilobytes in the file. In processes of their own: what one once had, its copy may have, too."""
    subprocess.run([sys.executable, "-c", WRITTEN, rows], check=True)
    assert rows.stat().st_size < 60_000
    done = subprocess.run([sys.executable, "-c", READ, rows, str(most)], cwd=ROOT, stdout=subprocess.PIPE, check=True)
    assert done.stdout.decode().strip() == answer.format(rows=rows)


def test_without_arrow_the_extra_is_named(rows, monkeypatch):
    write(rows, region=["North"])
    found = importlib.util.find_spec
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "pyarrow" else found(name))
    source, diagnostics = opened(rows)
    assert source is None
    assert said(diagnostics) == [
        (
            "unusable-table",
            "",
            f"`{rows}` is a Parquet file, which nothing here can read",
            "install deckmaker with its extra `parquet`, as in `pip install '.[parquet]'`",
        )
    ]


def test_what_other_files_have_is_no_part_of_it(rows):
    write(rows, region=["North"])
    assert [one[2] for one in said(opened(rows, skip=1)[1])] == [f"`{rows}` is a Parquet file, which has no `skip`"]
