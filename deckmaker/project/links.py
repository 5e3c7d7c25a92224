"""Where paths lead whose links may be changing meanwhile."""

from __future__ import annotations

import os
from pathlib import Path

_TRIES = 100
"""Where links and folders change places without pause, one in some twenty looks fails."""


def without_links(path: Path) -> Path:
    """Return where `path` leads; links in a circle, which `Path.resolve` fails on, stay as they are.

    The system is asked what each step is, and then where a link leads. If it is none any more by then, that fails, and
    the path is looked at anew. Raises OSError where it fails again and again.
    """
    for _ in range(_TRIES - 1):
        try:
            return Path(os.path.realpath(path))
        except OSError:
            continue
    return Path(os.path.realpath(path))
