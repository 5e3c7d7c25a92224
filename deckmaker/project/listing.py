"""What lies beside a path, for help where a name has a slip in it: names of visible files inside the project alone.

A folder is listed once a deck, and the project walked once, however many names are wrong.
"""

from __future__ import annotations

import os
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from deckmaker.budget.slips import FILES_LOOKED_AT
from deckmaker.diagnostics.aid import Listing, aid
from deckmaker.project.hidden import is_hidden
from deckmaker.project.links import without_links
from deckmaker.project.opening import scanned_folder
from deckmaker.project.root import project_root


class _Entry(NamedTuple):
    """What is in a folder under a name: a file, a folder, or, as a link is, neither."""

    name: str
    is_file: bool
    is_folder: bool

    @property
    def is_offered(self) -> bool:
        return self.is_file and not is_hidden(self.name)


def files_beside(path: Path) -> list[str]:
    """Return the names of the files around `path`, which may have a slip in its own; none where there is no folder.

    Links and hidden files are none of them. Around a folder there are none: it has no slip, and where it is a project's
    own, what is around it lies outside.
    """
    return [] if os.path.isdir(path) else _listing(path.parent).files


def names_in(folder: Path) -> list[str]:
    """Return all names in a folder; none where there is no folder, or it holds too many."""
    return _listing(folder).names


def file_named(name: str, deck: Path) -> str | None:
    """Return the path, from a deck, of a file of that name somewhere in its project; hidden folders do not count."""
    found = next(iter(_files_named(name, deck)), None)
    return Path(os.path.relpath(found, without_links(deck.parent))).as_posix() if found else None


def is_only_one(name: str, deck: Path) -> bool:
    """Tell whether a deck's project has one file of that name alone, as far as `file_named` looks."""
    return len(_files_named(name, deck)) == 1


def _files_named(name: str, deck: Path) -> list[Path]:
    known, root = aid(), project_root(deck)
    if root not in known.files:
        known.files[root] = _files_below(root)
    return known.files[root].get(name, [])


def _files_below(root: Path) -> dict[str, list[Path]]:
    """Return a project's files by name, in the order of their folders, folder by folder until there are too many."""
    found: dict[str, list[Path]] = {}
    ahead, left = [root], FILES_LOOKED_AT.most
    while ahead:
        entries = _some(folder := ahead.pop(), left)
        left -= len(entries)
        if left < 0:
            break
        for one in entries:
            if one.is_offered:
                found.setdefault(one.name, []).append(folder / one.name)
        within = [one.name for one in entries if one.is_folder and not is_hidden(one.name)]
        ahead += [folder / name for name in sorted(within, reverse=True)]
    return found


def _listing(folder: Path) -> Listing:
    """Return what is in a folder; nothing once more was listed than may be for one deck."""
    known = aid()
    if folder not in known.folders:
        # What a path leads to that is not there may have come to be anything.
        found = _some(folder, known.entries) if without_links(folder) == folder else []
        entries = [] if len(found) > known.entries else found
        known.entries -= min(len(found), known.entries)
        files = (one.name for one in entries if one.is_offered)
        known.folders[folder] = Listing(sorted(one.name for one in entries), sorted(files))
    return known.folders[folder]


def _some(folder: Path, most: int) -> list[_Entry]:
    """Return what is in a folder, up to one more than `most`; nothing where there is no folder.

    A link that has taken its place since it was judged, or that of one above it, leads out of the project: it is not
    followed.
    """
    found: list[_Entry] = []
    with suppress(OSError), scanned_folder(folder) as entries:
        for one in islice(entries, most + 1):
            is_file, is_folder = one.is_file(follow_symlinks=False), one.is_dir(follow_symlinks=False)
            found.append(_Entry(one.name, is_file, is_folder))
    return found
