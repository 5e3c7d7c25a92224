"""Where a machine keeps its fonts: the platform's usual folders, and before them those that the user names."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from deckmaker.budget.fonts import FONT_FOLDER_FILES

VARIABLE = "DECKMAKER_FONTS"
"""The environment's list of folders that are searched first, parted as PATH is."""

_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")


def font_folders() -> list[list[Path]]:
    """Return the folders to search, by rank: each that the user names, then the platform's together."""
    named = [Path(os.path.expanduser(one)) for one in os.environ.get(VARIABLE, "").split(os.pathsep) if one]
    return [*([one] for one in named), platform_folders()]


def platform_folders() -> list[Path]:
    """Return the folders in which this platform's programs look for fonts, the user's before the system's."""
    home = Path(os.path.expanduser("~"))  # which stays as it is for who has none
    if sys.platform == "darwin":
        system = [Path("/Library/Fonts"), Path("/System/Library/Fonts"), Path("/Network/Library/Fonts")]
        return [home / "Library" / "Fonts", *system]
    if os.name == "nt":
        local, windows = os.environ.get("LOCALAPPDATA"), os.environ.get("WINDIR", r"C:\Windows")
        own = [Path(local) / "Microsoft" / "Windows" / "Fonts"] if local else []
        return [*own, Path(windows) / "Fonts"]
    # fontconfig's own, and the XDG Base Directory Specification's.
    data = os.environ.get("XDG_DATA_HOME") or str(home / ".local" / "share")
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    found = [Path(data) / "fonts", home / ".fonts", *(Path(one) / "fonts" for one in shared.split(":") if one)]
    return [one for one in found if one.is_absolute()]  # the specification's rule: others lie where the decks do


def font_files(folder: Path) -> Iterator[Path]:
    """Yield the font files in a folder and below it, in the order of their paths, whatever order the disk has.

    A pipe or a device of such a name is passed over: to open it could take for ever. Of a folder with more in it than
    folders of fonts have, as the root of the file system, the first are looked at.
    """
    looked_at = 0
    for directory, inner, names in os.walk(folder):
        inner.sort()
        paths = (os.path.join(directory, name) for name in sorted(names) if name.lower().endswith(_SUFFIXES))
        yield from (Path(path) for path in paths if os.path.isfile(path))  # never fails, as `Path.is_file` may
        looked_at += len(names) + len(inner)
        if looked_at > FONT_FOLDER_FILES.most:
            break
