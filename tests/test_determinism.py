"""The same deck gives the same bytes: again, elsewhere, another day, in another process."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.projects import ROOT

DECKS = sorted(path.name for path in (ROOT / "decks").glob("*.yaml"))
FORMATS = ("pptx", "pdf", "html", "md")
LATER = """
import sys, time
shift = float(sys.argv.pop(1))
now, local, universal = time.time, time.localtime, time.gmtime
time.time = lambda: now() + shift
time.localtime = lambda seconds=None: local(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: universal(time.time() if seconds is None else seconds)
from deckmaker.cli import main
main()
"""
"""The command, run as if the clock stood `shift` seconds later."""


def built(root: Path, output: Path, seed: str, zone: str, shift: int) -> dict[str, bytes]:
    """Build every deck of a project in a process of its own; return the files' bytes."""
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
    decks = [str(root / "decks" / name) for name in DECKS]
    command = [
        sys.executable,
        "-c",
        LATER,
        str(shift),
        "build",
        *(f"-f{name}" for name in FORMATS),
        "-o",
        str(output),
        *decks,
    ]
    subprocess.run(command, cwd=root, env=environment, capture_output=True, check=True)
    return {path.name: path.read_bytes() for path in output.iterdir() if not path.name.startswith(".")}


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The project's decks, built here now; and in a copy of it, a year later, under another hash seed and zone."""
    folder = tmp_path_factory.mktemp("elsewhere")
    copy = folder / "a copy"
    shutil.copytree(ROOT / "decks", copy / "decks")
    shutil.copytree(ROOT / "assets", copy / "assets")
    here = built(ROOT, folder / "first", "0", "UTC", 0)
    there = built(copy, folder / "second", "4711", "Asia/Tokyo", 366 * 86_400)
    return here, there


def test_every_deck_is_built_in_both_places(builds):
    """Four files a deck, so that the comparison below is one of something."""
    wanted = {f"{Path(name).stem}.{extension}" for name in DECKS for extension in FORMATS}
    assert builds[0].keys() == builds[1].keys() == wanted
    assert all(len(content) > 1000 for content in builds[0].values())


@pytest.mark.parametrize("name", [f"{Path(name).stem}.{extension}" for name in DECKS for extension in FORMATS])
def test_the_bytes_are_the_same(name, builds):
    """No path, date, zone or order of a set is in the file."""
    assert builds[0][name] == builds[1][name]


def test_the_clock_of_the_second_build_was_another():
    """The shift reaches what a library asks for the time, or the comparison would prove nothing."""
    code = LATER.replace("from deckmaker.cli import main\nmain()", "print(time.strftime('%Y', time.gmtime()))")
    years = [
        int(subprocess.run([sys.executable, "-c", code, str(shift)], capture_output=True, text=True, check=True).stdout)
        for shift in (0, 366 * 86_400)
    ]
    assert years[1] == years[0] + 1
