"""How bad each kind of mistake is: what the deck says, what the user says, and who wins."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.projects import DECK, Project, run

WARNED = DECK + "    image: ../a.png\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project in the working folder, with one picture."""
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    project.picture("a.png")
    return project


def severities(*options: str) -> tuple[int, list[str]]:
    """Return the exit code of `check` and what it reports, in few words."""
    result = run("check", "--messages", "json", *options)
    found = [json.loads(line) for line in result.stderr.splitlines()]
    return result.exit_code, [f"{one['code']} {one['severity']}" for one in found]


@pytest.mark.parametrize(
    ("deck", "options", "code", "found"),
    [
        ("", (), 0, ["missing-alt warning", "missing-credit warning"]),
        ("", ("--severity", "missing-alt=error"), 1, ["missing-alt error", "missing-credit warning"]),
        ("", ("--severity", "missing-alt=off", "--severity", "missing-credit=note"), 0, []),
        ("", ("--severity", "missing-alt=off", "--severity", "missing-credit=note", "-v"), 0, ["missing-credit note"]),
        ("missing-alt: error", (), 1, ["missing-alt error", "missing-credit warning"]),
        ("missing-alt: error", ("--severity", "missing-alt=off"), 0, ["missing-credit warning"]),
        ("missing-alt: off", ("--severity", "missing-alt=error"), 1, ["missing-alt error", "missing-credit warning"]),
        ("missing-alt: off, missing-credit: note", ("--strict",), 0, []),
        ("missing-alt: off", ("--strict",), 1, ["missing-credit warning"]),
        ("missing-alt: error", ("-q",), 1, ["missing-alt error"]),
    ],
)
def test_severities_are_set_by_the_deck_and_by_flag(deck, options, code, found, project):
    """The flag wins, and strictness comes last."""
    project.write(f"severity: {{{deck}}}\n{WARNED}")
    assert severities(*options) == (code, found)


def test_a_flag_holds_in_a_deck_that_cannot_be_read_in_full(project):
    """Its other mistakes are looked for all the same."""
    project.write("subtitel: x\n" + WARNED)
    assert severities("--severity", "missing-alt=error") == (1, ["unknown-key error", "missing-alt error"])


def test_nothing_is_built_from_what_the_deck_calls_an_error(project):
    """As from a deck with any other error."""
    project.write("severity: {missing-alt: error}\n" + WARNED)
    assert run("build", "-f", "md").stdout == ""
    assert run("build", "-f", "md", "--severity", "missing-alt=note").stdout == "build/deck.md\n"


def test_a_severity_that_cannot_be_is_a_mistake_in_usage(project):
    """It exits with 2, in a sentence."""
    result = run("check", "--severity", "missing-credits=error")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == (
        "Error: Invalid value for '--severity': no code `missing-credits`; did you mean `missing-credit`?"
    )
