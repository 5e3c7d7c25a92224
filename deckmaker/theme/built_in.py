"""The themes that come with deckmaker."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def built_in_themes() -> dict[str, Path]:
    """Return the built-in themes' files by name."""
    folder = Path(str(files("deckmaker"))) / "data" / "themes"
    return {path.stem: path for path in sorted(folder.glob("*.yaml"))}
