"""The folder that the command is started in, which somebody may have deleted under it."""

from __future__ import annotations

import os

_gone = False


def leave_if_gone() -> None:
    """Stand at the root where the working folder is gone: libraries ask for it and fail, whatever they want it for."""
    global _gone  # noqa: PLW0603  # a process has one working folder
    if is_gone():
        os.chdir(os.sep)
        _gone = True


def is_gone() -> bool:
    """Tell whether it is gone, or was when the command began: then no relative path leads anywhere."""
    try:
        os.getcwd()
    except OSError:
        return True
    return _gone
