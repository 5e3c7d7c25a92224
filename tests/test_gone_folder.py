"""A working folder that somebody deletes under the command: decks with absolute paths are built all the same."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import COMMAND, DECK, Project, environment
from tests.samples import mostly_slow

GONE = (
    "Usage: python -m deckmaker {command} [OPTIONS] [DECKS]...\nTry 'python -m deckmaker {command} --help' for help.\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with two decks, in a folder that stays."""
    project = Project(tmp_path)
    project.write(DECK)
    (tmp_path / "decks" / "other.yaml").write_text(DECK)
    return project


def ran(project: Project, arguments: str, before: str = "rmdir ../gone") -> subprocess.CompletedProcess[str]:
    """Run the command in a folder that is gone; ABS stands for the first deck, OTHER for the second."""
    gone = project.folder / "gone"
    gone.mkdir(exist_ok=True)
    line = arguments.replace("ABS", str(project.deck)).replace("OTHER", str(project.folder / "decks/other.yaml"))
    command = ["sh", "-c", f'{before}; exec "$@" {line}', "sh", *COMMAND]
    return subprocess.run(command, cwd=gone, env=environment(), capture_output=True, text=True, check=False)


@pytest.mark.slow
@pytest.mark.parametrize("decks", mostly_slow(["ABS", "ABS OTHER"]))
def test_decks_with_absolute_paths_are_built(decks, project):
    """In every format, one deck or several at once."""
    done = ran(project, f"build -f pptx -f pdf -f html -f md {decks}")
    assert (done.returncode, done.stderr) == (0, "")
    stems = ["deck", "other"] if "OTHER" in decks else ["deck"]
    formats = ("html", "md", "pdf", "pptx")
    expected = [f"{stem}.{format}" for stem in stems for format in formats]
    assert sorted(path.name for path in (project.folder / "build").glob("[!.]*")) == expected


@pytest.mark.sampled(every=2)
@pytest.mark.parametrize(
    "arguments",
    mostly_slow(
        [
            *("check ABS", "--help", "check ABS OTHER", "credits ABS", "show ABS", "show ABS -f svg"),
            *("formats", "schema", "explain unknown-key", "check --help", "--version"),
        ],
        quick=2,
    ),
)
def test_what_needs_no_working_folder_does_without(arguments, project):
    """As if it was there."""
    done = ran(project, arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


@pytest.mark.sampled(every=2)
@pytest.mark.parametrize(
    ("arguments", "path"),
    mostly_slow(
        [
            *((f"{one} decks/deck.yaml", "decks/deck.yaml") for one in ("check", "build", "credits", "show")),
            *((f"{one} ABS -o out", "out") for one in ("build", "show -f svg")),
            ("check ABS x.yaml", "x.yaml"),
        ],
        every=4,
    ),
)
def test_a_relative_path_leads_nowhere(arguments, path, project):
    """It is not looked for anywhere else."""
    done = ran(project, arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1].endswith(f"`{path}` lies in the working folder, which is gone")
    assert not (project.folder / "build").exists()


@pytest.mark.parametrize("command", mostly_slow(["check", "build", "credits", "show"]))
def test_without_a_deck_there_is_none(command, project):
    """The project's decks are found from the working folder."""
    done = ran(project, command)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == GONE.format(command=command) + "\nError: no DECK given, and the working folder is gone\n"


MEANWHILE = """
import os, shutil, sys
import deckmaker.pipeline
from deckmaker.cli import main

read = deckmaker.pipeline.read_document


def read_after(path, diagnostics, audience=None):
    document = read(path, diagnostics, audience) if sys.argv.pop() == "behind" else None
    shutil.rmtree(os.getcwd())
    return document or read(path, diagnostics, audience)


deckmaker.pipeline.read_document = read_after
main()
"""


@pytest.mark.parametrize("when", mostly_slow(["before", "behind"]))
@pytest.mark.parametrize("command", mostly_slow(["check", "build"]))
def test_a_folder_that_goes_meanwhile_is_said_to_be_gone(command, when, project):
    """After the command has begun: before the deck is read, or behind that."""
    (project.folder / "gone").mkdir()
    (project.folder / "gone" / "deck.yaml").write_text(DECK)
    line = [sys.executable, "-c", MEANWHILE.replace("sys.argv.pop()", repr(when)), command, "deck.yaml"]
    done = subprocess.run(
        line, cwd=project.folder / "gone", env=environment(), capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr and "mistake" not in done.stderr
    if (command, when) != ("check", "behind"):
        assert done.returncode == 1
        assert "no such file or directory" in done.stderr or "the working folder is gone" in done.stderr
