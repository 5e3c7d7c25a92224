"""Runs that are ended at any moment: nothing is lost, nothing is done twice, nothing is half there.

`python -m tests.soak.killed_rows` ends more of them.
"""

from __future__ import annotations

import json
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.rows.killing import PATIENCE, Killing, children, hit_before_their_end
from tests.signals import answered

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="children are found in /proc"),
]


def test_run_that_is_killed_is_finished_by_the_next(tmp_path: Path) -> None:
    """None of its processes has time to tidy up, and the folder is whole all the same."""
    Killing(tmp_path, 1).kill_runs(2)


def test_processes_that_are_killed_lose_no_row(tmp_path: Path) -> None:
    """Others take their place. A row that was hit twice is told, and tried again by the next run."""
    hit_before_their_end(tmp_path, 2, lambda one: one.kill_processes(4))


ENDS: dict[str, tuple[signal.Signals, int]] = {"Ctrl-C": (signal.SIGINT, 130), "SIGTERM": (signal.SIGTERM, 143)}


@pytest.mark.parametrize("end", ENDS)
def test_run_that_is_asked_to_end_tidies_up(tmp_path: Path, end: str) -> None:
    """At once: no process is left, no hidden file, and what was done is remembered."""
    hit_before_their_end(tmp_path, 3, lambda one: is_asked_to_end(one, *ENDS[end]))


def is_asked_to_end(one: Killing, number: signal.Signals, code: int) -> bool:
    """Ask a run to end, and see that it has; return False where it was over before."""
    run = one.begin(answered)
    one.wait_for(run, one.rows + 8)  # all are checked, and some are built
    found = children(run.pid)
    run.send_signal(number)
    ended = one.end(run)
    if ended == (0, ""):
        one.assert_whole()
        return False
    assert ended == (code, "")
    until = time.monotonic() + PATIENCE
    while any(Path(f"/proc/{child}").exists() for child in found):
        assert time.monotonic() < until
        time.sleep(0.01)
    assert not [name for name in one.files() if name.startswith(".")]
    assert all(json.loads(line) for line in one.lines())
    assert one.end(one.begin()) == (0, "")
    one.assert_whole()
    return True
