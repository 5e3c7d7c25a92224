"""What keeps a file from being written: the reason in words, and a way out."""

from __future__ import annotations

from deckmaker.output.lock import FolderIsTaken

NAMED = "name the folder with `--output` where that is meant"
ELSEWHERE = "move it away, or choose another folder with `--output`"
WRITABLE = "allow writing to it, or choose another folder with `--output`"

_SHARING_VIOLATIONS = (5, 32, 33)
"""Windows' ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION: some program has the file open."""


class Obstacle(OSError):
    """What stands in a file's place and is no file to write to: the reason, and the help."""


def reason_of(error: OSError) -> tuple[str, str | None]:
    """Return why something cannot be written, and a way out where there is one."""
    if isinstance(error, Obstacle):
        return error.args[0], error.args[1]
    if isinstance(error, FolderIsTaken):
        return "another build is writing into this folder", "wait for it, or end it"
    if getattr(error, "winerror", None) in _SHARING_VIOLATIONS:
        return "another program has it open", "close it there, and build again"
    return (error.strerror or "unknown reason").lower(), None
