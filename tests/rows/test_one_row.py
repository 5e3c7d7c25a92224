"""The deck of one row for commands that look at one deck, and what is said where there is no such row."""

from __future__ import annotations

import json
import subprocess

import pytest

from deckmaker.messages import MessageOptions
from deckmaker.preview.desk import Desk
from tests.projects import Project, run

DECK = """\
title: Sales in {{ region }}
rows: {file: ../regions.csv, where: "{{ sales }} > least"}
variables: {least: 100}
slides:
  - title: "{{ region }}: {{ sales | ,.1f }}"
    text: By hand.
    credits: ["Office of {{ region }}"]
"""
TABLE = "region;sales\nNorth;99,5\nSouth;1.000,5\nWest;2.000,5\nEast;many\n"


@pytest.fixture
def project(tmp_path):
    """A project of a deck for each row of a table."""
    project = Project(tmp_path)
    (tmp_path / "regions.csv").write_text(TABLE)
    project.write(DECK)
    return project


def titles(project: Project, *options: str) -> list[str]:
    """Return the titles that `deckmaker show` tells of."""
    result = run("show", project.deck, "-f", "json", *options)
    assert result.exit_code == 0, result.stderr
    return [page["title"] for deck in json.loads(result.stdout)["decks"] for page in deck["pages"]]


def test_show_takes_the_first_row_that_is_meant_or_that_of_a_number(project):
    """Rows after it are not looked at; one that the condition leaves out can be looked at all the same."""
    assert titles(project) == ["South: 1,000.5"]
    assert titles(project, "--row", "3") == ["West: 2,000.5"]
    assert titles(project, "--row", "1") == ["North: 99.5"]


def test_credits_and_fonts_are_those_of_the_row(project):
    """Each command has the option."""
    assert "Office of West" in run("credits", project.deck, "--row", "3").stdout
    project.write(DECK.replace("title: Sales", "theme: '{{ theme }}'\ntitle: Sales"))
    (project.folder / "regions.csv").write_text("region;sales;theme\nNorth;200;briefing\nSouth;300;statement\n")
    fonts = [run("fonts", project.deck, "-f", "json", "--row", row) for row in "12"]
    assert not any(one.exit_code for one in fonts) and fonts[0].stdout != fonts[1].stdout


def test_who_lists_one_row_that_nobody_named_says_so(project, monkeypatch):
    """A list of what a deck uses is read by those who answer for all of them."""
    monkeypatch.chdir(project.folder)
    listed = run("fonts", "decks/deck.yaml")
    assert listed.exit_code == 0
    assert (
        listed.stderr
        == """\
warning[one-row-only]: this is what the deck of row 2 (line 3 of regions.csv) has: other rows may have other themes \
and fonts
 --> decks/deck.yaml:2:1
  |
2 | rows: {file: ../regions.csv, where: "{{ sales }} > least"}
  | ^^^^
  = help: name a row, as in `--row 1`, and list those that differ

1 warning
"""
    )
    assert run("fonts", project.deck, "--row", "2").stderr == ""
    assert run("show", project.deck).stderr == ""


@pytest.mark.parametrize(
    ("deck", "options", "said"),
    [
        (
            DECK,
            ("--row", "7"),
            """\
error[unknown-row]: `regions.csv` has no row 7
 --> decks/deck.yaml:2:14
  |
2 | rows: {file: ../regions.csv, where: "{{ sales }} > least"}
  |              ^^^^^^^^^^^^^^
  = help: it has 4 rows""",
        ),
        (
            DECK.replace(">", "<").replace("least: 100", "least: 1"),
            (),
            """\
error[unusable-variable]: `sales` is `many`: expected a number
 --> decks/deck.yaml:2:38
  |
2 | rows: {file: ../regions.csv, where: "{{ sales }} < least"}
  |                                      ^^^^^^^^^^^
  = note: row 4 (line 5 of regions.csv), column `sales`
  = help: mend the value, or ask first whether it is one that counts""",
        ),
        (DECK.replace("sales }} > least", "region }} = 'Mars'"), (), "no row of `regions.csv` is left by"),
        (DECK.replace("> least", "=> least"), (), "error[condition-syntax]: `=>` means nothing in a condition"),
        (DECK.replace("regions", "none"), (), "error[missing-file]: `../none.csv` is not a file"),
        ("title: T\nslides:\n  - title: A\n", ("--row", "2"), "there is no row 2: the deck has no `rows`"),
    ],
)  # fmt: skip
def test_what_is_said_where_there_is_no_such_row(project, deck, options, said):
    """With its place, and nothing is shown."""
    project.write(deck)
    result = run("show", project.deck, *options)
    assert result.exit_code == 1 and not result.stdout
    shown = result.stderr.replace(f"{project.folder}/", "")
    assert said in shown
    assert "internal" not in shown


def test_the_preview_follows_the_table(project):
    """It looks at the row again where the table changes: the table is one of the files that it watches."""
    desk = Desk(project.deck, MessageOptions(), None, 2)
    first = desk.look()
    assert first.read.document.title == "Sales in South", first.messages
    table = project.folder / "regions.csv"
    assert table in first.marks
    table.write_text(TABLE.replace("South", "Southwest"))
    assert desk.look().read.document.title == "Sales in Southwest"
    table.write_text("region;sales\n")
    assert desk.look().failed


@pytest.mark.slow
def test_two_states_of_a_table_are_compared(project, monkeypatch):
    """As two states of the deck: both of the same row."""
    git = [
        "git",
        "-C",
        str(project.folder),
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@b.c",
        "-c",
        "commit.gpgsign=false",
    ]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "A"]):
        subprocess.run([*git, *command], check=True)
    (project.folder / "regions.csv").write_text(TABLE.replace("2.000,5", "2.500"))
    monkeypatch.chdir(project.folder)
    result = run("diff", "HEAD:decks/deck.yaml", "decks/deck.yaml", "--row", "3", "-f", "json")
    assert result.exit_code == 1, result.stderr  # they differ
    assert "West: 2,500.0" in result.stdout and "West: 2,000.5" in result.stdout
