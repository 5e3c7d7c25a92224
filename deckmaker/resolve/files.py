"""Paths in a deck to files on disk: found inside the project, and what is wrong with them said at their place."""

from __future__ import annotations

import re
from pathlib import Path

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.project import Barred, file_named, files_beside, reached
from deckmaker.source.barred import told_barred

_WEB_ADDRESS = re.compile("https?://", re.IGNORECASE)
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_BACKSLASH = re.compile(r"[\\\a\b\t\n\v\f\r\x1b]")
"""A backslash, or what double quotes make of one and the letter behind it: `"pics\\new.jpg"` holds a line end."""


def find_file(written: str, deck_path: Path, span: Span, diagnostics: Diagnostics, kind: str) -> Path | None:
    """Return the file that `written` names; report and return None where there is none.

    It is relative to the file in which it stands: the deck, or one that the deck includes. `kind` says what it is
    to hold, such as picture. The path has no link in it; whoever opens it follows none.
    """
    if _WEB_ADDRESS.match(written):
        way_out = f"{kind}s are files of the project: save it there and name the file"
        diagnostics.report("missing-file", f"`{written}` is a web address", span, help=way_out)
        return None
    deck_path = span.source.path or deck_path
    found = reached(written, deck_path)
    if found is Barred.NOWHERE or (found is Barred.HIDDEN and _BACKSLASH.search(written)):
        diagnostics.report("missing-file", f"`{written}` is not a file", span, help=_slashes(written))
    elif isinstance(found, Barred):
        told_barred(found, written, span, diagnostics)
    elif found.is_folder:
        diagnostics.report("missing-file", f"`{written}` is a folder", span, help=f"name a {kind} in it")
    elif not found.is_file:
        help = _mended(written, found.path, deck_path)
        diagnostics.report("missing-file", f"`{written}` is not a file", span, help=help)
    else:
        return found.path
    return None


def _mended(written: str, path: Path, deck_path: Path) -> str | None:
    """Return how to write the path of a file that is not there."""
    if slashes := _slashes(written):
        return slashes
    if near := nearest(path.name, files_beside(path)):
        return near
    elsewhere = file_named(path.name, deck_path)
    return f"did you mean `{elsewhere}`?" if elsewhere else None


def _slashes(written: str) -> str | None:
    """Return how to write a path that is written as Windows does, None where it is not."""
    if _DRIVE.match(written):
        return "begin at the deck's folder, and write `/` between folders"
    return "write `/` between folders" if _BACKSLASH.search(written) else None
