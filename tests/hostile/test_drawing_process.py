"""The process that draws has limits of the system's own, and ends with the one that waits for it."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from deckmaker.assets import Flaw, Found, PictureLost, content, look_at
from deckmaker.assets.drawings import rasterising, size
from deckmaker.budget import DRAWING_MEMORY
from deckmaker.parallel import cores
from tests.assets.reading_back import flaw
from tests.assets.samples import PLAN
from tests.hostile.test_drawings import drawing
from tests.projects import COMMAND, DECK, Project, environment

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of a parent's end, and has /proc")

SLOW = drawing(
    '<filter id="f"><feTurbulence baseFrequency="0.1" numOctaves="1000000"/></filter>'
    '<rect width="40" height="30" filter="url(#f)"/>'
)
PATIENCE = 60
"""Seconds after which what has not come does not come; they are waited for on a mistake alone."""


def waited_for(found: Callable[[], object]) -> bool:
    """Tell whether something becomes so."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found():
            return True
        time.sleep(0.02)
    return False


def drawing_processes(parent: int) -> list[int]:
    """Return the processes below another one that run the worker."""
    return below(parent, b"worker.py")


def below(parent: int, what: bytes = b"") -> list[int]:
    """Return the processes that another one has started and whose command names something, as the system says."""
    found = []
    for one in Path("/proc").glob("[0-9]*"):
        try:
            command = (one / "cmdline").read_bytes()
            above = int((one / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, IndexError):
            continue
        if above == parent and what in command:
            found.append(int(one.name))
    return found


def is_gone(process: int) -> bool:
    """Tell whether a process has ended; one that nobody has asked about yet is a zombie, and has."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] in "ZX"
    except OSError:
        return True


@pytest.mark.slow
def test_a_killed_build_takes_along_what_draws_for_it(tmp_path: Path) -> None:
    """Killed so that it can do nothing more itself."""
    (tmp_path / "a.svg").write_bytes(SLOW)
    Project(tmp_path).write(DECK + "    image: {file: ../a.svg, alt: A, credit: B}\n")
    with subprocess.Popen(
        [*COMMAND, "build"], cwd=tmp_path, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as build:
        try:
            assert waited_for(lambda: drawing_processes(build.pid))
            (worker,) = drawing_processes(build.pid)
            assert not is_gone(worker)
        finally:
            build.send_signal(signal.SIGKILL)
    assert waited_for(lambda: is_gone(worker))


@pytest.mark.slow
@pytest.mark.skipif(cores() < 2, reason="copies do not pay on one core")
def test_what_draws_for_a_copy_of_a_killed_build_ends_too(tmp_path: Path) -> None:
    """Of several decks, copies of the process take one each; they end with the build, and their workers with them."""
    project = Project(tmp_path)
    (tmp_path / "a.svg").write_bytes(SLOW)
    for name in ("a", "b"):
        project.deck.with_name(f"{name}.yaml").write_text(DECK + "    image: {file: ../a.svg, alt: A, credit: B}\n")
    with subprocess.Popen(
        [*COMMAND, "build"], cwd=tmp_path, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as build:
        try:
            assert waited_for(lambda: len(below(build.pid)) == 2 and all(map(drawing_processes, below(build.pid))))
            copies = below(build.pid)
            workers = [worker for one in copies for worker in drawing_processes(one)]
        finally:
            build.send_signal(signal.SIGKILL)
    assert len(workers) == 2 and waited_for(lambda: all(map(is_gone, [*copies, *workers])))


def test_what_draws_for_nobody_does_not_begin() -> None:
    """Whoever waited may have ended before the system was asked to tell of it."""
    command = [sys.executable, "-I", str(rasterising._WORKER), "1"]
    done = subprocess.run(command, input=b"{}", capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")


def order(seconds: int) -> bytes:
    """Return the order for a slow drawing."""
    import json

    fonts = {"fonts": [], "sans": "Arimo", "serif": "Tinos", "fixed": "Cousine"}
    return json.dumps({"svg": SLOW.decode(), "seconds": seconds, "memory": DRAWING_MEMORY.most, **fonts}).encode()


@pytest.mark.slow
def test_the_system_ends_what_draws_when_its_seconds_are_up() -> None:
    """Its own processor's, whatever becomes of the clock of the one that waits."""
    command = [sys.executable, "-I", str(rasterising._WORKER), str(os.getpid())]
    done = subprocess.run(command, input=order(1), capture_output=True, check=False, timeout=10 * PATIENCE)
    assert done.returncode == -signal.SIGXCPU


@pytest.mark.slow
def test_a_drawing_whose_seconds_are_up_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However it was ended."""
    monkeypatch.setattr(rasterising, "LONGEST_SECONDS", 1)
    assert flaw(tmp_path, SLOW) == "is an SVG file that takes more than 1 seconds"
    assert rasterising._undrawn(-signal.SIGXCPU, "").flaw.what == "is an SVG file that takes more than 1 seconds"


@pytest.mark.slow
@pytest.mark.parametrize("megabytes", [60, 150])
def test_where_memory_is_what_lacks_that_is_said(
    megabytes: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While Python starts, and while fonts are read and pixels drawn."""
    filters = "<feGaussianBlur stdDeviation='3'/>" * 30
    inner = f'<filter id="f">{filters}</filter><rect width="40" height="30" filter="url(#f)"/>'
    monkeypatch.setattr(rasterising, "DRAWING_MEMORY", replace(DRAWING_MEMORY, most=megabytes * 1_000_000))
    assert flaw(tmp_path, drawing(inner)) == "is an SVG file that needs more memory than there is"


def limited(command: list[str], folder: Path, megabytes: int) -> subprocess.CompletedProcess[str]:
    """Run a command in so many megabytes of addresses, which it cannot extend."""
    most = megabytes * 1_000_000
    return subprocess.run(
        command,
        cwd=folder,
        env=environment(),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (most, most)),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_a_drawing_is_drawn_within_what_the_system_allows(tmp_path: Path) -> None:
    """A limit below the worker's own made every drawing damaged."""
    (tmp_path / "a.svg").write_text(PLAN)
    Project(tmp_path).write(DECK + "    image: {file: ../a.svg, alt: A, credit: B}\n")
    done = limited([*COMMAND, "check"], tmp_path, 1_000)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_system_without_a_process_to_give_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As one that is out of memory."""

    def none(*_: object, **__: object) -> None:
        raise BlockingIOError("Resource temporarily unavailable")

    monkeypatch.setattr(size, "LONGER_SIDE", 640)
    monkeypatch.setattr(rasterising.subprocess, "run", none)
    (tmp_path / "a").write_text(PLAN)
    looked_at = look_at(tmp_path / "a")
    assert isinstance(looked_at, Found), "a drawing of plain paths needs no pixels to be looked at"
    with pytest.raises(PictureLost) as lost:
        content(looked_at.picture)
    assert lost.value.flaw == Flaw("is an SVG file that cannot be drawn: no process can be started", "export it as PNG")
