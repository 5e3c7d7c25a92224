"""Modules that lie in the current folder, as a deck's sender may have put them there, are not run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import COMMAND, DECK, Project, environment
from tests.samples import mostly_slow

MODULES = ("click", "yaml", "pydantic", "PIL", "markdown_it", "lxml", "fontTools", "uharfbuzz", "worker", "resvg_py")

SCRIPT = Path(sys.executable).with_name("deckmaker")
"""The command as it is installed."""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose folder has modules of the names that deckmaker imports; each says so when it is run."""
    project = Project(tmp_path)
    for name in MODULES:
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'a').write({name!r})\n")
    (tmp_path / "plan.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>')
    project.write(f"{DECK}    image: {{file: ../plan.svg, alt: A, credit: B}}\n")
    return project


@pytest.mark.slow
@pytest.mark.parametrize("command", mostly_slow([([str(SCRIPT)],), (COMMAND,)]), ids=["script", "module"])
def test_no_module_of_the_current_folder_is_imported(command, project):
    """By the command never; by `python -m` none that Python itself has not imported before it reads deckmaker."""
    if command[0] == str(SCRIPT) and not SCRIPT.exists():
        pytest.skip("the command is not installed beside this Python")
    done = subprocess.run(
        [*command, "build", "-f", "html"],
        cwd=project.folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "build/deck.html\n", "")
    assert not (project.folder / "ran").exists()
