"""Tables that were made to be too much: each is told where it is, and held in little memory."""

from __future__ import annotations

import subprocess
import sys

import pyarrow as pa
import pytest
import xlsxwriter
from pyarrow import parquet

from deckmaker.budget.rows import ROW_CHARACTERS, ROW_COLUMNS, ROWS, ROWS_CHARACTERS, ROWS_EMPTY_CELLS, ROWS_UNPACKED
from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics
from deckmaker.rows.reading.collecting import Collecting
from tests.rows.reading import opened, said

HUGE = 10_000_000
LONG = f"a row of more than {ROW_CHARACTERS.limit}"
QUOTE = f"opens a quote that nothing closes within {ROW_CHARACTERS.limit}"

TOO_MUCH = {
    "a cell of 10 MB": ("a.csv", f"x,y\n1,2\n3,{'z' * HUGE}\n4,5\n", "a.csv:3:1", LONG),
    "a cell of 10 MB in quotes": ("a.csv", f'x,y\n1,2\n3,"{"z" * HUGE}"\n4,5\n', "a.csv:3:3", QUOTE),
    "a quote that is closed nowhere": ("a.csv", f'x,y\n1,"2\n{"3,4" * HUGE}', "a.csv:2:3", QUOTE),
    "one line": ("a.csv", "z" * HUGE, "a.csv:1:1", LONG),
    "a million columns": ("a.csv", "x" + ",x" * 400_000 + "\n", "a.csv:1:40001", "has 400,001 columns"),
    "a JSON line of 10 MB": ("a.jsonl", f'{{"x": 1}}\n{{"x": "{"z" * HUGE}"}}\n', "a.jsonl:2:1", LONG),
    "a JSON line of many keys": (
        "a.jsonl",
        "{" + ", ".join(f'"{index}": 1' for index in range(30_000)) + "}\n",
        "a.jsonl:1:228892",
        f"more than {ROW_COLUMNS.limit}",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize(("name", "content", "at", "what"), TOO_MUCH.values(), ids=TOO_MUCH)
def test_what_is_too_much_is_told_where_it_is(name, content, at, what, tmp_path):
    path = tmp_path / name
    path.write_text(content)
    source, diagnostics = opened(path)
    assert source is None
    ((_, place, message, _),) = said(diagnostics)
    assert place == at
    assert what in message


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
def test_rows_are_counted(name, tmp_path, monkeypatch):
    monkeypatch.setattr("deckmaker.rows.reading.collecting.ROWS", replace(ROWS, most=3))
    path = tmp_path / name
    lines = ["x", "1", "2", "3", "4"] if name == "a.csv" else [f'{{"x": {one}}}' for one in "01234"]
    path.write_text("\n".join(lines[:-1]))
    if name == "a.csv":
        assert opened(path)[0] is not None
    path.write_text("\n".join(lines))
    source, diagnostics = opened(path)
    assert source is None
    ((code, place, message, help),) = said(diagnostics)
    assert (code, place) == ("endless-rows", f"{name}:{5 if name == 'a.csv' else 4}:1")
    assert help == "leave out rows and columns where it is exported"
    assert message.endswith("has more than 3 rows: a file of rows for decks may have 3")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["a.xlsx", "a.parquet"])
@pytest.mark.parametrize("bound", ["ROWS_CHARACTERS", "ROWS_UNPACKED"])
def test_a_text_that_stands_in_very_many_cells_takes_no_room_without_end(bound, name, tmp_path, monkeypatch):
    """The file holds it once. What a small file may unpack to is less than what a large one may hold."""
    most = replace(ROWS_CHARACTERS if bound == "ROWS_CHARACTERS" else ROWS_UNPACKED, most=10**7)
    monkeypatch.setattr(f"deckmaker.rows.reading.collecting.{bound}", most)
    path, text = tmp_path / name, "z" * 30_000
    if name == "a.parquet":
        parquet.write_table(pa.table({"x": [text] * 1_000}), path)
    else:
        with xlsxwriter.Workbook(path) as book:
            book.add_worksheet().write_column(0, 0, ["x", *[text] * 1_000])
    assert path.stat().st_size < 50_000
    source, diagnostics = opened(path)
    assert source is None
    ((code, _, message, _),) = said(diagnostics)
    assert code == "endless-rows"
    held = f"{most.limit}: {'a file of rows of that size' if bound == 'ROWS_UNPACKED' else most.holder}"
    assert message.endswith(f"has more than {held} may have 10,000,000")


def test_a_row_of_very_many_cells_is_told_as_any_other(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("x,y\n" + "1," * 100_000 + "1\n2,3\n")
    source, diagnostics = opened(path)
    assert source is None
    assert [one[:3] for one in said(diagnostics)] == [("long-row", "a.csv:2:5", "a row has 100001 cells: expected 2")]


MEASURED = """
import resource, sys
from pathlib import Path
from deckmaker.diagnostics import Diagnostics
from deckmaker.rows.opening import open_rows
from deckmaker.rows.request import RowsRequest, Said
import deckmaker.rows.reading.delimited, deckmaker.rows.reading.json_lines

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

before = peak()
source = open_rows(RowsRequest(Said(sys.argv[1])), Path("deck.yaml"), Diagnostics())
count = sum(len(row.texts) == 2 for row in source)
print(count, peak() - before)
"""


@pytest.mark.slow
@pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
def test_memory_does_not_grow_with_rows(name, tmp_path):
    """Of a file of 50 MB, a fraction is held at any time: what of the rows may stay in memory, and a few pieces."""
    path = tmp_path / name
    with path.open("w") as file:
        if name == "a.csv":
            file.write("x,y\n")
        for index in range(25_000):
            note = "z" * 2_000
            file.write(f"{index},{note}\n" if name == "a.csv" else f'{{"x": {index}, "y": "{note}"}}\n')
    done = subprocess.run([sys.executable, "-c", MEASURED, path], capture_output=True, text=True, check=True)
    count, grown = done.stdout.split()
    assert int(count) == 25_000
    assert float(grown) < 25


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.csv", "x" + ",x" * 900 + "\n" + "1\n" * 9), ("a.jsonl", '{"a": 1, "b": 2, "c": 3}\n' + "{}\n" * 400)],
)
def test_cells_are_counted_also_where_a_row_has_none_of_them(name, content, tmp_path, monkeypatch):
    """A row of a few characters has a cell for each column, and an empty one takes its time."""
    monkeypatch.setattr("deckmaker.rows.reading.collecting.ROWS_EMPTY_CELLS", replace(ROWS_EMPTY_CELLS, most=900))
    path = tmp_path / name
    path.write_text(content.replace(",x", ",y", 1))
    source, diagnostics = opened(path)
    assert source is None
    assert "has more than 900 empty cells" in said(diagnostics)[0][2]


def test_cells_that_take_no_room_are_fewer_in_a_small_file(tmp_path, monkeypatch):
    """A file of 250 kB would be read for half a minute."""
    for name, most in (("FEW", 90), ("CELLS", 1_000_000)):
        bound = replace(ROWS_EMPTY_CELLS, most=most)
        monkeypatch.setattr(f"deckmaker.rows.reading.collecting.ROWS_EMPTY_{name}", bound)
    monkeypatch.setattr("deckmaker.rows.reading.collecting.ROWS_PER_BYTE", replace(ROWS_EMPTY_CELLS, most=2))
    path = tmp_path / "a.jsonl"
    path.write_text("".join(f'{{"k{number}": 1}}\n' for number in range(20)))
    assert opened(path)[0]  # 190 empty cells in 210 bytes
    path.write_text("".join(f'{{"k{number}": 1}}\n' for number in range(100)))
    source, diagnostics = opened(path)
    assert source is None
    assert "has more than 2,180 empty cells: a file of rows of that size may have 2,180" in said(diagnostics)[0][2]


@pytest.mark.slow
def test_columns_without_names_are_told_as_the_first_few(tmp_path):
    """A sheet may have 16,382 of them, and each takes a look at all."""
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("S")
        sheet.write(0, 0, "region")
        sheet.write(0, 16_383, "n")
        sheet.write_row(1, 0, ["North", *["1"] * 16_383])
    source, diagnostics = opened(path)
    assert source is None
    found = [*diagnostics]
    assert [one.code for one in found] == ["unusable-column"] * 10
    assert found[0].message.startswith("column 2 of ")
    assert found[-1].notes == ("16,372 further columns are so, too",)


class Counted(list[str]):
    """Names, and how many of them were copied."""

    copied = 0

    def __getitem__(self, index):
        found = super().__getitem__(index)
        if not isinstance(index, slice):
            return found
        Counted.copied += len(found)
        return Counted(found)


def test_names_that_are_missing_at_the_end_are_gone_through_once(monkeypatch):
    """A line of 900 kB may be commas."""
    monkeypatch.setattr(Counted, "copied", 0)
    collecting = Collecting("a.csv", "a.csv", None, Diagnostics())
    collecting.names(Counted(["region", *[""] * 5_000]), lambda _: None)
    assert (collecting.width, Counted.copied) == (1, 1)


def test_names_of_columns_are_counted_together(tmp_path):
    """They go with the rows of each batch, and every line of JSON may bring another."""
    path = tmp_path / "a.jsonl"
    content = f'{{"{"x" * 600_000}": 1}}\n{{"{"y" * 300_000}": 1}}\n'
    path.write_text(content)
    assert opened(path)[0]
    path.write_text(content.replace("y" * 300_000, "y" * 500_000))
    source, diagnostics = opened(path)
    assert source is None
    (told,) = said(diagnostics)
    assert told[0] == "endless-rows"
    assert told[2] == f"`{path}` has more than 1,000,000 characters in the names of its columns"


@pytest.mark.parametrize("sign", ["\v", "\f", "\x1c", "\x85", "\u2028"])
def test_signs_that_end_lines_elsewhere_end_none_of_a_table(sign, tmp_path):
    """Places are found where a table holds them, also that of a letter whose encoding is guessed."""
    path = tmp_path / "a.csv"
    guessed = ord(sign) < 0x80
    path.write_bytes(f"x,y\n1{sign}2,é\n3,4,5\n".encode("cp1252" if guessed else "utf-8"))
    source, diagnostics = opened(path)
    assert source is None
    places = {code: place for code, place, *_ in said(diagnostics)}
    assert places["long-row"] == "a.csv:3:5"
    assert places.get("guessed-encoding") == ("a.csv:2:5" if guessed else None)
