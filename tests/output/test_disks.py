"""Disks that are full or read-only."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckmaker.output import RECORD
from tests.output.places import names, told
from tests.projects import ROOT

LIMITED = """
import resource, sys
from pathlib import Path
from deckmaker.diagnostics import Diagnostics
from tests.output.putting import put
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))
diagnostics = Diagnostics()
written = put(Path(sys.argv[1]), "deck.md", b"x" * 5000, diagnostics)
print(written, *(one.message for one in diagnostics), sep="\\n")
"""


def test_a_failure_while_writing_leaves_the_old_file_and_no_litter(tmp_path):
    """The system stops the write after 1,000 of 5,000 bytes, as a full disk would."""
    assert told("deck.md", tmp_path, b"old") == []
    command = [sys.executable, "-c", LIMITED, str(tmp_path)]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    assert said == ["None", f"`{tmp_path}/deck.md` cannot be written: file too large"]
    assert (tmp_path / "deck.md").read_bytes() == b"old"
    assert names(tmp_path) == [RECORD, "deck.md"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB that holds a file of deckmaker's."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root mounts a disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this system lets nobody mount a disk")
    assert told("deck.md", disk, b"old") == []
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_leaves_the_old_file_and_no_litter(small_disk):
    """The disk has room for the old file and for the record, not for the new file; then for nothing at all."""
    record = (small_disk / RECORD).read_bytes()
    full = [("cannot-write", "`deck.md` cannot be written: no space left on device", None)]
    assert told("deck.md", small_disk, b"x" * 100_000) == full
    with (small_disk / "filling").open("wb", buffering=0) as filling, pytest.raises(OSError, match="No space left"):
        while True:
            filling.write(b"x" * 1000)
    assert told("deck.md", small_disk, b"x" * 5000) == full
    assert (small_disk / "deck.md").read_bytes() == b"old" and (small_disk / RECORD).read_bytes() == record
    assert names(small_disk) == [RECORD, "deck.md", "filling"]
    (small_disk / "filling").unlink()
    assert told("deck.md", small_disk, b"new") == []


def test_a_read_only_disk_is_said_plainly(small_disk):
    """Also to root, who has rights everywhere."""
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    assert told("deck.md", small_disk) == [("cannot-write", "`deck.md` cannot be written: read-only file system", None)]
    assert (small_disk / "deck.md").read_bytes() == b"old"
