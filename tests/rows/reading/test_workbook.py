"""Rows of workbooks: what their cells mean, merged ones, and what is refused."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.budget.rows import SHEET_CELLS
from deckmaker.budget.workbooks import WORKBOOK_PART_BYTES
from deckmaker.dataclasses import replace
from deckmaker.source.workbook import SheetStream, read_workbook
from tests.rows.reading import opened, said, texts
from tests.source.test_workbook import NS, packed


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    return tmp_path / "rows.xlsx"


def write(path: Path, lines: list[list[Any]], name: str = "Regions") -> None:
    """Write a workbook with a sheet."""
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet(name)
        for number, line in enumerate(lines):
            for column, one in enumerate(line):
                sheet.write(number, column, one)


def test_a_sheet_without_rows_is_answered_with_the_others(rows):
    """A title page before the table, as offices have it."""
    with xlsxwriter.Workbook(rows) as book:
        book.add_worksheet("Cover").write(0, 0, "Regions in 2026")
        book.add_worksheet("Figures").write_column(0, 0, ["region", "North"])
    _, diagnostics = opened(rows)
    ((code, *_, help),) = said(diagnostics)
    assert code == "no-rows"
    assert help == "this is its first sheet, `Cover`: name another with `--sheet`, one of `Figures`"
    assert texts(rows, sheet="Figures") == [("region",), ("North",)]


def test_cells_are_what_they_mean(rows):
    """Days are ISO 8601, shares have their sign, and a formula is the value that was last worked out."""
    with xlsxwriter.Workbook(rows) as book:
        sheet = book.add_worksheet()
        day, share = book.add_format({"num_format": "d. mmm yyyy"}), book.add_format({"num_format": "0%"})
        sheet.write_row(0, 0, ["region", "day", "share", "sum", "text"])
        sheet.write(1, 0, "Nörd")
        sheet.write_datetime(1, 1, datetime(2026, 11, 27), day)
        sheet.write(1, 2, 0.354, share)
        sheet.write_formula(1, 3, "=1+0.5", None, 1.5)
        sheet.write_string(1, 4, "=cmd|' /C calc'!A0")
    source, diagnostics = opened(rows)
    assert source and [one[0] for one in said(diagnostics)] == ["stale-formula"]  # XlsxWriter works nothing out
    (row,) = source
    assert row.texts == ("Nörd", "2026-11-27", "35.4%", "1.5", "=cmd|' /C calc'!A0")
    assert [source.columns.decimal(column, "comma") for column in (2, 3)] == ["point", "point"]


def test_numbers_of_the_workbook_tell_nothing_of_those_in_texts(rows):
    """They have a point in the file, in whatever country it was saved."""
    write(rows, [["region", "share", "people"], ["North", 5.5, "1.234"]])
    source, _ = opened(rows)
    assert source and [source.columns.decimal(column, "comma") for column in (1, 2)] == ["point", None]


def test_numbers_of_the_workbook_are_sure_and_tell_nothing_of_texts_below_them(rows):
    """`1.234` below 2.5 is asked for, as it may be a thousand; 4.125 alone is no question."""
    write(rows, [["region", "share", "people"], ["North", 4.125, 2.5], ["South", 1.234, "1.234"], ["West", "n/a", ""]])
    source, _ = opened(rows)
    assert source and [source.columns.decimal(column, "comma") for column in (1, 2)] == ["point", None]


def test_numbers_beside_texts_with_another_sign_are_asked_for(rows):
    """A column has one sign: by that of the text `2,5`, the number 1.234 would be a thousand; 12 is the same."""
    write(rows, [["region", "share", "people"], ["North", 1.234, 12], ["South", "2,5", "2,5"]])
    source, _ = opened(rows)
    assert source and [source.columns.decimal(column, "comma") for column in (1, 2)] == [None, "comma"]
    assert source.columns.decimal(1, "point") is None


def test_a_row_is_that_of_the_sheet(rows):
    """Titles above the names, an empty row and columns to the left count."""
    write(rows, [["", "Sales of 2025"], [], ["", "region", "sales"], ["", "North", 1], [], ["", "South"]])
    source, diagnostics = opened(rows)
    assert source and [(row.number, row.line, row.texts) for row in source] == [
        (1, 4, ("North", "1")),
        (2, 6, ("South", "")),
    ]
    assert [one[:2] for one in said(diagnostics)] == [("lines-above-header", "rows.xlsx:Regions!B1")]


def test_what_stands_in_merged_cells_is_meant_for_each_row(rows):
    with xlsxwriter.Workbook(rows) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["country", "region"])
        sheet.merge_range(1, 0, 3, 0, "Chile")
        sheet.write_column(1, 1, ["North", "South", "West"])
        sheet.write_row(4, 0, ["Peru", "East"])
    assert texts(rows)[1:] == [("Chile", "North"), ("Chile", "South"), ("Chile", "West"), ("Peru", "East")]


def test_a_sheet_is_named(rows):
    with xlsxwriter.Workbook(rows) as book:
        book.add_worksheet("Notes").write(0, 0, "Nothing here")
        sheet = book.add_worksheet("Regions")
        sheet.write_column(0, 0, ["region", "North"])
    assert texts(rows, sheet="Regions") == [("region",), ("North",)]
    source, diagnostics = opened(rows, sheet="Region")
    assert source is None
    assert said(diagnostics) == [
        ("unknown-sheet", "", f"`{rows}` has no sheet `Region`", "did you mean `Regions`?"),
    ]


def test_what_is_amiss_is_told_with_its_cell(rows):
    write(rows, [["region", "sales"], ["North", 1, "x"], ["South", 2]])
    source, diagnostics = opened(rows)
    assert source is None
    assert [one[:3] for one in said(diagnostics)] == [
        ("long-row", "rows.xlsx:Regions!C2", "a row has 3 cells: expected 2")
    ]


def test_a_text_to_the_left_of_all_names_is_told(rows):
    write(rows, [["", "region"], *([["", "North"]] * 250), ["x", "South"]])
    source, diagnostics = opened(rows)
    assert source is None
    assert [one[:2] for one in said(diagnostics)] == [("unusable-table", "rows.xlsx:Regions!A252")]


def test_what_csv_files_have_is_no_part_of_a_workbook(rows):
    write(rows, [["region"], ["North"]])
    _, diagnostics = opened(rows, delimiter="comma")
    assert [one[2] for one in said(diagnostics)] == [f"`{rows}` is a workbook, which has no `delimiter`"]


ROW = '<row r="{0}"><c r="A{0}" t="inlineStr"><is><t>x</t></is></c></row>'
WRONG = {
    "rows out of order": (
        packed(ROW.format(1) + ROW.format(3) + ROW.format(2)),
        "is broken: its rows are out of order",
    ),
    "a formula without a value": (
        packed(f'{ROW.format(1)}<row r="2"><c r="A2"><f>1+1</f></c></row>'),
        "holds a formula in `A!A2` that nobody has worked out",
    ),
    "no package": (b"PK\x03\x04 nothing", "is no workbook"),
    "an old form": (b"\xd0\xcf\x11\xe0", "is a workbook of the old form, or has a password"),
}


@pytest.mark.parametrize(("content", "what"), WRONG.values(), ids=WRONG)
def test_a_workbook_that_cannot_be_read_is_refused(content, what, rows):
    rows.write_bytes(content)
    source, diagnostics = opened(rows)
    assert source is None
    assert [(one.code, one.message) for one in diagnostics] == [("unusable-table", f"`{rows}` {what}")]


def test_a_packed_bomb_is_not_unpacked(rows, monkeypatch):
    """Of a part, no more than a bound is."""
    most = replace(WORKBOOK_PART_BYTES, most=1_000_000)
    monkeypatch.setattr("deckmaker.source.workbook.package.WORKBOOK_PART_BYTES", most)
    rows.write_bytes(packed(ROW.format(1), **{"xl/worksheets/sheet1.xml": f'<worksheet xmlns="{NS}">{" " * 10**7}'}))
    assert rows.stat().st_size < 20_000
    source, diagnostics = opened(rows)
    assert source is None
    assert [one.message for one in diagnostics] == [
        f"`{rows}` holds more than 1,000,000 unpacked bytes in `xl/worksheets/sheet1.xml`"
    ]


@pytest.mark.parametrize(
    ("sheet", "what"),
    [
        ('<row r="{0}"><c r="XFD{0}"><v>1</v></c></row>', "holds more than"),
        ('<row r="{0}"><c r="A{0}"><v>1</v></c></row>', "merges more cells than anybody does"),
    ],
)
def test_work_is_bounded(sheet, what, rows, monkeypatch):
    """Of cells that are far out, and of ranges that lie over each other."""
    most = replace(SHEET_CELLS, most=100_000)
    monkeypatch.setattr("deckmaker.source.workbook.streaming.SHEET_CELLS", most)
    merged = '<mergeCell ref="A1:A1000"/>' * 1_000
    lines = "".join(sheet.format(number) for number in range(1, 1_000))
    content = f'<worksheet xmlns="{NS}"><sheetData>{lines}</sheetData><mergeCells>{merged}</mergeCells></worksheet>'
    rows.write_bytes(packed("", **{"xl/worksheets/sheet1.xml": content}))
    source, diagnostics = opened(rows)
    assert source is None
    assert what in next(one.message for one in diagnostics)


CELLS = st.dictionaries(st.tuples(st.integers(0, 5), st.integers(0, 4)), st.sampled_from(["a", "b", "1"]), max_size=12)
RANGES = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 4), st.integers(1, 5)), max_size=3)


@pytest.mark.slow
@given(CELLS, RANGES)
def test_row_by_row_a_sheet_is_read_as_if_it_were_whole(cells, ranges):
    """Merged cells among them, whatever they lie over."""
    lines = "".join(
        f'<row r="{row + 1}">'
        + "".join(
            f'<c r="{"ABCDE"[column]}{row + 1}" t="str"><v>{text}</v></c>'
            for (at, column), text in sorted(cells.items())
            if at == row
        )
        + "</row>"
        for row in range(6)
    )
    merged = "".join(
        f'<mergeCell ref="{"ABCDE"[column]}{row + 1}:{"ABCDE"[column]}{row + 1 + count}"/>'
        for row, column, count in ranges
        if not any(other != (row, column, count) and other[1] == column for other in ranges)
    )
    content = f'<worksheet xmlns="{NS}"><sheetData>{lines}</sheetData><mergeCells>{merged}</mergeCells></worksheet>'
    book = packed("", **{"xl/worksheets/sheet1.xml": content})
    assert [(row.number, row.cells) for row in SheetStream("b.xlsx", book).rows()] == [
        (row.number, row.cells) for row in read_workbook("b.xlsx", book).rows
    ]


def test_formulas_that_nobody_has_worked_out_are_told_of_once(rows):
    """As in tables: decks would show 0, or the number of last year."""
    with xlsxwriter.Workbook(rows) as book:
        sheet = book.add_worksheet("Regions")
        for number, line in enumerate([["region", "people"], ["North", 5], ["South", "=B2*2"], ["East", "=B2*3"]]):
            sheet.write_row(number, 0, line)
    source, diagnostics = opened(rows)
    assert source
    assert said(diagnostics) == [
        (
            "stale-formula",
            "rows.xlsx:Regions!B3",
            f"`{rows}` is to work out this formula and 1 more anew when it is opened: a program left the value, and it "
            "may be wrong",
            "open it in a spreadsheet and save it",
        )
    ]
