"""Runs over rows that are ended before their time, and what they have to leave."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from tests.projects import COMMAND, environment

PATIENCE = 120.0
"""Seconds for what takes one: a busy machine is no mistake."""


class Killing:
    """A project of some rows, and runs over it that are ended before their time."""

    def __init__(self, folder: Path, seed: int, rows: int = 16) -> None:
        self.rows = rows
        self.folder, self.out = folder, folder / "build" / "noise"
        self.chance = random.Random(seed)
        (folder / "deckmaker.yaml").write_text("")
        (folder / "rows.csv").write_text("region,nights\n" + "".join(f"region {n},{n}\n" for n in range(rows)))
        deck = 'title: "Noise in {{ region }}"\nrows: rows.csv\nslides:\n  - title: "{{ nights }} nights"\n'
        (folder / "noise.yaml").write_text(deck)

    def begin(self, begun: Callable[[], None] | None = None) -> subprocess.Popen[bytes]:
        """Begin a run, whose process does what is `begun` first."""
        command = [*COMMAND, "build", "noise.yaml", "-f", "md"]
        return subprocess.Popen(
            command,
            cwd=self.folder,
            env=environment(),
            stderr=subprocess.PIPE,
            preexec_fn=begun,  # noqa: PLW1509  # it takes no lock
        )

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
        assert self.files() == {f"noise-region {n}.md" for n in range(self.rows)}
        built: Counter[str] = Counter()
        for line in self.lines():
            with suppress(ValueError):  # one that was cut off
                if (one := json.loads(line)).get("state") == "built":
                    built[one["name"]] += 1
        assert set(built.values()) == {1}
        assert len(built) == self.rows
        for n in range(self.rows):
            assert f"{n} nights" in (self.out / f"noise-region {n}.md").read_text()

    def kill_runs(self, kills: int) -> None:
        """Kill so many runs, each at another moment; see that nothing is half there, and that the next ones finish."""
        for _ in range(kills):
            run, before = self.begin(), len(self.lines())
            self.wait_for(run, before + self.chance.randrange(1, 2 * self.rows // kills))
            run.send_signal(signal.SIGKILL)
            self.end(run)
            known = b"\n".join(self.lines()).decode()
            for name in self.files():
                if not name.startswith("."):
                    assert sha256((self.out / name).read_bytes()).hexdigest() in known
        self._finish()

    def kill_processes(self, kills: int) -> bool:
        """Kill so many processes of a run, each at another moment; see that a next run has nothing to do but rows that
        were hit twice. Return whether any was killed before the run's end."""
        run, killed = self.begin(), 0
        until = time.monotonic() + PATIENCE
        while run.poll() is None and killed < kills:
            assert time.monotonic() < until
            self.wait_for(run, len(self.lines()) + self.chance.randrange(1, max(2, self.rows // kills)))
            if found := children(run.pid):
                with suppress(ProcessLookupError):
                    os.kill(self.chance.choice(found), signal.SIGKILL)
                    killed += 1
        code, said = self.end(run)
        assert code == 0 or "was ended twice" in said, said
        self._finish()
        return killed > 0

    def _finish(self) -> None:
        assert self.end(self.begin()) == (0, "")
        self.assert_whole()


def hit_before_their_end(folder: Path, seed: int, hits: Callable[[Killing], bool]) -> None:
    """Do something to runs of more and more rows until it was done before the end of one.

    Whoever is to hit a run may have to wait so long for a busy machine that the run is over.
    """
    for rows in (16, 100, 600):
        (place := folder / f"{rows} rows").mkdir()
        if hits(Killing(place, seed, rows)):
            return
    raise AssertionError("each run was over before")


def children(process: int) -> list[int]:
    """Return the processes that a process has begun and that live."""
    with suppress(OSError):
        return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    return []
