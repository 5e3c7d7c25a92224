"""Names as they are spelt on the disk.

An `ü` is one character or two: macOS and the archives made there write two, most keyboards one.
"""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

from deckmaker.project.listing import names_in


def as_on_disk(folder: Path, name: str) -> str | None:
    """Return the name in `folder` that is `name` in another Unicode normal form; None where there is none."""
    if name.isascii():
        return None
    composed = unicodedata.normalize("NFC", name)
    for form in (composed, unicodedata.normalize("NFD", name)):
        if form != name and os.path.lexists(folder / form):
            return form
    # What is partly composed and partly not, as where two systems wrote one name.
    names = [one for one in names_in(folder) if one != name]
    return next((one for one in names if unicodedata.normalize("NFC", one) == composed), None)
