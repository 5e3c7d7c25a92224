"""Ctrl-C while the command starts, which takes a tenth of a second: it ends with 130, and without a word."""

from __future__ import annotations

import signal
import subprocess
import sys
import time

import pytest

from tests.projects import COMMAND, DECK, Project, environment
from tests.samples import mostly_slow
from tests.signals import answered
from tests.terminal import PATIENCE

PRESSED = """
import os, signal, sys
at, before = int(sys.argv.pop(1)), set(sys.modules)
seen = 0


def press(event, arguments):
    global seen
    if event == "import" and arguments[0] != "deckmaker.interruption":
        seen += "deckmaker.interruption" in sys.modules
        if seen == at:
            os.kill(os.getpid(), signal.SIGINT)


sys.addaudithook(press)  # PEP 578: Python says what it is about to import
from deckmaker.__main__ import run
run()
"""

FIRST = {"deckmaker", "deckmaker.__main__", "deckmaker.interruption"}
"""The modules that are there before Ctrl-C is answered, of those that Python does not bring itself."""


ENTRY = ("deckmaker/__main__.py", "deckmaker/interruption.py")
"""Files that may be named still: until the second is read, which takes less than half a millisecond."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with one deck."""
    project = Project(tmp_path_factory.mktemp("project"))
    project.write(DECK)
    return project


def pressed(project: Project, at: int) -> tuple[int, str, str]:
    """Return how a check ends in which Ctrl-C is pressed at an import."""
    command = [sys.executable, "-c", PRESSED, str(at), "check", "decks/deck.yaml"]
    done = subprocess.run(
        command, cwd=project.folder, env=environment(), capture_output=True, text=True, check=False, preexec_fn=answered
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("at", mostly_slow([1, 2, 3, 5, 20, 60, 100, 150, 200], every=4))
def test_control_c_at_an_import_ends_the_command_without_words(at, project):
    """Of click, of the command's own modules, and of those that a deck needs."""
    assert pressed(project, at) == (130, "", "")


@pytest.mark.slow
@pytest.mark.alike(every=4)
@pytest.mark.parametrize("at", range(1, 330, 7))
def test_control_c_at_any_import_ends_the_command_without_words(at, project):
    """Python's own way to look after locks of imports would print a traceback, and go on."""
    assert pressed(project, at) in [(130, "", ""), (0, "decks/deck.yaml: 1 slide, 2 words, 1 second to read\n", "")]


def test_nothing_is_imported_before_control_c_is_answered():
    """But for the few lines that see to it: not even Python's own module of signals, which brings enumerations."""
    script = "import sys; before = set(sys.modules); import deckmaker.__main__ as entry\n"
    script += "print(*sorted(set(sys.modules) - before), sep='\\n')"
    done = subprocess.run([sys.executable, "-c", script], env=environment(), capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) <= FIRST


@pytest.mark.slow
def test_control_c_at_any_moment_shows_no_line_of_ours(project):
    """Python itself starts in some 20 ms, in which it tells of Ctrl-C in its own way; deckmaker has no part in that."""
    for step in range(40):
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "preexec_fn": answered}
        command = [*COMMAND, "check", "decks/deck.yaml"]
        with subprocess.Popen(command, cwd=project.folder, env=environment(), **pipes) as process:
            time.sleep(step * 0.006)
            process.send_signal(signal.SIGINT)
            said = process.communicate(timeout=PATIENCE)[1]
        lines = [line for line in said.splitlines() if "File" in line and ("deckmaker" in line or "click" in line)]
        assert all(line.endswith("in <module>") and any(one in line for one in ENTRY) for line in lines), said
