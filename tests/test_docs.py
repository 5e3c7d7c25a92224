"""The pages for people: lines that can be read, links that lead somewhere, names of files that there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.projects import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LONGEST = 130
"""Characters of a line of prose. Rows of tables and addresses cannot be parted."""


def name_of(page: Path) -> str:
    """Return a page's path in the project."""
    return str(page.relative_to(ROOT))


def prose(page: Path) -> list[str]:
    """Return a page's lines but for code."""
    return re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE).splitlines()


def anchors(page: Path) -> set[str]:
    """Return what links within a page may lead to: GitHub's names of its headings."""
    headings = [line.lstrip("# ") for line in prose(page) if line.startswith("#")]
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_no_line_of_prose_is_long(page: Path) -> None:
    """Whoever reads it in an editor has no wide window."""
    assert [line for line in prose(page) if len(line) > LONGEST and not line.startswith(("|", "[", "<", "!"))] == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page: Path) -> None:
    """To a file of the project, and to a heading that it has."""
    lost = []
    for link in re.findall(r"\]\((?!https?:|mailto:)([^)\s]+)\)", re.sub(r"`[^`]*`", "", "\n".join(prose(page)))):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            lost.append(link)
    assert lost == []


def test_the_map_names_files_that_there_are() -> None:
    """A newcomer opens what it says."""
    text = "\n".join(prose(ROOT / "docs" / "architecture.md"))
    named = {name for name in re.findall(r"`([\w./]+/[\w./]*|\w+\.py)`", text) if not name.startswith("http")}
    assert len(named) > 30
    assert sorted(one for one in named if not any((ROOT / base / one).exists() for base in ("", "deckmaker"))) == []
