"""`deckmaker credits`: what goes to stdout and what to stderr, and which decks it lists."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from deckmaker.commands.credits import LEDGERS
from tests.projects import COMMAND, DECK, Project, environment, run

pytestmark = pytest.mark.slow

CREDITED = DECK + "    credit: A. Lind\n"
BROKEN = DECK + "    bulets: [a]\n"
TABLE = """\
0 pictures and 1 other credit in decks/deck.yaml

slides  work  credit
------  ----  -------------------
1       text  Text after: A. Lind
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project in the working folder, with one deck."""
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    project.write(CREDITED)
    return project


def test_the_ledger_is_a_table_on_stdout(project):
    """Exit 0, nothing to stderr; with `--quiet`, too: it is what was asked for."""
    for options in ((), ("-q",), ("decks/deck.yaml",), ("decks/deck.yaml", "decks/deck.yaml")):
        result = run("credits", *options)
        assert (result.exit_code, result.stdout, result.stderr) == (0, TABLE, "")


def test_a_deck_without_credits_has_an_empty_ledger(project):
    """In every form, and machines read that it is empty."""
    project.write(DECK)
    assert run("credits").stdout == "0 pictures and 0 other credits in decks/deck.yaml\n"
    assert len(run("credits", "-f", "csv").stdout_bytes.splitlines()) == 1
    assert json.loads(run("credits", "-f", "json").stdout)["decks"][0]["works"] == []
    assert [len(json.loads(run("credits", "-f", "spdx").stdout)["packages"])] == [1]
    assert "|" not in run("credits", "-f", "md").stdout


@pytest.mark.parametrize("form", LEDGERS)
def test_a_deck_with_errors_has_no_ledger(project, form):
    """Exit 1; the errors go to stderr, and nothing to stdout."""
    project.write(BROKEN)
    result = run("credits", "-f", form)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("error[unknown-key]: unknown key `bulets`")


def test_all_decks_that_can_be_read_are_listed_in_one_document(project):
    """A broken one does not hold them up; the exit code tells of it."""
    (project.folder / "decks/a.yaml").write_text(CREDITED)
    (project.folder / "decks/b.yaml").write_text(BROKEN)
    result = run("credits", "-f", "json")
    assert result.exit_code == 1 and "decks/b.yaml:4:5" in result.stderr
    assert [deck["deck"] for deck in json.loads(result.stdout)["decks"]] == ["decks/a.yaml", "decks/deck.yaml"]
    assert run("credits", "-f", "csv").stdout.count("A. Lind") == 2
    assert run("credits").stdout == f"{TABLE.replace('deck.yaml', 'a.yaml')}\n{TABLE}"


def test_warnings_go_to_stderr_and_into_the_ledger(project):
    """With `--strict` they are mistakes, and the ledger tells of them all the same: it is there for that."""
    project.write(CREDITED.replace("A. Lind", "{license: CC-BY-4.0, title: T}"))
    for options, code in ((), 0), (("--strict",), 1):
        result = run("credits", *options)
        assert result.exit_code == code
        assert "[incomplete-credit]: `CC BY 4.0` asks for its creator's name" in result.stderr
        assert "! incomplete-credit: `CC BY 4.0` asks for its creator's name" in " ".join(result.stdout.split())


def test_a_date_that_is_none_is_a_mistake_where_a_form_carries_one(project, monkeypatch):
    """SPDX alone does."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    result = run("credits", "-f", "spdx")
    assert (result.exit_code, result.stdout) == (1, "") and "error[source-date]" in result.stderr
    for form in LEDGERS[:-1]:
        assert run("credits", "-f", form).exit_code == 0


def test_files_are_named_from_the_project_wherever_the_user_stands(project, monkeypatch):
    """The ledger goes to people who have the project, not the user's folder."""
    project.picture("a.png")
    project.write(DECK + "    image: {file: ../a.png, alt: A, credit: B}\n")
    first = run("credits", "-f", "csv").stdout
    monkeypatch.chdir(project.folder / "decks")
    assert run("credits", "-f", "csv").stdout == run("credits", "-f", "csv", "deck.yaml").stdout == first
    assert '"decks/deck.yaml","1","a.png"' in first


def test_a_name_cannot_steer_a_terminal(project):
    """Its control characters are escapes, in every form."""
    path = project.picture("a.png")
    path.rename(path.with_name("a\x1b[31m\u202e.png"))
    project.write(DECK + '    image: {file: "../a\\x1b[31m\\u202e.png", alt: A, credit: B}\n')
    for form in LEDGERS:
        out = run("credits", "-f", form).stdout
        assert "\x1b" not in out and "\u202e" not in out
        assert "x1b" in out and "u202e" in out


@pytest.mark.parametrize("form", LEDGERS)
def test_bytes_are_the_same_whatever_the_locale(project, form):
    """UTF-8, with the form's own line ends."""
    project.write(CREDITED.replace("A. Lind", "Ærø “é”"))
    command = [*COMMAND, "credits", "-f", form]
    texts = []
    for encoding in ("utf-8", "ascii", "utf-16"):
        variables = environment(PYTHONIOENCODING=encoding, COLUMNS="90")
        texts.append(subprocess.check_output(command, cwd=project.folder, env=variables))
    assert "Ærø “é”".encode() in texts[0] and texts.count(texts[0]) == 3


def test_the_width_is_the_terminals(project, monkeypatch):
    """Or what COLUMNS says."""
    project.write(CREDITED.replace("A. Lind", "A. Lind and " * 9 + "B"))
    for width in (50, 90):
        monkeypatch.setenv("COLUMNS", str(width))
        assert width - 12 < max(map(len, run("credits").stdout.splitlines())) <= width


def test_an_unknown_form_is_a_mistake_in_usage(project):
    """Click lists the known ones."""
    result = run("credits", "-f", "xlsx")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "'table', 'csv', 'json', 'md', 'spdx'" in result.stderr
