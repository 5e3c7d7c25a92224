"""The process that draws has limits of the system's own, and ends with the one that waits for it."""

from __future__ import annotations

import json
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

from deckmaker import pipeline, slow_drawings
from deckmaker.assets import Flaw, Found, PictureLost, content, look_at, store
from deckmaker.assets.drawings import rasterising, size
from deckmaker.budget.drawings import DRAWING_MEMORY, DRAWING_SECONDS, SLOW_DRAWINGS_SECONDS
from deckmaker.diagnostics import Diagnostics
from deckmaker.output import OutputFolder
from deckmaker.parallel import cores
from deckmaker.slow_drawings import AT_LEAST, BUSY, slow_drawings_of_one_deck, slow_ones
from tests.assets.reading_back import flaw
from tests.assets.samples import PLAN
from tests.hostile.test_drawings import drawing
from tests.projects import COMMAND, DECK, Project, environment

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of a parent's end, and has /proc")

SLOW = drawing(
    '<filter id="f"><feTurbulence baseFrequency="0.1" numOctaves="1000000"/></filter>'
    '<rect width="40" height="30" filter="url(#f)"/>'
)
FILTERED = SLOW.replace(b"1000000", b"1")
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
    fonts = {"fonts": [], "sans": "Arimo", "serif": "Tinos", "fixed": "Cousine"}
    return json.dumps({"svg": SLOW.decode(), "seconds": seconds, "memory": DRAWING_MEMORY.most, **fonts}).encode()


@pytest.mark.slow
def test_the_system_ends_what_draws_when_its_seconds_are_up() -> None:
    """Its own processor's, whatever becomes of the clock of the one that waits."""
    command = [sys.executable, "-I", str(rasterising._WORKER), str(os.getpid())]
    done = subprocess.run(command, input=order(1), capture_output=True, check=False, timeout=10 * PATIENCE)
    assert done.returncode == -signal.SIGXCPU


@pytest.mark.parametrize("begin", ["print('hello', flush=True)", "print('nan', flush=True)", ""])
def test_a_python_that_prints_when_it_starts_is_told(
    begin: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever comes before the picture; and a process that ends well without one."""
    worker = tmp_path / "worker.py"
    run = f"import runpy\nrunpy.run_path({str(rasterising._WORKER)!r}, run_name='__main__')\n"
    worker.write_text(f"{begin}\n{run}" if begin else "print('1.00\\nnothing')\n")
    monkeypatch.setattr(rasterising, "_WORKER", worker)
    monkeypatch.setattr(size, "LONGER_SIDE", 320)
    assert flaw(tmp_path, FILTERED).endswith("the process that draws answers with no picture")


@pytest.mark.slow
def test_a_drawing_whose_seconds_are_up_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However it was ended."""
    monkeypatch.setattr(rasterising, "LONGEST_SECONDS", 1)
    assert flaw(tmp_path, SLOW) == "is an SVG file that takes more than 1 seconds"
    said = rasterising._undrawn(-signal.SIGXCPU, "", 1, 1).flaw.what
    assert said == "is an SVG file that takes more than 1 seconds"


LIMITED = """
import resource, sys
from pathlib import Path
from deckmaker.assets import look_at
from tests.hostile.test_drawing_process import SLOW
path = Path(sys.argv[1])
path.write_bytes(SLOW)
resource.setrlimit(resource.RLIMIT_CPU, tuple(map(int, sys.argv[2:])))
print(look_at(path).what)
"""


@pytest.mark.slow
@pytest.mark.parametrize(("limits", "given"), [((4, 4), 3), ((3, 9), 3), ((3, -1), 3)])
def test_a_drawing_for_which_the_system_gives_no_more_time_is_told_so(
    limits: tuple[int, int], given: int, tmp_path: Path
) -> None:
    """As after `ulimit -t`: it was told as one that cannot be drawn."""
    command = [sys.executable, "-c", LIMITED, str(tmp_path / "a.svg"), *map(str, limits)]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
    said = (
        f"is an SVG file that takes more than {given} seconds, and the system lets a process have no more (`ulimit -t`)"
    )
    assert done.stdout == f"{said}\n", done.stderr


DRAWN = """
from deckmaker.assets.drawings import rasterising
from deckmaker.assets.drawings.facts import drawn
from tests.assets.samples import PLAN
rasterising.LONGEST_SECONDS = 2
print(drawn(PLAN.encode())[1:4].decode())
"""


@pytest.mark.slow
def test_a_drawing_that_waited_for_the_processor_is_drawn() -> None:
    """As while twenty builds run at once, or a command is stopped: what counts are the processor's seconds."""
    with subprocess.Popen(
        [sys.executable, "-c", DRAWN], env=environment(), stdout=subprocess.PIPE, start_new_session=True
    ) as process:
        assert waited_for(lambda: drawing_processes(process.pid))
        os.killpg(process.pid, signal.SIGSTOP)
        time.sleep(2.5)
        os.killpg(process.pid, signal.SIGCONT)
        assert process.communicate()[0] == b"PNG\n"


OTHERS = "and slow ones before it have used up what a deck has for them"


@pytest.mark.slow
def test_slow_drawings_of_a_deck_share_their_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred of them, each as slow as one may be, took an hour. Another deck begins anew."""
    monkeypatch.setattr(slow_drawings, "AT_LEAST", 1)
    monkeypatch.setattr(slow_drawings, "SLOW_DRAWINGS_SECONDS", replace(SLOW_DRAWINGS_SECONDS, most=1))
    monkeypatch.setattr(rasterising, "LONGEST_SECONDS", 2)
    monkeypatch.setattr(size, "LONGER_SIDE", 320)
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(SLOW)
    with slow_drawings_of_one_deck():
        said = [one.what for one in map(look_at, (tmp_path / "a", tmp_path / "b")) if isinstance(one, Flaw)]
        assert said == [
            "is an SVG file that takes more than 2 seconds",
            f"is an SVG file that takes more than 1 seconds, {OTHERS}",
        ]
        (tmp_path / "c").write_bytes(FILTERED)
        assert isinstance(look_at(tmp_path / "c"), Found), "each may take a little"
    with slow_drawings_of_one_deck():
        other = look_at(tmp_path / "b")
    assert isinstance(other, Flaw) and other.what == "is an SVG file that takes more than 2 seconds"


def test_a_drawing_takes_from_others_what_is_beyond_a_little() -> None:
    """Ten honest ones leave all of it."""
    with slow_drawings_of_one_deck():
        for _ in range(100):
            slow_ones().took(AT_LEAST)
        assert slow_ones().seconds() == DRAWING_SECONDS.most
        for _ in range(5):
            slow_ones().took(DRAWING_SECONDS.most)
        assert slow_ones().seconds() == AT_LEAST
    assert slow_ones().seconds() == DRAWING_SECONDS.most


@pytest.mark.slow
def test_slow_drawings_are_counted_for_each_deck_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While it is read, and again while it is built."""
    left: list[float] = []
    drawn = rasterising.subprocess.run

    def noted(*given: object, **more: object) -> object:
        left.append(slow_ones().left)
        slow_ones().took(AT_LEAST + 1)
        return drawn(*given, **more)

    monkeypatch.setattr(rasterising.subprocess, "run", noted)
    monkeypatch.setattr(size, "LONGER_SIDE", 320)
    for name in ("a", "b"):
        (tmp_path / f"{name}.svg").write_bytes(FILTERED.replace(b"0.1", b"0.2" if name == "b" else b"0.1"))
    project = Project(tmp_path)
    image = "    image: {file: ../%s.svg, alt: A, credit: B}\n"
    project.write(DECK + image % "a" + "  - title: Other\n" + image % "b")
    project.document(project.deck.read_text())
    most = SLOW_DRAWINGS_SECONDS.most
    assert left == [most, most - 1]
    assert slow_ones().left == most


@pytest.mark.slow
def test_what_was_drawn_in_time_has_twice_the_time_for_a_format(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No two times are the same, and what `check` took is not refused by `build`; a busy machine is waited for."""
    asked: list[tuple[int, float]] = []
    drawn = rasterising.subprocess.run

    def noted(*given: object, **more: object) -> object:
        asked.append((json.loads(more["input"])["seconds"], more["timeout"]))
        return drawn(*given, **more)

    monkeypatch.setattr(rasterising.subprocess, "run", noted)
    monkeypatch.setattr(size, "LONGER_SIDE", 320)
    monkeypatch.setattr(store, "_kept", store._Kept())
    (tmp_path / "a.svg").write_bytes(FILTERED)
    document = Project(tmp_path).document(DECK + "    image: {file: ../a.svg, alt: A, credit: B}\n")
    monkeypatch.setattr(store, "_kept", store._Kept())
    pipeline.build(document, "a", ["html"], OutputFolder(tmp_path / "out"), Diagnostics())
    most = DRAWING_SECONDS.most
    assert asked == [(most, BUSY * most), (2 * most, BUSY * 2 * most)]
    with slow_drawings_of_one_deck(2):
        slow_ones().took(2 * (AT_LEAST + 1))
        assert slow_ones().left == SLOW_DRAWINGS_SECONDS.most - 1


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
