"""The lines of a code block: from where the deck has them, which of a file's are meant, and which stand out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.model import Run
from deckmaker.model.text import ASIDE, join_runs
from deckmaker.resolve.code_file import CodeFile, Lines, read_code_file
from deckmaker.resolve.line_numbers import stretches
from deckmaker.source.scalars import are_joined
from deckmaker.values.stand_ins import as_typed, guarded

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
        lines = typed_lines(guarded(entry.text), span)
        if are_joined(lines.text, span):
            help = "write `|` behind the key, and the lines below it"
            diagnostics.report("joined-lines", "YAML joins the lines of this code to fewer", span, help)
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


def typed_lines(text: str, span: Span) -> Lines:
    """Return the lines of a text in the deck, of which the first is line 1."""
    return Lines(text, span, 1, text.rstrip().count("\n") + 1)


def _picked(file: CodeFile, typed: str | None, path: DataPath, resolver: Resolver) -> Lines | None:
    """Return the lines of a file that the deck names, as `typed` at `path`, or all; report where there are none."""
    if typed is None:
        return file.all()
    diagnostics, span, typed = resolver.diagnostics, resolver.span(path), as_typed(typed)
    asked = stretches([typed])
    if not asked or len(asked) > 1:
        message = f"`{typed}` is no stretch of lines"
        diagnostics.report("wrong-value", message, span, "write the first and the last number, as in `lines: 10-25`")
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


def with_highlights(
    runs: tuple[Run, ...], asked: Sequence[str], lines: Lines, span: Span, diagnostics: Diagnostics
) -> tuple[Run, ...]:
    """Return code of which the lines `asked` for at `span` stand out: bold, and the others without colours.

    Both weight and colour say it, for whoever sees no difference in one of them. Where all of them do, none does.
    Report lines that are not shown.
    """
    numbers = _numbers(asked, lines, span, diagnostics)
    if not numbers or len(numbers) > lines.last - lines.first:
        return runs
    blank = lines.text[: len(lines.text) - len(lines.text.lstrip(" \t\r\n"))].count("\n")  # which are left out
    return join_runs(_marked(runs, numbers, lines.first + blank))


def _numbers(asked: Sequence[str], lines: Lines, span: Span, diagnostics: Diagnostics) -> frozenset[int]:
    """Return the numbers of the lines that stand out; report those that are not shown."""
    named = stretches(asked)
    if named is None:
        message = f"`{as_typed(', '.join(asked))}` are no numbers of lines"
        diagnostics.report("wrong-value", message, span, "write their numbers, as in `highlight: 3, 5-7`")
        return frozenset()
    found: set[int] = set()
    for first, last in named:
        end = lines.last if last is None else last
        beyond = next((one for one in (first, end) if not lines.first <= one <= lines.last), None)
        if beyond is not None:
            shown = f"lines {lines.first} to {lines.last} are" if lines.last > lines.first else f"line {lines.first} is"
            diagnostics.report("wrong-value", f"line {beyond} is not shown", span, f"{shown} here")
        else:
            found.update(range(first, end + 1))
    return frozenset(found)


def _marked(runs: Iterable[Run], lines: Collection[int], number: int) -> Iterator[Run]:
    for run in runs:
        for part in run.text.splitlines(keepends=True):
            is_bold = number in lines
            yield replace(run, text=part, bold=is_bold, syntax=run.syntax if is_bold else ASIDE)
            number += part.endswith("\n")
