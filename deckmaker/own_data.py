"""Where deckmaker's own data lies: themes, fonts, and what pages carry."""

from __future__ import annotations

from pathlib import Path

# Not by `importlib.resources`: it brings archives and temporary files, and the data are files of a folder in any case.
DATA = Path(__file__).parent / "data"
