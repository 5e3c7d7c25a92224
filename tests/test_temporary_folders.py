"""Folders for temporary files that cannot be made, or have no room."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import Project, run

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
