"""Which state of a deck something was made of, among those that git has."""

from __future__ import annotations

from pathlib import Path

from deckmaker.comparison.revisions import Repository
from deckmaker.diagnostics import SourceFile
from deckmaker.project import without_links


def revision_with(deck: Path, digest: str) -> str | None:
    """Return the last commit at which a deck's file has a digest; None where there is none. Raises RevisionFailed."""
    for commit, content in Repository(without_links(deck.parent)).states(deck.name):
        if SourceFile("", content.decode("utf-8-sig", errors="replace")).digest == digest:
            return commit
    return None
