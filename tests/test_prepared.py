"""Decks of rows, made of one that is read once, are those of fresh processes, byte for byte, whatever came before."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.printer import json_line
from deckmaker.localization.typed_numbers import evidence
from deckmaker.output import OutputFolder
from deckmaker.pipeline import build, read_stages, stages_of
from deckmaker.prepared import prepare_for_rows
from deckmaker.values.row import Columns, Row
from tests.projects import Project, environment

NAMES = ("region", "sales", "tongue", "theme", "picture")
ROWS = [
    ("North", "1.234,5", "de", "briefing", "a.png"),
    ("South", "0", "en-GB", "statement", "a.png"),
    ("West", "12,5", "de", "briefing", "none.png"),
]
COLUMNS = Columns("regions.csv", NAMES, tuple(evidence(column) for column in zip(*ROWS, strict=True)))
FORMATS = ("pptx", "pdf", "html")

DECK = """\
title: Sales in {{ region }}
language: "{{ tongue }}"
theme: "{{ theme }}"
date: 2026-11-27
slides:
  - {title: "Sales in {{ region }}", notes: "{{ sales | ,.1f }}"}
  - include: ../more.yaml
  - title: Sold
    if: sales > 0
    chart: {type: bar, file: ../data/sold.csv, x: Year, y: [A], where: {Region: "{{ region }}"}, alt: "{{ region }}"}
  - title: Where
    content:
      - Everywhere.
      - {text: "Much, in {{ region }}.", if: sales > 10}
    image: {file: "../{{ picture }}", alt: A harbour, credit: own}
"""
MORE = """\
- {title: How we counted, section: Notes, text: By hand., table: {rows: [[A, B], [1, 2], [3, 4]]}, credits: [An office]}
- {title: "Of {{ region }}", bullets: [One, "{{ region }}"]}
"""

FRESH = """\
import pickle, sys
from pathlib import Path
from tests.test_prepared import one_by_one
deck, rows, folder = pickle.loads(sys.stdin.buffer.read())
sys.stdout.buffer.write(pickle.dumps(one_by_one(deck, rows, folder)))
"""


@pytest.fixture
def project(tmp_path):
    """A project of a deck with all that may depend on a row, and much that does not."""
    project = Project(tmp_path)
    project.picture("a.png")
    (tmp_path / "more.yaml").write_text(MORE)
    (tmp_path / "data").mkdir()
    lines = [f"{row[0]},{year},{(at * 7 + year) % 11}" for at, row in enumerate(ROWS) for year in (2024, 2025, 2026)]
    (tmp_path / "data" / "sold.csv").write_text("\n".join(["Region,Year,A", *lines]))
    project.write(DECK)
    return project


def rows() -> list[Row]:
    """Return the rows of the table."""
    return [Row(number, number + 1, texts, COLUMNS) for number, texts in enumerate(ROWS, 1)]


def one_by_one(deck: Path, rows: list[Row], folder: Path) -> list[str]:
    """Build the deck of each row, each read alone; return what is said."""
    found = []
    for row in rows:
        diagnostics = Diagnostics()
        found.append(built(read_stages(deck, diagnostics, row=row), row, folder, diagnostics))
    return found


def built(read, row: Row, folder: Path, diagnostics: Diagnostics) -> str:
    """Write what came of a row, and return what is said of it."""
    if read:
        build(read.document, row.texts[0], FORMATS, OutputFolder(folder), diagnostics)
    return "\n".join(map(json_line, diagnostics))


@pytest.mark.slow
def test_each_deck_is_that_of_a_fresh_process(project):
    """Each row before and after each other: one with mistakes, one in another language and another theme."""
    prepared = prepare_for_rows(project.deck, Diagnostics())
    fresh = project.folder / "fresh"
    alone = [
        pickle.loads(
            subprocess.run(
                [sys.executable, "-c", FRESH],
                input=pickle.dumps((project.deck, [row], fresh)),
                capture_output=True,
                check=True,
                env=environment(),
            ).stdout
        )[0]
        for row in rows()
    ]
    assert ["missing-file" in said for said in alone] == [False, False, True]
    for turn, order in enumerate(((0, 1, 2), (2, 0))):
        for index in order:
            row, diagnostics = rows()[index], Diagnostics()
            folder = project.folder / f"turn{turn}"
            said = built(stages_of(prepared, diagnostics, row=row), row, folder, diagnostics)
            assert said == alone[index]
        names = [f"{rows()[index].texts[0]}.{format}" for index in {*order} - {2} for format in FORMATS]
        assert sorted(names) == sorted(one.name for one in folder.glob("[!.]*"))
        for name in names:
            assert (folder / name).read_bytes() == (fresh / name).read_bytes(), name


HOSTILE = st.text(max_size=12) | st.sampled_from(
    [
        "> 5",
        "-1",
        "[a](http://b.org)",
        "{{ sales }}",
        "../../x",
        "\ud800",
        "<b>",
        "|",
        "9" * 300,
        "a\nb",
        "de",
        "statement",
        "12,5",
    ]
)


@pytest.mark.slow
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE), min_size=2, max_size=4))
def test_whatever_rows_say_their_decks_are_those_that_are_read_alone(project, tables):
    """What a deck is, and what is said of it: nothing of one row is left for the next."""
    prepared = prepare_for_rows(project.deck, Diagnostics())
    for number, texts in enumerate((*tables, tables[0]), 1):
        row = Row(number, None, texts, COLUMNS)
        kept, alone = Diagnostics(), Diagnostics()
        found = stages_of(prepared, kept, flawed=True, row=row), read_stages(project.deck, alone, flawed=True, row=row)
        assert [*map(json_line, kept)] == [*map(json_line, alone)]
        documents = [read and read.document for read in found]
        assert documents[0] == documents[1]


def test_what_does_not_depend_on_the_row_is_kept(project):
    """Slides without values are laid out once; files are read once, and again when they have changed."""
    prepared = prepare_for_rows(project.deck, Diagnostics())
    other = Row(4, 5, ("West", "7,5", *ROWS[0][2:]), COLUMNS)
    first, last = (stages_of(prepared, Diagnostics(), row=row) for row in (rows()[0], other))
    pages = [read.document.pages for read in (first, last)]
    assert pages[0][1].placed[0] is pages[1][1].placed[0]
    assert pages[0][2].placed[0] is not pages[1][2].placed[0]
    table = project.folder / "data" / "sold.csv"
    table.write_text(table.read_text().replace("West,2026,", "West,2026,10"))
    (chart,) = stages_of(prepared, Diagnostics(), row=other).deck.slides[3].blocks
    assert max(chart.series[0].values) > 100


def test_slides_without_values_follow_the_language(project):
    """What a slide shows besides its own texts may depend on the row, too."""
    prepared = prepare_for_rows(project.deck, Diagnostics())
    for tongue in ("de", "en", "fr"):
        row = Row(1, 2, ("North", "5", tongue, "briefing", "a.png"), COLUMNS)
        found, alone = stages_of(prepared, Diagnostics(), row=row), read_stages(project.deck, Diagnostics(), row=row)
        assert found.document == alone.document


def test_what_is_said_of_a_table_is_said_for_each_row(project):
    """Also where the table is the same each time."""
    table = project.folder / "data" / "sold.csv"
    table.write_text("Sold in three years\n\n" + table.read_text())
    prepared = prepare_for_rows(project.deck, Diagnostics())
    for row in (rows()[0], rows()[0]):
        diagnostics = Diagnostics()
        assert stages_of(prepared, diagnostics, row=row)
        assert "lines-above-header" in {one.code for one in diagnostics}


def test_what_is_wrong_with_the_deck_itself_is_told_once(project):
    """While it is read; with that, no row has a deck. Where nothing of it can be read, there is nothing."""
    project.write(DECK.replace("include: ../more.yaml", "include: ../none.yaml"))
    found = Diagnostics()
    prepared = prepare_for_rows(project.deck, found)
    assert [(one.code, one.row) for one in found] == [("missing-file", None)]
    for row in rows()[:2]:
        diagnostics = Diagnostics()
        diagnostics.extend(found)
        assert stages_of(prepared, diagnostics, row=row) is None
        errors = [one for one in diagnostics if one.severity.value == "error"]
        assert [(one.code, one.row) for one in errors] == [("missing-file", None)]
    project.write("title: [")
    assert prepare_for_rows(project.deck, found) is None
