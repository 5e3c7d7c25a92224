"""Files from disk to text. Knows the words for what the system refuses, and how much is too much."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from deckmaker.budget.bound import Bound
from deckmaker.budget.importing import MARKDOWN_BARS, MARKDOWN_BRACKETS, MARKDOWN_BYTES, MARKDOWN_EMPHASIS
from deckmaker.budget.source import SOURCE_BYTES
from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.diagnostics.near import did_you_mean, meant_in, nearest_file
from deckmaker.project import Barred, NotAFile, Reached, files_beside, opened_file, project_root, reached_deck
from deckmaker.source.barred import told_barred
from deckmaker.source.drafts import draft_of
from deckmaker.source.encoding import MARKDOWN, YAML, decoded, first_lines, foreign_format

_MARKDOWN = (".md", ".markdown", ".mdown", ".qmd")


def read_deck(path: Path, diagnostics: Diagnostics) -> SourceFile | None:
    """Read the deck that a user names, as `read_source` does; report also where it is a link out of its project."""
    if path.suffix.lower() in _MARKDOWN and os.path.isfile(path):
        import shlex  # at start-up, nobody needs it

        name = display_name(path)
        help = f"make a deck of it: `deckmaker import {shlex.quote(name)}`"
        diagnostics.report("unreadable-file", f"`{name}` is Markdown, and no deck", help=help)
        return None
    return _read_named(path, diagnostics, SOURCE_BYTES, YAML)


def read_markdown(path: Path, diagnostics: Diagnostics) -> SourceFile | None:
    """Read a Markdown file that a user names, as `read_deck` reads a deck."""
    source = _read_named(path, diagnostics, MARKDOWN_BYTES, MARKDOWN)
    text = source.text if source else ""
    for signs, bound in (("[", MARKDOWN_BRACKETS), ("*_", MARKDOWN_EMPHASIS), ("|", MARKDOWN_BARS)):
        if source and sum(map(text.count, signs)) > bound.most:
            diagnostics.report("unreadable-file", f"`{source.name}` {bound.excess()}", help="import it in parts")
            return None
    return source


def _read_named(path: Path, diagnostics: Diagnostics, most: Bound, expected: str) -> SourceFile | None:
    try:
        found = reached_deck(path)
    except OSError:  # a working folder that is gone: said when the deck is opened
        found = Reached(path, False)
    if isinstance(found, Barred):
        told_barred(found, display_name(path), None, diagnostics, "name the file itself, or copy it into the project")
        return None
    return _read(path, found.path, diagnostics, None, most, expected)


def read_source(
    path: Path, diagnostics: Diagnostics, named_at: Span | None = None, most: Bound = SOURCE_BYTES
) -> SourceFile | None:
    """Read a UTF-8 file (a byte-order mark is allowed); report `unreadable-file` and return None otherwise.

    No link is followed: `path` is where a project was found to have the file. `named_at` is the place where another
    file names this one; `most` bounds its size.
    """
    return _read(path, path, diagnostics, named_at, most)


def _read(
    path: Path, real: Path, diagnostics: Diagnostics, named_at: Span | None, most: Bound, expected: str = YAML
) -> SourceFile | None:
    name = display_name(path)
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # which says, too, why there is none
            raise NotAFile
        if (content := draft_of(real)) is not None:
            size = len(content)
        else:
            with opened_file(real) as (stream, stamp):
                content, size = stream.read(most.most + 1), stamp[0]
    except NotAFile:
        what = "a folder" if os.path.isdir(path) else "not a file"
        help = _deck_in(path, real) if what == "a folder" and expected == YAML else None
        diagnostics.report("unreadable-file", f"`{name}` is {what}", named_at, help)
        return None
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        help = None if os.path.lexists(path) else _meant(path, real)
        diagnostics.report("unreadable-file", f"`{name}` cannot be read: {reason}", named_at, help)
        return None
    if len(content) > most.most and not foreign_format(content):
        message = f"`{name}` {most.excess(size)}"
        begins = Span(first_lines(name, content), 1, 1, 1, 2)
        help = "split the deck into several" if most is SOURCE_BYTES else None
        diagnostics.report("unreadable-file", message, named_at or begins, help)
        return None
    return decoded(name, content, diagnostics, expected, named_at)


def _deck_in(folder: Path, real: Path) -> str | None:
    """Return which file to name in place of a folder."""
    decks = [name for name in files_beside(real / "deck.yaml") if name.endswith((".yaml", ".yml"))]
    return f"name a deck in it, as in `{display_name(folder / decks[0])}`" if decks else None


def _meant(path: Path, real: Path) -> str | None:
    """Return the file that may be meant by a name that none has: without its ending or folder, or with a slip."""
    endings = ("",) if path.suffix else (".yaml", ".yml")
    with suppress(OSError):  # a name that no system has
        for ending in endings:
            for folder in (path.parent, path.parent / "decks"):
                if os.path.isfile(deck := folder / f"{path.name}{ending}"):
                    return did_you_mean(display_name(deck))
    if beside := nearest_file(path.name, files_beside(real)):
        return beside
    decks = [name for name in files_beside(real.parent / "decks" / real.name) if name.endswith((".yaml", ".yml"))]
    near = meant_in(nearest_file(path.name, decks))
    return did_you_mean(display_name(path.parent / "decks" / near)) if near else None


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
