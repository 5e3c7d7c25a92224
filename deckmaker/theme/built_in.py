"""The themes that come with deckmaker."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from deckmaker.own_data import DATA
from deckmaker.project import without_links


@cache
def built_in_themes() -> dict[str, Path]:
    """Return the built-in themes' files by name."""
    # Some package managers install links, and readers of files follow none.
    return {path.stem: without_links(path) for path in sorted((DATA / "themes").glob("*.yaml"))}
