"""Files from disk to text. Knows the words for what the system refuses, and how much is too much."""

from __future__ import annotations

import os
from pathlib import Path

from deckmaker.budget import SOURCE_BYTES
from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.project import files_beside, project_root
from deckmaker.source.encoding import decoded


def read_source(path: Path, diagnostics: Diagnostics, named_at: Span | None = None) -> SourceFile | None:
    """Read a UTF-8 file (a byte-order mark is allowed); report `unreadable-file` and return None otherwise.

    `named_at` is the place where another file names this one.
    """
    name = display_name(path)
    try:
        if path.exists() and not path.is_file():  # a folder, a device, or a pipe that would be waited on for ever
            diagnostics.report("unreadable-file", f"`{name}` is not a file", named_at)
            return None
        with path.open("rb") as stream:
            content = stream.read(SOURCE_BYTES.most + 1)
            size = os.fstat(stream.fileno()).st_size
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        help = None if os.path.lexists(path) else nearest(path.name, files_beside(path))
        diagnostics.report("unreadable-file", f"`{name}` cannot be read: {reason}", named_at, help)
        return None
    if len(content) > SOURCE_BYTES.most:
        limit, found = (f"{size / 1024**2:,.1f} MB" for size in (SOURCE_BYTES.most, size))
        message = f"`{name}` holds {found}, and deckmaker reads files of up to {limit}"
        diagnostics.report("unreadable-file", message, named_at, "split the deck into several")
        return None
    return decoded(name, content, diagnostics)


def display_name(path: Path) -> str:
    """Return `path` as a user would type it here: relative to the working folder where both lie in one project.

    Links are named, and not what they lead to, which nobody typed. Never fails.
    """
    try:
        here = Path.cwd()
        if Path(os.path.abspath(path)).is_relative_to(project_root(here / "any file")):
            return os.path.relpath(path, here)
    except (ValueError, OSError):  # a NUL, a working folder that is gone
        pass
    return os.fspath(path)
