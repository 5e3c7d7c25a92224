"""Builds that are cut short, at every step that touches the disk: killed, asked to end, or stopped by Ctrl-C."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from hashlib import sha256
from itertools import product
from pathlib import Path

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.output import RECORD
from tests.output.places import names
from tests.output.putting import put_all
from tests.projects import ROOT
from tests.samples import mostly_long
from tests.signals import answered

pytestmark = pytest.mark.slow

INTERRUPTED = """
import os, signal, sys
from pathlib import Path
from tests.output.putting import put_all

folder, step, number = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
count = 0
TOUCHING = ("open", "os.link", "os.rename", "os.remove", "os.chmod")


def watch(event, arguments):
    global count
    touched = str(arguments)
    # An open folder is named by its number; files in it have no name until they are put there.
    if event in TOUCHING and (str(folder) in touched or "/proc/self/fd" in touched):
        count += 1
        if count == step:
            os.kill(os.getpid(), number)


sys.addaudithook(watch)  # PEP 578: before each step, Python says what it is about to do
put_all(folder, {"deck.md": b"new", "deck.pdf": b"new"})
print("done")
"""
FILES = ["deck.md", "deck.pdf"]
STEPS = range(1, 33)
"""The steps of putting both files that touch the disk: the first two begin them; in the last, none is left."""


def interrupt(folder: Path, step: int, number: int) -> subprocess.CompletedProcess[str]:
    """Put `new` over `old` twice in a process that gets a signal at one step."""
    assert len(put_all(folder, {"deck.md": b"old", "deck.pdf": b"old"})) == 2
    command = [sys.executable, "-c", INTERRUPTED, str(folder), str(step), str(int(number))]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, preexec_fn=answered)


def rebuilt(folder: Path) -> list[str]:
    """Build again and return what was said."""
    diagnostics = Diagnostics()
    put_all(folder, {"deck.md": b"newer", "deck.pdf": b"newer"}, diagnostics)
    return [one.message for one in diagnostics]


@pytest.mark.alike(every=2)
@pytest.mark.parametrize("step", STEPS)
def test_a_killed_build_leaves_whole_files_that_the_next_build_knows(step, tmp_path):
    """The old files or the new ones; the next build takes it for its own, and sweeps up what the killed one left."""
    ended = interrupt(tmp_path, step, signal.SIGKILL)
    assert ended.returncode == (0 if step == STEPS[-1] else -signal.SIGKILL)
    for name in FILES:
        assert (tmp_path / name).read_bytes() in (b"old", b"new")
    assert rebuilt(tmp_path) == []
    assert names(tmp_path) == [RECORD, *FILES]
    assert json.loads((tmp_path / RECORD).read_text()) == dict.fromkeys(FILES, sha256(b"newer").hexdigest())


@pytest.mark.alike(every=2)
@pytest.mark.parametrize("step", STEPS)
def test_a_killed_build_does_not_give_an_edited_file_away(step, tmp_path):
    """What somebody writes after it died is neither the old file nor the new one."""
    interrupt(tmp_path, step, signal.SIGKILL)
    (tmp_path / "deck.md").write_bytes(b"mine")
    assert rebuilt(tmp_path) == [f"`{tmp_path}/deck.md` is not as deckmaker wrote it, and is left alone"]
    assert (tmp_path / "deck.md").read_bytes() == b"mine"


ASKING = (signal.SIGINT, signal.SIGTERM)


@pytest.mark.parametrize(
    ("step", "number"),
    [
        *mostly_long(product(STEPS[2:], ASKING), is_usual=lambda case: case[0] % 2 == ASKING.index(case[1])),
        (STEPS[7], signal.SIGHUP),
    ],
)
def test_a_build_that_is_asked_to_end_leaves_nothing_behind(step, number, tmp_path):
    """Ctrl-C, a service manager and a closed terminal ask: it cleans up at once, and ends as they expect."""
    ended = interrupt(tmp_path, step, number)
    last = 0 if step == STEPS[-1] else {signal.SIGINT: -signal.SIGINT}.get(number, 128 + number)
    assert ended.returncode == last, ended.stderr
    assert names(tmp_path) == [RECORD, *FILES]
    for name in FILES:
        assert (tmp_path / name).read_bytes() in (b"old", b"new")
    assert rebuilt(tmp_path) == []


ALONE = """
import os, sys
from pathlib import Path
from deckmaker.output.atomic import atomic_write

folder, number = Path(sys.argv[1]), int(sys.argv[2])


def publish(path):
    path.write_bytes(b"new")
    os.kill(os.getpid(), number)


with atomic_write(folder / "deck.yaml", publish) as put:
    put()
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_file_that_is_replaced_alone_leaves_nothing_beside_it(number, tmp_path):
    """As a deck that is mended: in its folder no build ever sweeps."""
    (tmp_path / "deck.yaml").write_bytes(b"old")
    command = [sys.executable, "-c", ALONE, str(tmp_path), str(int(number))]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, preexec_fn=answered)
    assert ended.returncode == (-signal.SIGINT if number == signal.SIGINT else 128 + number), ended.stderr
    assert names(tmp_path) == ["deck.yaml"]
    assert (tmp_path / "deck.yaml").read_bytes() == b"old"
