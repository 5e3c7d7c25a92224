"""Whether a file is one that an earlier run has written, as a mark in its head says."""

from __future__ import annotations

import os
from pathlib import Path

_HEAD = 1_000
"""Bytes of a file in which its mark stands."""


def is_free(target: Path, mark: str) -> bool:
    """Tell whether a file may be written: there is none, or one with such a mark, whose `{}` may stand for anything. A
    link is somebody's, wherever it leads.

    Raises OSError where it cannot be read. What it is must have been looked at before: nobody is to wait for a pipe.
    """
    if os.path.islink(target):
        return False
    if not os.path.exists(target):
        return True
    with target.open("rb") as stream:
        head = stream.read(_HEAD).decode("utf-8", "replace")
    return all(part in head for part in mark.split("{}"))
