"""The lines of a code block: from where the deck has them, and which of a file's are meant."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from deckmaker.diagnostics import Span
from deckmaker.patterns import pattern
from deckmaker.project import Barred, reached
from deckmaker.resolve.code_file import CodeFile, Lines, read_code_file
from deckmaker.resolve.line_numbers import stretches
from deckmaker.source.scalars import are_joined
from deckmaker.values.stand_ins import as_typed, guarded

_PATH = pattern(r"[^\s./]*+[./][^\s]{1,200}")
"""A path that somebody types in place of code."""

if TYPE_CHECKING:
    from deckmaker.language.code import CodeEntry
    from deckmaker.resolve.resolver import Resolver
    from deckmaker.source import DataPath


def lines_of(entry: CodeEntry, path: DataPath, resolver: Resolver) -> Lines | None:
    """Return the lines of the code that is written at `path`; report what is wrong, None where nothing is left."""
    diagnostics = resolver.diagnostics
    if entry.text is not None:
        if entry.file is not None:
            message = "code takes `text` or `file`, and has both"
            diagnostics.report("wrong-value", message, resolver.span((*path, "file")), "remove `file:` or `text:`")
        elif entry.lines is not None:
            message = "`lines` picks lines of a file, and the code stands here as `text`"
            diagnostics.report("wrong-value", message, resolver.span((*path, "lines")), "remove `lines:`")
        span = resolver.span((*path, "text") if (*path, "text") in resolver.tree.values else path)
        text = guarded(entry.text)
        lines = Lines(text, span, 1)
        if are_joined(lines.text, span):
            help = "write `text: |` on a line of its own, and the lines of the code below it"
            diagnostics.report("joined-lines", "YAML joins the lines of this code to fewer", span, help)
        elif _is_file(path_typed := as_typed(text.strip()), span.source.path or resolver.deck_path):
            help = f"write it as `file: {path_typed}`"
            diagnostics.report("wrong-value", "the path of a file stands here as code", span, help)
        return lines
    if entry.file is not None:
        span = resolver.span((*path, "file"))
        file = read_code_file(entry.file, resolver.deck_path, span, resolver.allowance, resolver.diagnostics)
        return _picked(file, entry.lines, (*path, "lines"), resolver) if file else None
    written = resolver.span(path)
    beginning = Span(written.source, written.line, written.column, written.line, written.column + 1)
    help = "add `text: |` with the lines below it, or `file:` with the path of a file"
    diagnostics.report("missing-key", "key `text` or `file` is missing", beginning, help)
    return None


def _is_file(text: str, deck_path: Path) -> bool:
    """Tell whether a text is the path of a file of the project, with an ending or a folder in it."""
    if not _PATH.fullmatch(text):
        return False
    found = reached(text, deck_path)
    return not isinstance(found, Barred) and found.is_file


def _picked(file: CodeFile, typed: str | None, path: DataPath, resolver: Resolver) -> Lines | None:
    """Return the lines of a file that the deck names, as `typed` at `path`, or all; report where there are none."""
    if typed is None:
        return file.all()
    diagnostics, span, typed = resolver.diagnostics, resolver.span(path), as_typed(typed)
    asked = stretches([typed])
    if not asked or len(asked) > 1:
        message = f"`{typed}` is no stretch of lines"
        diagnostics.report(
            "wrong-value", message, span, "write one stretch, the first line and the last: `lines: 10-25`"
        )
        return None
    picked = file.picked(asked[0])
    if picked is None:
        diagnostics.report(
            "wrong-value", f"lines `{typed}` go beyond the end of the file", span, f"its last line is {file.count}"
        )
    elif not picked.text.strip():
        diagnostics.report("wrong-value", f"lines `{typed}` are empty", span, "name lines that hold code")
        return None
    return picked
