"""What `diff` is given for a deck: a file, or one at a revision of git. Knows nothing of git itself."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple


class Side(NamedTuple):
    """A deck: where its file is, or will be at a `revision`, and how people call it.

    Of a revision, `path` is from the root of the repository or, where it begins with `./` or `../`, `from_here`: from
    the working folder (gitrevisions(7)). None stands for the path of the other deck.
    """

    path: Path | None
    revision: str | None = None
    from_here: bool = False


def side_of(written: str) -> Side:
    """Return what somebody means: a file that is there, else `REVISION:PATH`, else a file if its name says so, else a
    revision."""
    if os.path.lexists(written):
        return Side(Path(written))
    revision, colon, path = written.partition(":")
    if colon and revision and path and not _is_drive(written):
        return Side(Path(path), revision, path.startswith(("./", "../")))
    if colon or written.endswith((".yaml", ".yml")):
        return Side(Path(written))
    return Side(None, written)


def _is_drive(written: str) -> bool:
    """Tell whether a path begins with a drive of Windows."""
    return os.name == "nt" and len(written) > 2 and written[1] == ":" and written[2] in "\\/"
