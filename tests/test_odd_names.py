"""Decks with names that no encoding can write, or that would steer a terminal: told as escapes, everywhere."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

from tests.projects import DECK, run

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems' names are always of letters")

ODD = os.fsdecode(b"a\xff\x1b[31m\xc2\x9b.yaml")
SHOWN = r"a\udcff\x1b[31m\x9b.yaml"
CREDITED = f"{DECK}    credit: A. Lind\n"


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """A project whose deck has such a name."""
    (tmp_path / "deckmaker.yaml").write_text("")
    (tmp_path / ODD).write_text(CREDITED)
    (tmp_path / "other.yaml").write_text(CREDITED.replace("Night", "Day").replace("A. Lind", "B. Lind"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "command",
    [
        *(("credits", "-f", form) for form in ("table", "csv", "json", "md", "spdx")),
        *(("fonts", "-f", form) for form in ("table", "json")),
        *(("show", "-f", form) for form in ("text", "json")),
        *(("diff", "-f", form) for form in ("text", "json")),
        ("diff", "-o", "changes.html"),
        ("check", "--report", "access.html"),
        ("check", "--fix"),
    ],
    ids=" ".join,
)
def test_a_name_that_cannot_be_written_is_told_as_its_escapes(folder, command):
    """To people and to programs."""
    result = run(*command, *(["other.yaml"] if command[0] == "diff" else []), ODD)
    assert result.exit_code == (1 if command[0] == "diff" else 0), result.stderr
    told = result.stdout + "".join(page.read_text(encoding="utf-8") for page in folder.glob("*.html"))
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", told)
    assert SHOWN in told.replace(r"\\", "\\").replace(r"\_", "_").replace(r"\[", "[")
