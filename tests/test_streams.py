"""Streams that are closed, that nobody reads, or that lie on a full disk: work is done and exit codes are right."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from tests.projects import COMMAND, DECK, Project, environment
from tests.samples import mostly_long, mostly_slow

STREAMS = {"stdin": "<&-", "stdout": ">&-", "stderr": "2>&-"}
WRONG = DECK + "    bulets: [a]\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with two decks that are right."""
    project = Project(tmp_path)
    project.write(DECK)
    (tmp_path / "decks" / "other.yaml").write_text(DECK)
    return project


def ran(project: Project, arguments: str, redirection: str = "", **how: object) -> subprocess.CompletedProcess[str]:
    """Run the command as a shell does, with streams as it is told."""
    line = f'exec "$@" {arguments} {redirection}'
    kept = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | how
    return subprocess.run(
        ["sh", "-c", line, "sh", *COMMAND], cwd=project.folder, env=environment(), text=True, check=False, **kept
    )


def files(project: Project) -> list[str]:
    """Return the names of what was built."""
    return sorted(path.name for path in (project.folder / "build").glob("[!.]*"))


BUILT = [f"{stem}.{format}" for stem in ("deck", "other") for format in ("html", "md", "pdf", "pptx")]
ALL = "build -f pptx -f pdf -f html -f md"


@pytest.mark.slow
@pytest.mark.parametrize("redirection", mostly_slow([" ".join(STREAMS.values()), *STREAMS.values()]))
def test_a_build_with_closed_streams_is_whole(redirection, project):
    """As cron starts it: several decks, several formats, and pictures of drawings, each with processes of its own."""
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><circle r="9" fill="red"/></svg>'
    (project.folder / "a.svg").write_text(drawing)
    project.write(DECK + "    image: {file: ../a.svg, alt: A, credit: B}\n")
    done = ran(project, ALL, redirection)
    assert (done.returncode, done.stderr) == (0, "")
    assert files(project) == BUILT
    assert (done.stdout == "") == (">&-" in redirection.replace("2>&-", ""))


CALLS = {
    "check": 1,
    "build": 1,
    "check decks/deck.yaml": 1,
    "build decks/other.yaml": 0,
    "--help": 0,
    "--nope": 2,
    "credits decks/other.yaml": 0,
    "show decks/other.yaml": 0,
    "check -v decks/other.yaml": 0,
    "formats": 0,
    "schema": 0,
    "check decks/other.yaml": 0,
    "check --help": 0,
    "explain unknown-key": 0,
    "--version": 0,
}
"""Calls of the command, each with its exit code, most in turn with a stream that they write to."""


def in_turn(calls: Sequence[str], streams: Sequence[str]) -> list[Any]:
    """Return each call with each stream, long but for one stream for each: the next for the next call."""
    return mostly_long(
        product(calls, streams),
        is_usual=lambda case: calls.index(case[0]) % len(streams) == streams.index(case[1]),
    )


@pytest.mark.slow
@pytest.mark.parametrize(("arguments", "redirection"), in_turn([*CALLS], [*STREAMS.values()]))
def test_exit_codes_do_not_hang_on_closed_streams(arguments, redirection, project):
    """A mistake is one whether it is read or not, and so is none."""
    project.write(WRONG)
    done = ran(project, arguments, redirection)
    assert done.returncode == CALLS[arguments]
    assert "Traceback" not in done.stderr and "of its own" not in done.stderr


READ = (
    *("build", "check", "schema", "--nope"),
    *("show decks/other.yaml", "check decks/other.yaml", "--help", "check --help"),
)


@pytest.mark.slow
@pytest.mark.parametrize(("arguments", "stream"), in_turn(READ, ["stdout", "stderr"]))
def test_a_reader_who_leaves_changes_no_exit_code(arguments, stream, project):
    """`deckmaker build | head -0`: the pipe is closed before anything is written."""
    project.write(WRONG)
    reading, writing = os.pipe()
    os.close(reading)
    done = ran(project, arguments, **{stream: writing})
    os.close(writing)
    assert done.returncode == CALLS[arguments]
    if arguments == "build":
        assert files(project) == ["other.html", "other.pdf", "other.pptx"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
@pytest.mark.parametrize("redirection", mostly_slow([">/dev/full", "2>/dev/full", ">/dev/full 2>&1"], quick=0))
def test_a_build_beside_a_full_disk_is_whole(redirection, project):
    """All decks are built. That the list of files is lost is said, and fails the command, where it is stdout's disk."""
    done = ran(project, ALL, redirection)
    assert files(project) == BUILT
    assert done.returncode == (0 if redirection[0] == "2" else 1)
    if redirection == ">/dev/full":
        assert done.stderr == "deckmaker cannot go on: no space left on device\n"


@pytest.mark.slow
def test_a_warning_on_a_full_disk_fails_no_deck(project):
    """Nobody reads it; the deck is built."""
    project.write(DECK + "  - {}\n")
    assert ran(project, "check decks/deck.yaml", "2>/dev/full").returncode == 0


@pytest.mark.slow
def test_what_a_terminal_cannot_write_is_escaped(project):
    """Latin-1, and a deck whose name has an arrow."""
    (project.folder / "decks" / "brücke→.yaml").write_text(DECK, encoding="utf-8")
    command = [*COMMAND, "check", "decks/brücke→.yaml"]
    latin = environment(PYTHONIOENCODING="latin-1")
    done = subprocess.run(command, cwd=project.folder, env=latin, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == b"decks/br\xfccke\\u2192.yaml: 1 slide, 2 words, 1 second to read\n"
