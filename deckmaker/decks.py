"""Which decks are meant where nobody names one: those of the project, or the only one in a folder."""

from __future__ import annotations

import os
import re
from pathlib import Path

from deckmaker.dataclasses import dataclass
from deckmaker.patterns import pattern
from deckmaker.project import Barred, is_hidden, opened_file, project_root, reached, reached_deck

_SLIDES = pattern(rb"^slides[ \t]*:", re.MULTILINE)
"""What a deck has and no other YAML file that lies about, such as a theme or another program's."""

_LOOKED_AT = 64 * 1024
"""Bytes of a file in which its `slides:` begin, behind what the deck says of itself."""

_MOST = 1_000
"""Files of a folder that are looked at; a folder with more is no place where one deck lies."""


@dataclass(frozen=True, slots=True)
class FoundDecks:
    """The decks that are meant. Where several lie side by side outside `decks/`, `choice` has these instead."""

    decks: tuple[Path, ...] = ()
    choice: tuple[Path, ...] = ()
    is_barred: bool = False
    """Whether `decks/` leads out of the project, or to what is hidden."""
    refusal: str | None = None
    """Why `decks/` cannot be listed, in the system's words."""


def decks_from(here: Path) -> FoundDecks:
    """Return the decks that are meant by who stands in a folder.

    Those in `decks/` of its project, but for what is hidden, as editors' locks are; without any, the only deck in the
    folder itself, else the only one at the project's root. Never fails; other folders that cannot be listed are empty.
    """
    root = project_root(here / "any file")
    folder = root / "decks"
    if isinstance(reached(folder.name, folder), Barred):  # what lies there is not for listing
        return FoundDecks(is_barred=True)
    try:
        paths = [folder / name for name in os.listdir(folder)]
    except (FileNotFoundError, NotADirectoryError):
        paths = []
    except OSError as error:
        return FoundDecks(refusal=(error.strerror or "unknown reason").lower())
    if decks := sorted(path for path in paths if path.match("*.yaml") and not is_hidden(path.name)):
        return FoundDecks(tuple(decks))
    for place in dict.fromkeys((here, root)):
        found = _lone_decks(place)
        if len(found) == 1:
            return FoundDecks(found)
        if found:
            return FoundDecks(choice=found)
    return FoundDecks()


def _lone_decks(folder: Path) -> tuple[Path, ...]:
    """Return the YAML files in a folder that look like decks; one that is alone need not, since its mistakes, such as a
    missing `slides:`, are to be said."""
    try:
        names = sorted(path for path in folder.iterdir() if path.suffix in (".yaml", ".yml"))
    except OSError:
        return ()
    files = [path for path in names if path.stem != "deckmaker" and not is_hidden(path.name) and os.path.isfile(path)]
    if len(files) > _MOST:
        return ()
    return tuple(files if len(files) == 1 else filter(_looks_like_a_deck, files))


def _looks_like_a_deck(path: Path) -> bool:
    try:
        found = reached_deck(path)
        if isinstance(found, Barred):  # what lies elsewhere is not for looking at
            return False
        with opened_file(found.path) as (stream, _):
            return bool(_SLIDES.search(stream.read(_LOOKED_AT)))
    except OSError:
        return False
