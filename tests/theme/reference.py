"""The reference of theme files, read from docs/themes.md: its example, and the tables below its headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.projects import ROOT

TEXT = (ROOT / "docs" / "themes.md").read_text(encoding="utf-8")
Row = tuple[str, ...]


def example() -> str:
    """Return the theme in ten lines."""
    return re.search(r"```yaml\n(extends: .*?)```", TEXT, re.DOTALL)[1]


def tables() -> dict[tuple[str, str], list[Row]]:
    """Return the rows of each table by the heading above it and the title of its first column."""
    found: dict[tuple[str, str], list[Row]] = {}
    heading, title = "", None
    for line in TEXT.splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ").replace("`", "")
        if not line.startswith("|"):
            title = None
            continue
        cells = tuple(cell.strip() for cell in line.strip("|").split("|"))
        if title is None:
            title = cells[0]
            found[heading, title] = []
        elif not set(line) <= set("|-"):
            found[heading, title].append(cells)
    return found


def names(cell: str) -> list[str]:
    """Return what stands between backticks in a cell."""
    return re.findall(r"`([^`]+)`", cell)


def keys(heading: str) -> Iterator[tuple[str, str]]:
    """Yield each key that is described below a heading, with its default as it is written there."""
    for row in tables()[heading, "key"]:
        for name in names(row[0]):
            yield name, row[2].strip("`")
