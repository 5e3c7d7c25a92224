"""Folders for temporary files that cannot be made, or have no room."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import ROOT, Project, run
from tests.signals import answered

LIMITED = """\
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))
from deckmaker.cli import main
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize("most", [0, 300])
@pytest.mark.parametrize("command", ["merge", "diff"])
def test_what_has_no_room_is_told(command: str, most: int, tmp_path: Path) -> None:
    """What failed is said in words of whoever named the files, with the reason: no file is named that nobody sees."""
    project = Project(tmp_path)
    project.write("title: A\nslides:\n  - title: A\n")
    assert run("build", project.deck, "-f", "pptx").exit_code == 0
    python = [sys.executable, "-B", "-c", LIMITED.format(most=most)]
    arguments = [*python, command, project.deck, project.folder / "build/deck.pptx"]
    done = subprocess.run(arguments, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.stderr.startswith("error[cannot-write]: `") and "TMPDIR" in done.stderr, done.stderr
    reason = "to a temporary folder: file too large" if most else "no folder for temporary files can be written to"
    assert reason in done.stderr and "/deckmaker-" not in done.stderr and done.returncode == 2


ENDED = """
import os, signal, sys, tempfile
from deckmaker.output.ending import tidy_end
from deckmaker.output.temporary import temporary_folder

made = tempfile.mkdtemp


def asked(*given, **named):
    folder = made(*given, **named)
    os.kill(os.getpid(), int(sys.argv[1]))
    return folder


tempfile.mkdtemp = asked
with tidy_end(), temporary_folder():
    print("worked")
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_asked_to_end_while_a_folder_is_made_a_command_removes_it(number, tmp_path):
    """It had been made, and nothing knew of it yet."""
    command = [sys.executable, "-c", ENDED, str(int(number))]
    told = {"cwd": ROOT, "env": {**os.environ, "TMPDIR": str(tmp_path)}, "capture_output": True}
    done = subprocess.run(command, check=False, preexec_fn=answered, **told)
    assert done.returncode == (-number if number == signal.SIGINT else 128 + number) and not done.stdout
    assert list(tmp_path.iterdir()) == []


REMOVING = """
import os, signal, sys
from deckmaker.output.ending import tidy_end
from deckmaker.output.temporary import temporary_folder

remove = os.unlink


def asked(*given, **named):
    os.unlink = remove
    os.kill(os.getpid(), int(sys.argv[1]))
    remove(*given, **named)


with tidy_end(), temporary_folder() as folder:
    for name in ("a", "b"):
        (folder / name).write_text("words")
    os.unlink = asked
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_asked_to_end_while_a_folder_is_removed_a_command_removes_all_of_it(number, tmp_path):
    """Somebody's words are in its files."""
    command = [sys.executable, "-c", REMOVING, str(int(number))]
    told = {"cwd": ROOT, "env": {**os.environ, "TMPDIR": str(tmp_path)}, "capture_output": True}
    done = subprocess.run(command, check=False, preexec_fn=answered, **told)
    assert done.returncode == (-number if number == signal.SIGINT else 128 + number)
    assert list(tmp_path.iterdir()) == []
