"""What the decks of all rows credit, as one list."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.projects import Project, run

DECK = """\
title: Sales in {{ region }}
rows: {file: ../regions.csv, where: "{{ sales }} > 100"}
slides:
  - title: "{{ region }}"
    image: {file: "../assets/{{ picture }}.png", alt: A harbour, credit: "{{ by }}"}
  - title: "{{ sales | ,.0f }}"
    text: By hand.
    credits: [All offices]
"""
TABLE = "region,sales,picture,by\nNorth,99,north,A\nSouth,200,north,B\nWest,300,west,C\nEast,400,north,B\n"


@pytest.fixture
def project(tmp_path, monkeypatch) -> Project:
    """A project of a deck for each row of a table, with two pictures."""
    project = Project(tmp_path)
    project.picture("assets/north.png")
    project.picture("assets/west.png", size=(80, 60))
    (tmp_path / "regions.csv").write_text(TABLE)
    project.write(DECK)
    monkeypatch.chdir(tmp_path)
    return project


def test_a_work_of_several_rows_is_told_once_with_their_numbers(project):
    """In each form. Rows that the condition leaves out are none."""
    listed = run("credits", "decks/deck.yaml")
    assert (listed.exit_code, listed.stderr) == (0, "")
    assert [line.split() for line in listed.stdout.splitlines() if line[:1].isdigit()] == [
        ["2", "pictures", "and", "1", "other", "credit", "in", "3", "decks", "of", "decks/deck.yaml"],
        ["2,", "4", "1", "assets/north.png", "Picture:", "B"],
        ["3", "1", "assets/west.png", "Picture:", "C"],
        ["2-4", "2", "text", "Text", "after:", "All", "offices"],
    ]
    (deck,) = json.loads(run("credits", "decks/deck.yaml", "-f", "json").stdout)["decks"]
    assert (deck["rows"], deck["title"]) == (3, "Sales in {{ region }}")
    assert [(work["text"], work["rows"]) for work in deck["works"]] == [
        ("Picture: B", [2, 4]),
        ("Picture: C", [3]),
        ("Text after: All offices", [2, 3, 4]),
    ]
    cells = [*csv.DictReader(io.StringIO(run("credits", "decks/deck.yaml", "-f", "csv").stdout))]
    assert [(one["file"], one["rows"]) for one in cells] == [
        ("assets/north.png", "2, 4"),
        ("assets/west.png", "3"),
        ("", "2-4"),
    ]


def test_one_row_is_listed_alone(project):
    """As a deck without rows is."""
    listed = run("credits", "decks/deck.yaml", "--row", "1", "-f", "json")
    (deck,) = json.loads(listed.stdout)["decks"]
    assert (deck["rows"], deck["title"]) == (None, "Sales in North")
    assert [(work["text"], work["rows"]) for work in deck["works"]] == [
        ("Picture: A", []),
        ("Text after: All offices", []),
    ]
    refused = run("credits", "decks/deck.yaml", "--row", "1", "--limit", "2")
    assert refused.exit_code == 2
    assert "`--row` takes one row of the deck's own table: leave `--limit` out" in refused.stderr


def test_options_choose_rows_and_the_table(project):
    """As those of `build` do."""
    (project.folder / "other.csv").write_text("region,sales,picture,by\nFar,900,west,D\n")
    listed = run("credits", "decks/deck.yaml", "--rows", "other.csv").stdout
    assert "1 picture and 1 other credit in 1 deck of" in listed and "Picture: D" in listed
    listed = run("credits", "decks/deck.yaml", "--where", "region != 'South'", "--limit", "1").stdout
    assert "Picture: C" in listed and "Picture: B" not in listed


def test_a_row_with_a_mistake_is_not_listed_and_others_are(project):
    """A lawyer hears of it, and the exit code is 1."""
    (project.folder / "regions.csv").write_text(TABLE.replace("300,west", "300,lost"))
    listed = run("credits", "decks/deck.yaml")
    assert listed.exit_code == 1
    assert "row 3 (line 4 of regions.csv)" in listed.stderr
    assert "in 2 decks of decks/deck.yaml" in listed.stdout and "Picture: C" not in listed.stdout
