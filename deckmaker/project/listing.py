"""What lies beside a path, for help where a name has a slip in it: names of visible files inside the project alone.

A folder is listed once a deck, and the project walked once, however many names are wrong.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from itertools import islice
from pathlib import Path

from deckmaker.budget.slips import FILES_LOOKED_AT
from deckmaker.diagnostics.aid import Listing, aid
from deckmaker.project.hidden import is_hidden
from deckmaker.project.opening import scanned_folder, without_links
from deckmaker.project.root import project_root


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
        with _some(folder := ahead.pop(), left) as entries:
            left -= len(entries)
            if left < 0:
                break
            for one in entries:
                if _is_offered(one):
                    found.setdefault(one.name, []).append(folder / one.name)
            within = [one.name for one in entries if one.is_dir(follow_symlinks=False) and not is_hidden(one.name)]
        ahead += [folder / name for name in sorted(within, reverse=True)]
    return found


def _listing(folder: Path) -> Listing:
    """Return what is in a folder; nothing once more was listed than may be for one deck."""
    known = aid()
    if folder in known.folders:
        return known.folders[folder]
    # What a path leads to that is not there may have come to be anything.
    if without_links(folder) != folder:
        return known.folders.setdefault(folder, Listing([], []))
    with _some(folder, known.entries) as found:
        entries = [] if len(found) > known.entries else found
        known.entries -= min(len(found), known.entries)
        files = sorted(one.name for one in entries if _is_offered(one))
    return known.folders.setdefault(folder, Listing(sorted(one.name for one in entries), files))


@contextmanager
def _some(folder: Path, most: int) -> Iterator[list[os.DirEntry[str]]]:
    """Yield what is in a folder, up to one more than `most`; nothing where there is no folder.

    A link that has taken its place since it was judged, or that of one above it, leads out of the project: it is not
    followed.
    """
    found: list[os.DirEntry[str]] = []
    with ExitStack() as stack:
        with suppress(OSError):
            found.extend(islice(stack.enter_context(scanned_folder(folder)), most + 1))
        yield found


def _is_offered(entry: os.DirEntry[str]) -> bool:
    return not is_hidden(entry.name) and entry.is_file(follow_symlinks=False)
