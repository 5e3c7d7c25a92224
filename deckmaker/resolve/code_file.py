"""Code that stands in a file of the project: its lines, and which of them are meant."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import NamedTuple

from deckmaker.assets.files import opened
from deckmaker.assets.flaw import Unusable
from deckmaker.budget.decks import CODE_FILE_BYTES
from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.patterns import pattern
from deckmaker.resolve.allowance import Allowance
from deckmaker.resolve.files import find_file
from deckmaker.resolve.line_numbers import Stretch
from deckmaker.resolve.white_space import TAB
from deckmaker.source.encoding import decoded, foreign_format
from deckmaker.source.reading import display_name
from deckmaker.values.stand_ins import own_words

_LINE_END = pattern("\r\n?|\n")
"""What ends a line for editors, and so for the numbers that authors read there."""


class Lines(NamedTuple):
    """Lines of code: their text, where they stand, and the number of the first."""

    text: str
    span: Span
    first: int


class CodeFile:
    """A file of code and its lines, of which there is at least one that is not empty.

    Form feeds are left out: C, Lisp and Python have them between parts of a file, and nobody sees them.
    """

    def __init__(self, source: SourceFile) -> None:
        self._source = source
        self._lines = _LINE_END.split(own_words(source.text).rstrip().replace("\f", ""))

    @property
    def count(self) -> int:
        """How many lines there are; empty ones at the end are none."""
        return len(self._lines)

    def all(self) -> Lines:
        """Return all lines."""
        return self._stretch(1, self.count)

    def picked(self, stretch: Stretch) -> Lines | None:
        """Return a stretch of the lines, without the spaces that all of them begin with; None where it has none."""
        last = self.count if stretch.last is None else stretch.last
        if stretch.first > self.count or last > self.count:
            return None
        found = self._stretch(stretch.first, last)
        return found._replace(text=dedent(found.text.replace("\t", TAB)))

    def _stretch(self, first: int, last: int) -> Lines:
        lines = self._lines[first - 1 : last]
        return Lines("\n".join(lines), Span(self._source, first, 1, last, len(lines[-1]) + 1), first)


def read_code_file(
    written: str, deck_path: Path, span: Span, allowance: Allowance, diagnostics: Diagnostics
) -> CodeFile | None:
    """Return the file of code that the deck names at `span`; report and return None where it is none.

    Raises Excess where the deck's files are too much together.
    """
    path = find_file(written, deck_path, span, diagnostics, "text file")
    if path is None:
        return None
    try:
        with opened(path, CODE_FILE_BYTES) as (stream, stamp):
            allowance.file_bytes(stamp[0], span)
            content = stream.read(stamp[0])
    except Unusable as error:
        help = "save the lines that are meant as a file of their own" if error.flaw.help else None
        diagnostics.report("unusable-code", f"`{written}` {error.flaw.what}", span, help)
        return None
    if what := foreign_format(content):
        help = "show it as `image`" if what == "a picture" else "save the lines that are meant as a text file"
        diagnostics.report("unusable-code", f"`{written}` is {what}, expected lines of code", span, help)
        return None
    source = decoded(display_name(path), content, diagnostics)
    if source is None:
        return None
    if not source.text.strip():
        diagnostics.report("unusable-code", f"`{written}` is empty", span, "name a file that holds lines of code")
        return None
    return CodeFile(source)
