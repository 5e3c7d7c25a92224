"""The same deck gives the same bytes: again, in another folder, on another day, under another hash seed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.projects import ROOT
from tests.render.pptx.decks import document, every_deck, file, rendered

LATER = """
import datetime, sys, time
shift = 366 * 86_400
now, local, universal = time.time, time.localtime, time.gmtime
time.time = lambda: now() + shift
time.localtime = lambda seconds=None: local(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: universal(time.time() if seconds is None else seconds)
from deckmaker.cli import main
main()
"""
"""The command, run as if it were a year later."""


@pytest.mark.sampled(every=2)
@every_deck
def test_again(deck: str) -> None:
    """A second file is the first."""
    assert rendered(document(deck)) == file(deck)


@pytest.mark.slow
@every_deck
def test_elsewhere_and_later(deck: str, tmp_path: Path) -> None:
    """A copy of the project builds the same file a year later in a process with another order of sets and zone."""
    project = tmp_path / "a copy"
    shutil.copytree(ROOT / "decks", project / "decks")
    shutil.copytree(ROOT / "assets", project / "assets")
    arguments = ["build", "-f", "pptx", "-o", "built", str(project / "decks" / f"{deck}.yaml")]
    environment = os.environ | {"PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo", "PYTHONPATH": str(ROOT)}
    subprocess.run(
        [sys.executable, "-c", LATER, *arguments], cwd=project, env=environment, capture_output=True, check=True
    )
    assert (project / "built" / f"{deck}.pptx").read_bytes() == file(deck)


@every_deck
def test_entries_have_no_date(deck: str) -> None:
    """Every entry has the earliest date that a zip file can say."""
    with ZipFile(BytesIO(file(deck))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
