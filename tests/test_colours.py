"""Colours of messages: on a terminal, and where nobody objects."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.projects import COMMAND, DECK, Project, environment
from tests.samples import mostly_slow


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project in the working folder, with one deck that has a mistake."""
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    project.write(DECK + "    bulets: [a]\n")
    return project


@pytest.mark.slow
@pytest.mark.parametrize(
    ("variables", "coloured"),
    mostly_slow([({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)]),
)
def test_messages_are_coloured_on_a_terminal_unless_somebody_objects(variables, coloured, project):
    """NO_COLOR counts where it is not empty."""
    assert ("\x1b[1;31merror[unknown-key]" in on_a_terminal(project.folder, variables)) is coloured


@pytest.mark.slow
def test_messages_in_a_pipe_have_no_colours(project):
    """Whatever reads it need not know of them."""
    command = [*COMMAND, "check", "decks/deck.yaml"]
    printed = subprocess.run(command, cwd=project.folder, env=environment(), capture_output=True, check=False).stderr
    assert b"unknown-key" in printed and b"\x1b" not in printed


def on_a_terminal(folder: Path, variables: dict[str, str]) -> str:
    """Return what `deckmaker check` prints to a terminal."""
    reading, terminal = os.openpty()
    environ = {name: value for name, value in environment(TERM="xterm").items() if name != "NO_COLOR"} | variables
    command = [*COMMAND, "check", "decks/deck.yaml"]
    subprocess.run(command, cwd=folder, env=environ, stdout=terminal, stderr=terminal, check=False)
    os.close(terminal)
    printed = b""
    while True:
        try:
            part = os.read(reading, 65_536)
        except OSError:  # Linux says so at the end of what a terminal got
            part = b""
        if not part:
            break
        printed += part
    os.close(reading)
    return printed.decode()
