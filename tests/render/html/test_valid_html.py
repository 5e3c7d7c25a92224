"""The Nu Html Checker, which the W3C runs, has no complaint of any deck's page."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.java import JAVA
from tests.projects import DECKS, ROOT
from tests.render.html.decks import html

pytestmark = [pytest.mark.outside, pytest.mark.slow]

_CHECKER = ROOT / "tests" / "node" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

_UNKNOWN_TO_IT = (
    # CSS Containment 3: what is laid out by the size of the element around it, and the units of that size.
    (r"CSS: “container-type”: Property “container-type” doesn't exist\.", r"ner-type: (inline-size|size|normal);"),
    (r"CSS: “--scale”: Parse Error\.", r"across\)\)\), (1\.25|0\.6)\);"),
    (r"CSS: “width”: Parse Error\.", r" \* var\(--ratio\)\);"),
    # CSS Custom Highlight API
    (r"CSS: Parse Error\.", r"^ight\(deck-found\) \{|^ht\(deck-current\) \{"),
)
"""What browsers know in style sheets and the checker's own parser does not: its messages, and what stands there."""


def _errors(*pages: Path) -> list[tuple[str, str]]:
    """Return what is wrong with pages, each with what stands there."""
    stack = "-Xss8m"  # its grammars go deep
    command = [*JAVA, stack, "-jar", _CHECKER, "--errors-only", "--format", "json", *pages]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(done.stderr)["messages"]
    return [(one["message"], one.get("extract", "")) for one in messages]


def _unknown_to_it(message: str, extract: str) -> int | None:
    """Return which of the exceptions a complaint is."""
    known = enumerate(_UNKNOWN_TO_IT)
    return next((i for i, (said, there) in known if re.fullmatch(said, message) and re.search(there, extract)), None)


def test_every_page_is_valid(tmp_path: Path) -> None:
    """As HTML; of its style sheets there are complaints of what the checker does not know, and of nothing else.

    What it has learned meanwhile is no exception any more.
    """
    pages = [tmp_path / f"{deck.stem}.html" for deck in DECKS]
    for deck, page in zip(DECKS, pages, strict=True):
        page.write_text(html(deck.stem), encoding="utf-8")
    found = _errors(*pages)
    assert [one for one in found if _unknown_to_it(*one) is None] == []
    assert {_unknown_to_it(*one) for one in found} == {*range(len(_UNKNOWN_TO_IT))}


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    """An image without an address, and a style that no browser knows."""
    page = tmp_path / "page.html"
    page.write_text("<!DOCTYPE html><html lang=en><title>T</title><style>a { colour: red }</style><img alt=''>")
    assert len(_errors(page)) == 2
