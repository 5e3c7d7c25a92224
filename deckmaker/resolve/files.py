"""Paths in a deck to files on disk: found inside the project, and what is wrong with them said at their place."""

from __future__ import annotations

import re
from pathlib import Path

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.project import file_named, files_beside, path_beside, project_root

_WEB_ADDRESS = re.compile("https?://", re.IGNORECASE)
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_BACKSLASH = re.compile(r"[\\\a\b\t\n\v\f\r\x1b]")
"""A backslash, or what double quotes make of one and the letter behind it: `"pics\\new.jpg"` holds a line end."""


def find_file(written: str, deck_path: Path, span: Span, diagnostics: Diagnostics, kind: str) -> Path | None:
    """Return the file that `written`, relative to the deck, names; report and return None where there is none.

    `kind` says what it is to hold, such as picture.
    """
    if _WEB_ADDRESS.match(written):
        help = f"{kind}s are files of the project: save it there and name the file"
        diagnostics.report("missing-file", f"`{written}` is a web address", span, help=help)
        return None
    path = path_beside(deck_path, written)
    if path is None:
        diagnostics.report("missing-file", f"`{written}` is not a file", span)
        return None
    if not path.is_relative_to(project_root(deck_path)):
        diagnostics.report(
            "outside-project",
            f"`{written}` leads out of the project",
            span,
            help="copy the file into the project",
        )
        return None
    if path.is_dir():
        diagnostics.report("missing-file", f"`{written}` is a folder", span, help=f"name a {kind} in it")
        return None
    if not path.is_file():
        diagnostics.report("missing-file", f"`{written}` is not a file", span, help=_mended(written, path, deck_path))
        return None
    return path


def _mended(written: str, path: Path, deck_path: Path) -> str | None:
    """Return how to write the path of a file that is not there."""
    if _DRIVE.match(written):
        return "begin at the deck's folder, and write `/` between folders"
    if _BACKSLASH.search(written):
        return "write `/` between folders"
    elsewhere = file_named(path.name, deck_path)
    return nearest(path.name, files_beside(path)) or (f"did you mean `{elsewhere}`?" if elsewhere else None)
