"""Programs that are installed, which are not those that somebody's project holds."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def installed(name: str) -> str | None:
    """Return the path of a program that a command's name stands for, None where it is not installed.

    One in the working folder or where a PATH goes on from there, as with a dot, with `node_modules/.bin` and always on
    Windows, is somebody's file and no installed program.
    """
    found = shutil.which(name)
    if found is None or not os.path.isabs(found) or Path(found).resolve().parent == Path.cwd().resolve():
        return None
    return found
