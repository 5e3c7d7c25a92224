"""How the command ends before its time: Ctrl-C, and a reader who leaves. Without words, and without a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import deckmaker.pipeline
from tests.projects import COMMAND, DECK, Project, environment, run
from tests.samples import mostly_slow
from tests.signals import answered
from tests.terminal import PATIENCE


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project in the working folder, with one deck."""
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    project.write(DECK)
    return project


def test_control_c_exits_with_130(project, monkeypatch):
    """Nothing is said: whoever pressed it knows."""

    def press(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(deckmaker.pipeline, "read_document", press)
    for command in ("build", "check"):
        result = run(command)
        assert (result.exit_code, result.output) == (130, "")


WAITING = "import sys, time, deckmaker.pipeline; from deckmaker.cli import main; sys.argv[1:] = ['check']; "
WAITING += "deckmaker.pipeline.read_document = lambda *_: (print('reading', flush=True), time.sleep(600)); main()"


def test_the_signal_of_control_c_ends_the_process(project):
    """From outside, as a shell sends it."""
    command = [sys.executable, "-c", WAITING]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "preexec_fn": answered}
    with subprocess.Popen(command, cwd=project.folder, env=environment(), **pipes) as process:
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=PATIENCE) == ("", "")
    assert process.returncode == 130


@pytest.mark.sampled(every=2)
@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_reader_who_leaves_sees_no_traceback(stream, project):
    """`deckmaker check | head -0`: the pipe is closed before anything is written."""
    if stream == "stderr":
        project.write(DECK + "    bulets: [a]\n")
    reading, writing = os.pipe()
    os.close(reading)
    other = "stderr" if stream == "stdout" else "stdout"
    streams = {stream: writing, other: subprocess.PIPE}
    command = [*COMMAND, "check", "decks/deck.yaml"]
    process = subprocess.run(command, cwd=project.folder, env=environment(), text=True, check=False, **streams)
    os.close(writing)
    assert getattr(process, other) == ""


full_disk = pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")


@pytest.mark.slow
@full_disk
@pytest.mark.parametrize(
    "arguments", mostly_slow([["check", "decks/deck.yaml"], ["--help"], ["--version"], ["check", "--help"]])
)
def test_a_full_disk_is_no_mistake_of_ours(arguments, project):
    """The system's word is said."""
    with open("/dev/full", "w") as full:
        streams = {"stdout": full, "stderr": subprocess.PIPE, "text": True}
        command = [*COMMAND, *arguments]
        process = subprocess.run(command, cwd=project.folder, env=environment(), check=False, **streams)
    assert (process.returncode, process.stderr) == (1, "deckmaker cannot go on: no space left on device\n")


@pytest.mark.slow
@full_disk
@pytest.mark.parametrize(
    ("arguments", "code"),
    mostly_slow([("check decks/deck.yaml", 1), ("explain nope", 2), ("--nope", 2), ("build --nope", 2)]),
)
def test_a_full_disk_leaves_the_exit_code_where_nothing_can_be_said(arguments, code, project):
    """A mistake in usage is one whether it is read or not."""
    project.write(DECK + "    bulets: [a]\n")
    with open("/dev/full", "w") as full:
        command = [*COMMAND, *arguments.split()]
        streams = {"stdout": subprocess.PIPE, "stderr": full}
        process = subprocess.run(command, cwd=project.folder, env=environment(), check=False, **streams)
    assert (process.returncode, process.stdout) == (code, b"")
