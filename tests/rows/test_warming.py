"""A row whose deck ends the process that lays it out fails alone, though it is the one that processes begin with."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from deckmaker.parallel import cores
from tests.projects import environment

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux" or cores() < 2, reason="no copies are made here"),
]

DECK = 'title: "Noise in {{ region }}"\nrows: rows.csv\nslides:\n  - title: "{{ nights }} nights"\n'

DEADLY = """
import os, sys
from deckmaker import pipeline
laid_out = pipeline._laid_out

def deadly(entry, *others, **named):
    if entry.title == "Noise in north":
        os.kill(os.getpid(), 9)
    return laid_out(entry, *others, **named)

pipeline._laid_out = deadly
from deckmaker.cli import main
main(sys.argv[1:])
"""


@pytest.mark.parametrize("command", [("check",), ("build", "-f", "md", "--keep-going")])
def test_first_row_fails_alone(tmp_path: Path, command: tuple[str, ...]) -> None:
    """As one with a picture that takes more memory than there is; the others are as they would be without it."""
    rows = ["north", *(f"region {number}" for number in range(2 * cores()))]
    (tmp_path / "deckmaker.yaml").write_text("")
    (tmp_path / "rows.csv").write_text("region,nights\n" + "".join(f"{name},5\n" for name in rows))
    (tmp_path / "noise.yaml").write_text(DECK)
    done = subprocess.run(
        [sys.executable, "-c", DEADLY, *command, "noise.yaml"],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "row 1 (line 2 of rows.csv): the process that made its deck was ended twice" in done.stderr
    assert f"{len(rows) - 1} {'checked' if command[0] == 'check' else 'built'}, 1 failed" in done.stdout
    if command[0] == "build":
        built = {path.stem for path in (tmp_path / "build/noise").glob("*.md")}
        assert built == {f"noise-{name}" for name in rows[1:]}
