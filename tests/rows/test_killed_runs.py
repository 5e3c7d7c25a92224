"""Runs that are ended at any moment: nothing is lost, nothing is done twice, nothing is half there."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.projects import COMMAND, environment

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="children are found in /proc"),
]

ROWS = 24
PATIENCE = 120.0
"""Seconds for what takes one: a busy machine is no mistake."""


class Killing:
    """A project of some rows, and runs over it that are ended before their time."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.out = folder, folder / "build" / "noise"
        self.chance = random.Random(seed)
        (folder / "deckmaker.yaml").write_text("")
        (folder / "rows.csv").write_text("region,nights\n" + "".join(f"region {n},{n}\n" for n in range(ROWS)))
        deck = 'title: "Noise in {{ region }}"\nrows: rows.csv\nslides:\n  - title: "{{ nights }} nights"\n'
        (folder / "noise.yaml").write_text(deck)

    def begin(self) -> subprocess.Popen[bytes]:
        """Begin a run."""
        command = [*COMMAND, "build", "noise.yaml", "-f", "md", "-f", "html"]
        return subprocess.Popen(command, cwd=self.folder, env=environment(), stderr=subprocess.PIPE)

    def lines(self) -> list[bytes]:
        """Return the lines of the manifest."""
        with suppress(FileNotFoundError):
            return (self.out / "manifest.jsonl").read_bytes().splitlines()
        return []

    def wait_for(self, run: subprocess.Popen[bytes], lines: int) -> None:
        """Wait until a run has written so many lines more than there were, or has ended."""
        until = time.monotonic() + PATIENCE
        while len(self.lines()) < lines and run.poll() is None:
            assert time.monotonic() < until
            time.sleep(0.002)

    def end(self, run: subprocess.Popen[bytes]) -> tuple[int, str]:
        """Wait for a run to end; return its exit code, and what it said."""
        _, said = run.communicate(timeout=PATIENCE)
        return run.returncode, said.decode()

    def files(self) -> set[str]:
        """Return the names of all files, hidden ones too."""
        return {path.name for path in self.out.iterdir()} - {"manifest.jsonl"}

    def assert_whole(self) -> None:
        """All is there, each row was built once, and every file is as the manifest says."""
        endings = ("md", "html")
        assert self.files() == {f"noise-region {n}.{ending}" for n in range(ROWS) for ending in endings}
        built: Counter[str] = Counter()
        for line in self.lines():
            with suppress(ValueError):  # one that was cut off
                if (one := json.loads(line)).get("state") == "built":
                    built[one["name"]] += 1
        assert set(built.values()) == {1}
        assert len(built) == ROWS
        for n in range(ROWS):
            assert f"{n} nights" in (self.out / f"noise-region {n}.md").read_text()
            assert (self.out / f"noise-region {n}.html").read_text().rstrip().endswith("</html>")


def children(process: int) -> list[int]:
    """Return the processes that a process has begun and that live."""
    with suppress(OSError):
        return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    return []


@pytest.mark.parametrize("kills", [pytest.param(3), pytest.param(10, marks=pytest.mark.long)])
def test_run_that_is_killed_is_finished_by_the_next(tmp_path: Path, kills: int) -> None:
    """Each time at another moment: none of its processes has time to tidy up, and the folder is whole all the same."""
    one = Killing(tmp_path, 1)
    for _ in range(kills):
        run, before = one.begin(), len(one.lines())
        one.wait_for(run, before + one.chance.randrange(1, 2 * ROWS // kills))
        run.send_signal(signal.SIGKILL)
        one.end(run)
        for name in one.files():
            if name.endswith(".html"):
                assert (one.out / name).read_text().rstrip().endswith("</html>"), "nothing is half there"
    assert one.end(one.begin()) == (0, "")
    one.assert_whole()
    assert one.end(one.begin()) == (0, "")
    one.assert_whole()


def test_processes_that_are_killed_lose_no_row(tmp_path: Path) -> None:
    """Ten of them, each at another moment: others take their place. A row that was hit twice is told, and tried again
    by the next run."""
    one = Killing(tmp_path, 2)
    run, killed = one.begin(), 0
    until = time.monotonic() + PATIENCE
    while run.poll() is None and killed < 10:
        assert time.monotonic() < until
        one.wait_for(run, len(one.lines()) + one.chance.randrange(1, ROWS // 8))
        if found := children(run.pid):
            with suppress(ProcessLookupError):
                subprocess.run(["kill", "-9", str(one.chance.choice(found))], check=False, capture_output=True)
                killed += 1
    code, said = one.end(run)
    assert killed > 0
    assert code == 0 or "was ended twice" in said
    assert one.end(one.begin()) == (0, "")
    one.assert_whole()


ENDS: dict[str, tuple[signal.Signals, int]] = {"Ctrl-C": (signal.SIGINT, 130), "SIGTERM": (signal.SIGTERM, 143)}


@pytest.mark.parametrize("end", ENDS)
def test_run_that_is_asked_to_end_tidies_up(tmp_path: Path, end: str) -> None:
    """At once: no process is left, no hidden file, and what was done is remembered."""
    one = Killing(tmp_path, 3)
    number, code = ENDS[end]
    run = one.begin()
    one.wait_for(run, ROWS + 8)  # all are checked, and some are built
    found = children(run.pid)
    run.send_signal(number)
    assert one.end(run) == (code, "")
    _wait_until(lambda: not any(Path(f"/proc/{child}").exists() for child in found))
    assert not [name for name in one.files() if name.startswith(".")]
    assert all(json.loads(line) for line in one.lines())
    assert one.end(one.begin()) == (0, "")
    one.assert_whole()


def _wait_until(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.01)
