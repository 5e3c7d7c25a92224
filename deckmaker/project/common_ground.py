"""Folders in which things of all kinds meet: homes, drives, folders for passing files, the roots of file systems.

Whoever has `~/decks` has not made a project of all that lies in the home: the keys of other programs lie there too. And
in a folder that everybody writes to, anybody can put up a mark.
"""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from deckmaker.project.opening import without_links

_HOMES = ("/home", "/Users", "/var/home", "/export/home", "/usr/home")
"""Folders of homes, one a user."""

_DRIVES = ("/mnt", "/media", "/run/media", "/Volumes", "/cygdrive")
"""Folders below which systems show drives, by name or by user and name."""

_BY_USER = ("/media", "/run/media")

_PASSING = ("/tmp", "/var/tmp", "/dev/shm", "/run")  # nosec B108: nothing is written there
"""Folders for files that pass."""


def is_common_ground(folder: Path) -> bool:
    """Tell whether a folder, its links resolved, is one in which things of all kinds meet."""
    above, further_above = str(folder.parent), str(folder.parent.parent)
    return (
        folder.parent == folder
        or str(folder) in (*_HOMES, *_DRIVES, *_PASSING)
        or above in (*_HOMES, *_DRIVES)
        or further_above in _BY_USER
        or folder in _own_places()
        or _is_owners_home(folder)
        or _is_everybodys(folder)
    )


def is_ours(folder: Path, mark: Path) -> bool:
    """Tell whether a mark may speak for common ground: where everybody writes, only its reader's own does."""
    if not _is_everybodys(folder) or sys.platform == "win32":
        return True
    try:
        return os.lstat(mark).st_uid == os.geteuid()
    except OSError:
        return False


def _own_places() -> set[Path]:
    """Return the home of whoever runs this, and where passing files go here."""
    # Not `tempfile.gettempdir()`, which takes 4 ms to import, and writes a file to see whether it may.
    places = [place for name in ("TMPDIR", "TEMP", "TMP") if (place := os.environ.get(name))]
    with suppress(RuntimeError):  # there is no home
        places.append(str(Path.home()))
    return {without_links(Path(place)) for place in places}


def _is_owners_home(folder: Path) -> bool:
    """Tell whether a folder is the home of the user who owns it, wherever that system has homes."""
    if sys.platform == "win32":
        return False
    import pwd

    try:
        home = pwd.getpwuid(folder.stat().st_uid).pw_dir
    except (OSError, KeyError):  # nothing there, or an owner whom this system does not know
        return False
    return without_links(Path(home)) == folder


def _is_everybodys(folder: Path) -> bool:
    """Tell whether everybody may put files into a folder, and nobody take away another's, as in /tmp."""
    try:
        mode = folder.stat().st_mode
    except OSError:
        return False
    return bool(mode & stat.S_ISVTX and mode & stat.S_IWOTH)
