"""The command's messages: their forms, how many, and what may be said in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.projects import DECK, Project, run
from tests.samples import mostly_slow

WARNED = DECK + "    image: ../a.png\n"
MANY = "title: A\nslides:\n" + "  - {titel: A}\n" * 120
SHORT = "decks/deck.yaml:4:5: error[unknown-key]: unknown key `bulets`; did you mean `bullets`?\n1 error\n"
GITHUB = (
    "::error file=decks/deck.yaml,line=4,endLine=4,col=5,endColumn=11,title=unknown-key::"
    "unknown key `bulets`%0Ahelp: did you mean `bullets`?\n"
)
JSON = {
    "code": "unknown-key",
    "severity": "error",
    "message": "unknown key `bulets`",
    "file": "decks/deck.yaml",
    "line": 4,
    "column": 5,
    "end_line": 4,
    "end_column": 11,
    "notes": [],
    "help": "did you mean `bullets`?",
    "edits": [{"file": "decks/deck.yaml", "line": 4, "column": 5, "end_line": 4, "end_column": 11, "text": "bullets"}],
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project in the working folder, with one picture."""
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    project.picture("a.png")
    return project


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize(
    ("form", "printed"), [("short", SHORT), ("json", json.dumps(JSON) + "\n"), ("github", GITHUB)], ids=str
)
def test_messages_come_in_the_form_that_is_asked_for(form, printed, command, project):
    """On stderr, all that is said; programs read nothing but messages there."""
    project.write(DECK + "    bulets: [a]\n")
    result = run(command, "--messages", form)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", printed)


def test_every_command_that_reports_has_the_forms(project):
    """`formats` reports names that are taken; here it has nothing to say."""
    result = run("formats", "--messages", "json")
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_form_that_there_is_not_is_a_mistake_in_usage():
    """It exits with 2 and lists them."""
    result = run("check", "--messages", "xml")
    assert result.exit_code == 2
    assert "'xml' is not one of 'full', 'short', 'json', 'github'" in result.stderr


def test_fifty_messages_a_deck_are_printed(project):
    """Then how many more there are, and how many in all."""
    project.write(MANY)
    printed = run("check", "--messages", "short").stderr.splitlines()
    assert printed[49] == "decks/deck.yaml:52:6: error[unknown-key]: unknown key `titel`; did you mean `title`?"
    assert printed[50:] == ["… and 70 more; --all shows them", "120 errors"]


def test_all_messages_are_printed_on_demand_and_to_programs(project):
    """The count stays the same."""
    project.write(MANY)
    assert len(run("check", "--messages", "short", "--all").stderr.splitlines()) == 121
    for form in ("json", "github"):
        assert len(run("check", "--messages", form).stderr.splitlines()) == 120


@pytest.mark.slow
def test_each_deck_has_fifty_messages_of_its_own(project):
    """One deck takes no room from another."""
    project.write(MANY)
    (project.folder / "decks/a.yaml").write_text(MANY)
    assert run("check", "--messages", "short").stderr.count("unknown-key") == 100


@pytest.mark.parametrize(("short", "long"), [("-q", "--quiet"), ("-v", "--verbose")])
@pytest.mark.parametrize("command", mostly_slow(["check", "build"]))
def test_quiet_and_verbose_have_short_forms(command, short, long, project):
    """They say the same."""
    project.write("severity: {missing-alt: note}\n" + WARNED)
    results = [run(command, option) for option in (short, long)]
    assert results[0].output == results[1].output
    assert [one.stderr.count("missing-alt") for one in results] == [int(short == "-v")] * 2
    assert [bool(one.stdout) for one in results] == [short == "-v"] * 2


def test_the_name_of_a_file_does_not_steer_the_terminal(project):
    """Neither in messages nor in results."""
    name = "\x1b[2J\u202e.yaml"
    (project.folder / "decks" / name).write_text(DECK)
    assert run("check").stdout.endswith("decks/\\x1b[2J\\u202e.yaml: 1 slide, 2 words, 1 second to read\n")
    assert run("build", "-f", "md").stdout == "build/\\x1b[2J\\u202e.md\n"
    (project.folder / "decks" / name).write_text(DECK + "    bulets: [a]\n")
    for form in ("full", "short", "json", "github"):
        printed = run("check", "--messages", form).stderr
        assert "\x1b" not in printed and "\u202e" not in printed
