"""A table as an office has it: what `docs/rows.md` says of each oddity, and what the decks show."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from tests.projects import Project, run

DECK = """\
title: "{{ Schule }}"
language: de
rows:
  file: ../schulen.xlsx
  sheet: Schulen
  where: Nr is not empty
  name: "{{ Schule }} {{ Nr }}"
slides:
  - title: "{{ Schule }}"
    text: >-
      {{ Anteil Ganztag | .1% }} Ganztag, {{ "Budget (Tsd. €)" | ,.1f }} Tsd. Euro, {{ Besuch | date }},
      {{ Notiz | default "nichts" }}; {{ Anteil Ganztag }} am {{ Besuch }}
"""
HEADER = ["Schule", "Nr", "Anteil Ganztag", None, "Budget (Tsd. €)", "Besuch", "Notiz"]
ROWS = [
    ["Nord", "007", 0.421, None, "1.234,5", date(2026, 11, 27), "neu"],
    None,
    ["Süd", "008", 0.5, None, "99,25", date(2026, 12, 1), None],
    ["Nord", "009", 1, None, "2.000", date(2027, 1, 4), None],
    None,
    ["Summe", None, None, None, "3.333,75", None, None],
]


@pytest.fixture
def project(tmp_path, monkeypatch) -> Project:
    """A workbook of two sheets, the second with a merged title, empty rows and an empty column."""
    project = Project(tmp_path)
    with xlsxwriter.Workbook(tmp_path / "schulen.xlsx") as book:
        book.add_worksheet("Notizen").write(0, 0, "nur intern")
        sheet = book.add_worksheet("Schulen")
        day, share = book.add_format({"num_format": "dd.mm.yyyy"}), book.add_format({"num_format": "0.0%"})
        sheet.merge_range(0, 0, 0, 6, "Schulen 2026")
        for number, row in enumerate([HEADER, *ROWS], 2):
            for column, cell in enumerate(row or []):
                if isinstance(cell, date):
                    sheet.write_datetime(number, column, cell, day)
                elif cell is not None:
                    sheet.write(number, column, cell, share if column == 2 and number > 2 else None)
    project.write(DECK)
    monkeypatch.chdir(tmp_path)
    return project


@pytest.mark.slow
def test_each_row_is_a_deck_and_each_oddity_is_as_the_page_says(project):
    """Lines above the names and empty lines are none, and neither is the line of totals."""
    built = run("build", "decks/deck.yaml", "-f", "md")
    assert built.exit_code == 0, built.stderr
    assert [line for line in built.stderr.splitlines() if line.startswith(("error", "warning"))] == [
        "warning[lines-above-header]: `../schulen.xlsx` has 2 lines above the names of its columns, which are left out"
    ]
    said = {
        path.stem: path.read_text(encoding="utf-8").replace("\u00a0", " ") for path in Path("build/deck").glob("*.md")
    }
    assert sorted(said) == ["Nord 007", "Nord 009", "Süd 008"]
    assert "42,1 % Ganztag, 1.234,5 Tsd. Euro, 27. Nov. 2026, neu; 42.1% am 2026-11-27" in said["Nord 007"]
    assert "50,0 % Ganztag, 99,3 Tsd. Euro, 1. Dez. 2026, nichts" in said["Süd 008"]
    assert "100,0 % Ganztag, 2.000,0 Tsd. Euro" in said["Nord 009"]


def test_without_its_sheet_the_others_are_named(project):
    """By the key, or by the option."""
    project.write(DECK.replace("  sheet: Schulen\n", ""))
    checked = run("check", "decks/deck.yaml")
    assert checked.exit_code == 1
    assert "name another with `sheet:` beside `file:`, one of `Schulen`" in checked.stderr
    assert run("check", "decks/deck.yaml", "--sheet", "Schulen", "--limit", "1").exit_code == 0
    assert "name another with `--sheet`, one of" in run("check", "decks/deck.yaml", "--rows", "schulen.xlsx").stderr
