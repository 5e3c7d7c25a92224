"""docs/show.md says what the command says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.projects import ROOT, Project, run

PAGE = (ROOT / "docs" / "show.md").read_text(encoding="utf-8")


def test_the_documented_listing_is_what_is_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the deck on the page, with a photo of the usual shape."""
    deck = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[0]
    listing = re.findall(r"```\n(decks/deck\.yaml: .*?)```", PAGE, re.DOTALL)[0]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    project = Project(tmp_path)
    project.picture("berth4.jpg", (1600, 1200))
    project.write(deck)
    assert run("show", "--slide", "2").stdout == listing


def test_the_documented_listing_of_columns_is_what_is_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the slide on the page, as the second of a deck."""
    slide = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[1]
    listing = re.findall(r"```\n(slide 2: .*?)```", PAGE, re.DOTALL)[0]
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    project = Project(tmp_path)
    project.write(f"title: Night noise\nslides:\n  - title: Night noise\n{slide}")
    assert run("show", "--slide", "2").stdout.endswith(f"\n\n{listing}")


def test_the_documented_options_are_those_of_the_command() -> None:
    """No form or option is left out."""
    usage = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)[0]
    said = run("show", "--help").stdout
    assert "[-f text|json|svg|png]" in usage and "[text|json|svg|png]" in said
    assert all(option in said for option in ("--slide", "-o,", "--force"))
