"""Paths in a deck to files on disk: found inside the project, and what is wrong with them said at their place."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path, PurePath

from deckmaker.diagnostics import Diagnostics, Edit, Span
from deckmaker.diagnostics.edit import rewritten
from deckmaker.diagnostics.near import meant_in, nearest_file
from deckmaker.patterns import pattern
from deckmaker.project import Barred, file_named, files_beside, is_only_one, reached
from deckmaker.source.barred import told_barred, way_inside
from deckmaker.source.drafts import drafted_file

_WEB_ADDRESS = pattern("https?://", re.IGNORECASE)
_OTHERS = (".yaml", ".yml", ".md", ".pdf", ".pptx", ".html")
_NEVER_MEANT = {
    "picture": (*_OTHERS, ".csv", ".tsv", ".xlsx", ".json", ".txt"),
    "table": (*_OTHERS, ".jpg", ".jpeg", ".png", ".svg", ".gif", ".webp", ".tif", ".tiff"),
}
"""Endings of what lies beside a file of a kind, often under the same name, and is never meant by its name."""
_DRIVE = pattern(r"[A-Za-z]:[\\/]")
_BACKSLASH = pattern(r"[\\\a\b\t\n\v\f\r\x1b]")
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
    if not isinstance(found, Barred) and (drafted := drafted_file(found.path)):
        return drafted
    if kind == "table" and "\n" in written.strip() and (isinstance(found, Barred) or not found.is_file):
        message = "a table stands here as a text of several lines, and only the path of a file may"
        diagnostics.report(
            "missing-file", message, span, "write each row as a list below `rows:`, as in `- [Ward, Wells]`"
        )
        return None
    if found is Barred.NOWHERE or (found is Barred.HIDDEN and _BACKSLASH.search(written)):
        diagnostics.report("missing-file", f"`{written}` is not a file", span, help=_slashes(written))
    elif isinstance(found, Barred):
        told_barred(found, written, span, diagnostics, way_inside(written, deck_path))
    elif found.is_folder:
        diagnostics.report("missing-file", f"`{written}` is a folder", span, help=f"name a {kind} in it")
    elif not found.is_file:
        help = _mended(written, found.path, deck_path, kind)
        edits = _edits(written, found.path, deck_path, help, span)
        if not help and kind == "picture" and not PurePath(written).suffix and len(written) < 100:
            help = "paths begin at the folder of the deck; a file's name has its ending, as in `lake.jpg`"
        diagnostics.report("missing-file", f"`{written}` is not a file", span, help=help, edits=edits)
    else:
        return found.path
    return None


@lru_cache(maxsize=8)
def _maybe_meant(files: tuple[str, ...], kind: str) -> tuple[str, ...]:
    """Return the names of what may be of a kind: one look at each, however many others are missed beside them."""
    return tuple(name for name in files if not name.lower().endswith(_NEVER_MEANT[kind]))


def _mended(written: str, path: Path, deck_path: Path, kind: str) -> str | None:
    """Return how to write the path of a file that is not there."""
    if slashes := _slashes(written):
        return slashes
    files = tuple(files_beside(path))
    if kind in _NEVER_MEANT:
        files = _maybe_meant(files, kind)
    if near := nearest_file(path.name, files):
        return near
    elsewhere = file_named(path.name, deck_path)
    return f"did you mean `{elsewhere}`?" if elsewhere else None


def _edits(written: str, path: Path, deck_path: Path, help: str | None, span: Span) -> tuple[Edit, ...]:
    """Return the edit that names the file which `help` names: one called so elsewhere, or with a slip in its name."""
    meant = meant_in(help)
    if not meant:
        return ()
    if "/" in meant:  # found under the same name
        return rewritten(span, written, meant) if is_only_one(path.name, deck_path) else ()
    from deckmaker.diagnostics.slips import is_slip  # of a deck without mistakes, nobody asks

    is_sure = PurePath(meant).suffix == path.suffix and is_slip(path.name, meant, files_beside(path))
    return rewritten(span, written, f"{written[: -len(path.name)]}{meant}") if is_sure else ()


def _slashes(written: str) -> str | None:
    """Return how to write a path that is written as Windows does, None where it is not."""
    if _DRIVE.match(written):
        return "begin at the deck's folder, and write `/` between folders"
    return "write `/` between folders" if _BACKSLASH.search(written) else None
