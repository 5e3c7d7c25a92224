"""Files from disk to text. Knows encodings and the words for what the system refuses."""

from __future__ import annotations

import os
from pathlib import Path

from deckmaker.diagnostics import Diagnostics, SourceFile
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.project import files_beside


def read_source(path: Path, diagnostics: Diagnostics) -> SourceFile | None:
    """Read a UTF-8 file (a byte-order mark is allowed); report `unreadable-file` and return None otherwise."""
    name = display_name(path)
    if path.exists() and not path.is_file():  # a folder, or a pipe that would be waited on for ever
        diagnostics.report("unreadable-file", f"`{name}` is not a file")
        return None
    try:
        return SourceFile(name, path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        diagnostics.report(
            "unreadable-file",
            f"`{name}` is not UTF-8 text: byte {error.start + 1} cannot be decoded",
            help="save the file as UTF-8",
        )
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        help = None if path.exists() else nearest(path.name, files_beside(path))
        diagnostics.report("unreadable-file", f"`{name}` cannot be read: {reason}", help=help)
    return None


def display_name(path: Path) -> str:
    """Return `path` as a user would type it here: relative to the working folder where it lies below it."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return os.fspath(path)
