"""The same deck gives the same bytes: again, elsewhere, another day, in another process, for another user."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pytest
from pptx import Presentation

from tests.projects import DECK, DECKS, ROOT, Project

pytestmark = pytest.mark.slow

NAMES = [path.name for path in DECKS]
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


HERE = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C", "PYTHONUTF8": "0", "HOME": "/home/a"}
THERE = {"PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo", "LC_ALL": "de_DE.UTF-8", "PYTHONUTF8": "1", "HOME": "/nowhere"}


ANOTHER_USER = "setpriv --reuid 65534 --regid 65534 --clear-groups --inh-caps +dac_read_search --ambient-caps"
AS_ANOTHER_USER = [*ANOTHER_USER.split(), "+dac_read_search"] if os.geteuid() == 0 else []
"""Root becomes somebody who owns nothing, but may read everything, as the repository may lie in root's own folder."""


def built(root: Path, surroundings: dict[str, str], shift: int, umask: int, user: list[str]) -> dict[str, bytes]:
    """Build every deck of a copy of the project, made at `root`, in a process of its own; return the files' bytes.

    Outputs lie in the copy, since Markdown names pictures by the way from the file to them.
    """
    for folder in ("decks", "assets"):
        shutil.copytree(ROOT / folder, root / folder)
    (output := root / "outputs").mkdir()
    output.chmod(0o777)
    environment = os.environ | surroundings | {"PYTHONPATH": str(ROOT)}
    environment.pop("SOURCE_DATE_EPOCH", None)
    decks = [str(root / "decks" / name) for name in NAMES]
    formats = [f"-f{name}" for name in FORMATS]
    command = [*user, sys.executable, "-c", LATER, str(shift), "build", *formats, "-o", str(output), *decks]
    subprocess.run(command, cwd=root, env=environment, umask=umask, capture_output=True, check=True)
    return {path.name: path.read_bytes() for path in output.iterdir() if not path.name.startswith(".")}


@pytest.fixture(scope="module")
def builds() -> Iterator[tuple[dict[str, bytes], dict[str, bytes]]]:
    """The project's decks, built now; and a year later, elsewhere, by somebody else."""
    with TemporaryDirectory() as name:  # pytest's own folders are closed to other users
        folder = Path(name)
        folder.chmod(0o755)
        here = built(folder / "here", HERE, 0, 0o022, [])
        there = built(elsewhere := folder / "far/away/a cöpy", THERE, 366 * 86_400, 0o077, AS_ANOTHER_USER)
        owners = {path.stat().st_uid for path in (elsewhere / "outputs").iterdir()}
        assert owners == ({65534} if AS_ANOTHER_USER else {os.geteuid()})
        yield here, there


def test_every_deck_is_built_in_both_places(builds):
    """Four files a deck, so that the comparison below is one of something."""
    wanted = {f"{Path(name).stem}.{extension}" for name in NAMES for extension in FORMATS}
    assert builds[0].keys() == builds[1].keys() == wanted
    assert all(len(content) > 1000 for content in builds[0].values())


@pytest.mark.parametrize("name", [f"{Path(name).stem}.{extension}" for name in NAMES for extension in FORMATS])
def test_the_bytes_are_the_same(name, builds):
    """No path, date, zone, language, right or order of a set is in the file."""
    assert builds[0][name] == builds[1][name]


def test_the_clock_of_the_second_build_was_another():
    """The shift reaches what a library asks for the time, or the comparison would prove nothing."""
    code = LATER.replace("from deckmaker.cli import main\nmain()", "print(time.strftime('%Y', time.gmtime()))")
    years = [
        int(subprocess.run([sys.executable, "-c", code, str(shift)], capture_output=True, text=True, check=True).stdout)
        for shift in (0, 366 * 86_400)
    ]
    assert years[1] == years[0] + 1


def dated(folder: Path, date: str | None) -> subprocess.CompletedProcess[str]:
    """Build a small deck as PPTX and PDF with this SOURCE_DATE_EPOCH, an hour later than now."""
    project = Project(folder)
    project.write(DECK)
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    environment.pop("SOURCE_DATE_EPOCH", None)
    environment |= {} if date is None else {"SOURCE_DATE_EPOCH": date}
    command = [sys.executable, "-c", LATER, "3600", "build", "-fpptx", "-fpdf", str(project.deck)]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (None, datetime(2000, 1, 1)),
        ("", datetime(2000, 1, 1)),
        ("0", datetime(1970, 1, 1)),
        ("1732456789", datetime(2024, 11, 24, 13, 59, 49)),
        ("253402300799", datetime(9999, 12, 31, 23, 59, 59)),
    ],
)
def test_files_carry_the_date_that_the_environment_sets(date, expected, tmp_path):
    """Both dates of both formats, read back by other libraries; without one, a date that never changes."""
    assert dated(tmp_path, date).returncode == 0
    properties = Presentation(str(tmp_path / "build/deck.pptx")).core_properties
    assert properties.created == properties.modified == expected
    with pikepdf.open(tmp_path / "build/deck.pdf") as pdf:
        written = f"{expected:D:%Y%m%d%H%M%S}+00'00'"
        assert [str(pdf.docinfo[key]) for key in ("/CreationDate", "/ModDate")] == [written] * 2


@pytest.mark.parametrize("date", ["tomorrow", "-1", "1.5", " 1", "1_000", "0x10", "253402300800", "9" * 99, "२"])
def test_a_date_that_is_none_is_one_message(date, tmp_path):
    """Nothing is written: whoever sets the variable wants files that carry it."""
    said = dated(tmp_path, date)
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr == (
        f"error[source-date]: `SOURCE_DATE_EPOCH` is `{date}`: "
        "expected whole seconds since 1970, 253402300799 at most\n"
        " = help: unset it, or take one from `git log -1 --format=%ct`\n\n1 error\n"
    )
    assert not (tmp_path / "build").exists()
