"""Names of projects: which ones a folder may have everywhere, and what deck and title are made of one."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from deckmaker.patterns import pattern

_FORBIDDEN = '<>:"|?*\\'
"""Signs that Windows' folders cannot have in their names; a project is passed on, by mail or on a drive."""

_DEVICES = pattern(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
"""Names that are devices on Windows, whatever stands behind their dot."""

_LONGEST = 100
"""Characters: a name in most systems has up to 255 bytes, and the deck's files add to it."""


def name_flaw(folder: Path) -> str | None:
    """Return why a project's folder cannot be called so; None where it can."""
    name = folder.name
    if name in ("", ".."):
        return "is no name of a new folder"
    if name.startswith("."):
        return "begins with a dot, so that it would be hidden"
    if folder.suffix.lower() in (".yaml", ".yml"):
        return "is the name of a file, and a project is a folder"
    if not name.isprintable():
        return "has a sign that cannot be printed"
    if found := next((sign for sign in name if sign in _FORBIDDEN), None):
        return f"has a `{found}`, which not every system takes in names"
    if name != name.strip() or name.endswith("."):
        return "begins or ends with a space, or ends with a dot, which not every system takes"
    if _DEVICES.match(name):
        return "is the name of a device on Windows"
    if len(name) > _LONGEST:
        return f"has {len(name):,} characters, more than {_LONGEST}"
    return None


def deck_stem(name: str) -> str:
    """Return the name of a project's deck without its ending: small letters and figures, with `-` between words."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", name).lower())
    return "-".join(words) or "deck"


def title_of(name: str) -> str:
    """Return a title made of a project's name: its words, the first with a capital letter."""
    words = " ".join(re.split(r"[\s_-]+", unicodedata.normalize("NFC", name))).strip()
    return (words[:1].upper() + words[1:]) or name
