"""The themes that come with deckmaker."""

from __future__ import annotations

from pathlib import Path

from deckmaker.own_data import DATA


def built_in_themes() -> dict[str, Path]:
    """Return the built-in themes' files by name."""
    return {path.stem: path for path in sorted((DATA / "themes").glob("*.yaml"))}
