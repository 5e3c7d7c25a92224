"""Tables from CSV files: found as pictures are, and read as data, in which no sign is a mark."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from deckmaker.budget.tables import TABLE_FILE_BYTES
from deckmaker.model import Align, Run, Table
from tests.projects import Project
from tests.resolve.tables.reading import resolved, table_of, texts


@pytest.fixture
def project(tmp_path):
    """Return a project with a table."""
    made = Project(tmp_path)
    (tmp_path / "noise.csv").write_bytes(b"Berth;Level;Note\r\n Berth 4 ;1.062,5;**loud** ~2~\r\nBerth 5;58;\r\n")
    return made


def test_a_file_is_read_with_its_names_and_its_decimal_sign(project):
    """Stars and tildes in data stay; the path alone may stand for the table."""
    table = table_of(project, "file: ../noise.csv\ncolumns: [Berth, {from: Level, decimals: 1, unit: dB}, Note]\n")
    assert texts(table) == [
        ["Berth", "Level", "Note"],
        ["Berth 4", "1,062.5\u00a0dB", "**loud** ~2~"],
        ["Berth 5", "58.0\u00a0dB", ""],
    ]
    assert table.rows[1].cells[2].paragraph.runs == (Run("**loud** ~2~"),)
    assert table.columns[1].align is Align.DECIMAL
    assert texts(table_of(project, "../noise.csv\n"))[0] == ["Berth", "Level", "Note"]


def test_a_name_that_the_deck_gives_a_files_column_has_its_marks(project):
    """It is a text of the deck."""
    table = table_of(project, "file: ../noise.csv\ncolumns: [{from: Level, name: L~eq~}]\n")
    assert table.rows[0].cells[0].paragraph.runs == (Run("L"), Run("eq", script=-1))


def test_cells_and_rows_have_their_places_in_the_file(project):
    """Messages lead there."""
    table = table_of(project, "file: ../noise.csv\n")
    span = table.rows[1].cells[1].paragraph.span
    assert span and os.path.basename(span.source.name) == "noise.csv"
    assert (span.line, span.column, span.end_column) == (2, 11, 18)
    assert table.rows[2].span and table.rows[2].span.place.endswith("noise.csv:3:1")


def test_a_file_without_names_has_numbers(project):
    """Where the deck says that its first line is none of names."""
    (project.folder / "plain.csv").write_text("b,2\na,1\n")
    table = table_of(project, "file: ../plain.csv\nheader: 0\nsort: 1\n", off="headerless-table")
    assert (table.header_rows, texts(table)) == (0, [["a", "1"], ["b", "2"]])


def test_a_line_that_ends_with_delimiters_has_no_more_cells(project):
    """As spreadsheets write them beside a longer row that was deleted."""
    (project.folder / "tail.csv").write_text("a,b\n1,2,,\n")
    assert texts(table_of(project, "file: ../tail.csv\ndelimiter: comma\n")) == [["a", "b"], ["1", "2"]]


@pytest.mark.slow
def test_an_excerpt_of_a_long_file_is_picked(project):
    """More rows than a table shows can be read, as long as it shows fewer."""
    (project.folder / "long.csv").write_text("n,square\n" + "".join(f"{n},{n * n}\n" for n in range(12_000)))
    table = table_of(project, "file: ../long.csv\nsort: -square\nmost: 2\n")
    assert texts(table)[1:] == [["11999", "143976001"], ["11998", "143952004"]]
    assert "error[endless-table]: the table has 12,001 rows" in resolved(project, "file: ../long.csv\n")[1]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_not_waited_for(project):
    """Nor is a device read."""
    os.mkfifo(project.folder / "pipe.csv")
    assert "error[missing-file]: `../pipe.csv` is not a file" in resolved(project, "file: ../pipe.csv\n")[1]
    os.symlink("/dev/zero", project.folder / "zero.csv")
    assert "error[outside-project]: `../zero.csv` leads" in resolved(project, "file: ../zero.csv\n")[1]


def test_a_file_that_is_too_large_is_not_read(project, monkeypatch):
    """The message says how large a file may be."""
    monkeypatch.setattr("deckmaker.resolve.tables.in_file.TABLE_FILE_BYTES", replace(TABLE_FILE_BYTES, most=10))
    assert resolved(project, "file: ../noise.csv\n")[1].startswith(
        "error[unusable-table]: `../noise.csv` has 63 bytes: a table's file may have 10\n"
    )


def test_a_file_that_may_not_be_read_is_told(project):
    """With what the system says."""
    path = project.folder / "noise.csv"
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user reads everything")
    assert "`../noise.csv` cannot be read: permission denied" in resolved(project, "file: ../noise.csv\n")[1]


def test_characters_of_a_file_are_checked_where_they_stand(project):
    """As those of the deck are."""
    (project.folder / "bell.csv").write_text("a,b\n1,x\x07\n")
    said = resolved(project, "file: ../bell.csv\n")[1]
    assert said.splitlines()[:2] == [
        "error[unusable-character]: the text holds U+0007, which no output can show",
        " --> bell.csv:2:4",
    ]


def test_lines_above_the_names_are_left_out_with_a_warning(project):
    """Or as the deck says."""
    lines = "Umsatzbericht 2025\nStand 1.1.2026\n\nStandort;Umsatz;Anteil\nBerlin;1.234,50;12 %\nKiel;980,00;9 %\n"
    (project.folder / "report.csv").write_text(lines)
    deck, said = resolved(project, "file: ../report.csv\n")
    (table,) = deck.slides[0].blocks
    assert isinstance(table, Table)
    assert [row[0] for row in texts(table)] == ["Standort", "Berlin", "Kiel"]
    assert "warning[lines-above-header]: `../report.csv` has 3 lines above" in said and "`skip: 3`" in said
    assert texts(table_of(project, "file: ../report.csv\nskip: 3\n")) == texts(table)
    assert "error[long-row]" in resolved(project, "file: ../report.csv\nskip: 0\n")[1]
