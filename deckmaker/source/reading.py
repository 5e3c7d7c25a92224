"""Files from disk to text. Knows the words for what the system refuses, and how much is too much."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from deckmaker.budget import SOURCE_BYTES, Bound
from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.project import Barred, NotAFile, Reached, files_beside, opened_file, project_root, reached_deck
from deckmaker.source.barred import told_barred
from deckmaker.source.encoding import decoded, first_lines


def read_deck(path: Path, diagnostics: Diagnostics) -> SourceFile | None:
    """Read the deck that a user names, as `read_source` does; report also where it is a link out of its project."""
    try:
        found = reached_deck(path)
    except OSError:  # a working folder that is gone: said when the deck is opened
        found = Reached(path, False)
    if isinstance(found, Barred):
        told_barred(found, display_name(path), None, diagnostics, "name the file itself, or copy it into the project")
        return None
    return _read(path, found.path, diagnostics, None, SOURCE_BYTES)


def read_source(
    path: Path, diagnostics: Diagnostics, named_at: Span | None = None, most: Bound = SOURCE_BYTES
) -> SourceFile | None:
    """Read a UTF-8 file (a byte-order mark is allowed); report `unreadable-file` and return None otherwise.

    No link is followed: `path` is where a project was found to have the file. `named_at` is the place where another
    file names this one; `most` bounds its size.
    """
    return _read(path, path, diagnostics, named_at, most)


def _read(path: Path, real: Path, diagnostics: Diagnostics, named_at: Span | None, most: Bound) -> SourceFile | None:
    name = display_name(path)
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # which says, too, why there is none
            raise NotAFile
        with opened_file(real) as (stream, stamp):
            content, size = stream.read(most.most + 1), stamp[0]
    except NotAFile:
        diagnostics.report("unreadable-file", f"`{name}` is not a file", named_at)
        return None
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        help = None if os.path.lexists(path) else nearest(path.name, files_beside(real))
        diagnostics.report("unreadable-file", f"`{name}` cannot be read: {reason}", named_at, help)
        return None
    if len(content) > most.most:
        limit, found = (f"{size / 1024**2:,.1f} MB" for size in (most.most, size))
        whose = "files" if most is SOURCE_BYTES else "such a file"
        message = f"`{name}` holds {found}, and deckmaker reads {whose} of up to {limit}"
        begins = Span(first_lines(name, content), 1, 1, 1, 2)
        help = "split the deck into several" if most is SOURCE_BYTES else None
        diagnostics.report("unreadable-file", message, named_at or begins, help)
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
