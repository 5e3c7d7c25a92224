"""Tables from workbooks: cells as they are meant, and places by sheet and cell."""

from __future__ import annotations

from datetime import date

from tests.projects import Project
from tests.resolve.charts.reading import workbook
from tests.resolve.tables.reading import table_of, texts

ROWS = [
    ["Berth", "Day", "Level", "Share"],
    ["Berth 4", date(2024, 3, 5), 62.5, 0.5],
    ["Berth 5", date(2024, 3, 6), 1234.25, 0.125],
]


def project(folder, *sheets, **formats):
    """Return a project with a workbook."""
    made = Project(folder)
    (folder / "decks" / "noise.xlsx").write_bytes(workbook(*sheets, **formats))
    return made


def test_a_table_shows_a_sheet(tmp_path):
    """Dates and percents as such; numbers in the deck's language where a column asks for it."""
    made = project(tmp_path, ("Noise", ROWS), formats={1: "d.m.yy", 3: "0.0%"})
    entry = "file: noise.xlsx\ncolumns: [Berth, Day, {from: Level, decimals: 1}, Share]\n"
    assert texts(table_of(made, entry)) == [
        ["Berth", "Day", "Level", "Share"],
        ["Berth 4", "2024-03-05", "62.5", "50%"],
        ["Berth 5", "2024-03-06", "1,234.3", "12.5%"],
    ]


def test_titles_and_empty_rows_above_and_beside_it_are_left_out(tmp_path):
    """As people lay out their sheets."""
    rows = [
        ["", "Noise 2024"],
        [],
        ["", "Berth", "Level", "Hour"],
        ["", "Berth 4", 62.5, 3],
        [],
        ["", "Berth 5", 58, ""],
    ]
    made = project(tmp_path, ("Noise", rows))
    found = table_of(made, "file: noise.xlsx\nskip: 2\n")
    assert texts(found) == [["Berth", "Level", "Hour"], ["Berth 4", "62.5", "3"], ["Berth 5", "58", ""]]


def test_messages_name_the_cell(tmp_path):
    """Of the sheet that is read."""
    made = project(tmp_path, ("Noise", [["Berth", "Level"], ["Berth 4", "loud"]]))
    (one,) = made.read(
        "title: A\nslides:\n  - title: A\n  - title: B\n"
        "    table: {file: noise.xlsx, columns: [Berth, {from: Level, decimals: 1}]}\n"
    )[1]
    assert one.code == "not-a-number" and one.span and one.span.place.endswith("noise.xlsx:Noise!B2")
