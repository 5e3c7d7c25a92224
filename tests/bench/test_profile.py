"""The profile: every phase that it names is found where it says, and the whole is the sum of its parts."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.clock import IMPORT, PHASES, REST, Clock
from tests.bench.profile import END, START, phase_table
from tests.projects import DECK, Project, environment

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """Seconds of a build in all formats."""
    folder = tmp_path_factory.mktemp("profile")
    deck = Project(folder).write(DECK)
    command = [sys.executable, "-m", "tests.bench.clock", folder / "times.json", "build", deck, "-q"]
    subprocess.run([str(part) for part in command], check=True, env=environment())
    return json.loads((folder / "times.json").read_text(encoding="utf-8"))


def test_every_phase_runs_where_the_profile_looks_for_it(found):
    """A function that has moved would be missed here, and its time counted to others."""
    assert set(PHASES) <= set(found["seconds"])
    assert all(found["seconds"][phase] > 0 for phase in PHASES)
    assert {IMPORT + name for name in ("deckmaker", "click", "yaml", "reportlab", "pptx")} <= set(found["seconds"])


def test_every_moment_counts_once(found):
    """From the clock's start to its end."""
    assert sum(found["seconds"].values()) == pytest.approx(found["ended"] - found["started"], rel=0.01)


def test_a_phase_within_a_phase_counts_to_the_outer_one():
    """Themes are validated while they are loaded; what they import counts by itself."""
    clock = Clock()
    inner = clock.timed("validating", clock.timed("import yaml", lambda: None))
    clock.timed("loading the theme", inner)()
    assert set(clock.stop()) == {REST, "loading the theme", "import yaml"}


def test_the_table_adds_up():
    """Medians of runs, in milliseconds and parts of the whole; small imports together."""
    run = {START: 0.02, "import click": 0.01, "import a": 0.0004, "import b": 0.0004, "parsing": 0.0692, END: 0.0}
    lines = phase_table([run, run, {**run, START: 9}]).splitlines()
    assert [re.split(r"\s{2,}", line.strip()) for line in lines] == [
        ["100.0 ms", "100 %", "in all"],
        ["20.0 ms", "20 %", START],
        ["10.0 ms", "10 %", "import click"],
        ["69.2 ms", "69 %", "parsing"],
        ["0.0 ms", "0 %", END],
        ["0.8 ms", "1 %", "import what is small"],
    ]


def test_the_command_prints_phases_and_functions(tmp_path: Path) -> None:
    """Once each."""
    deck: Path = Project(tmp_path).write(DECK)
    command = [sys.executable, "-m", "tests.bench.profile", str(deck), "--check", "--runs", "1"]
    printed = subprocess.run(command, check=True, env=environment(), capture_output=True, text=True).stdout
    assert "laying out" in printed and "rendering" not in printed and "tottime" in printed
