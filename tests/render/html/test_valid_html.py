"""The Nu Html Checker, which the W3C runs, has no complaint of any deck's page."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.agreement.conftest import DECKS, read_deck
from tests.projects import ROOT
from tests.render.html.decks import rendered

pytestmark = [pytest.mark.outside, pytest.mark.slow]

_CHECKER = ROOT / "tests" / "node" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

_UNKNOWN_TO_IT = re.compile(r"ht\(deck-|-type: (inline-size|size|normal)|across\)\)\)|\* var\(--ratio\)\)")
"""Style sheets that browsers know and its own parser does not: CSS Custom Highlight, Containment 3 and Values 4."""


def _errors(*pages: Path) -> list[str]:
    """Return what is wrong with pages, each with what stands there."""
    command = ["java", "-jar", _CHECKER, "--errors-only", "--format", "json", *pages]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(done.stderr)["messages"]
    return [f"{one['message']} {one.get('extract', '')}" for one in messages]


def test_every_page_is_valid(tmp_path: Path) -> None:
    """As HTML; of its style sheets there are complaints of what the checker does not know, and of nothing else."""
    pages = [tmp_path / f"{deck.stem}.html" for deck in DECKS]
    for deck, page in zip(DECKS, pages, strict=True):
        page.write_text(rendered(read_deck(deck)), encoding="utf-8")
    found = _errors(*pages)
    assert [one for one in found if not (one.startswith("CSS: ") and _UNKNOWN_TO_IT.search(one))] == []


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    """An image without an address, and a style that no browser knows."""
    page = tmp_path / "page.html"
    page.write_text("<!DOCTYPE html><html lang=en><title>T</title><style>a { colour: red }</style><img alt=''>")
    assert len(_errors(page)) == 2
