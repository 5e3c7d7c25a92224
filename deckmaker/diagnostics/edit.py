"""What to write in place of a stretch of a file: mends that a program can make, of words and texts within their quotes.

A text is rewritten only where the file says literally what was read: plainly, or in quotes without escapes. So a value
that comes from elsewhere, or that is written in a way that nobody foresaw, is never touched.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection

from deckmaker.dataclasses import dataclass, replace
from deckmaker.diagnostics.line_index import lines_of
from deckmaker.diagnostics.near import meant_in
from deckmaker.diagnostics.span import Span
from deckmaker.patterns import pattern

LONGEST = 1_000
"""Characters of a text that is written into a file."""

_PLAIN = pattern(r"[A-Za-z](?:[\w ()./-]*[\w)])?")
_WORD = pattern(r"[\w./-]*\w(?::\w[\w.-]*)?")
_NO_TEXT = pattern("y|yes|n|no|true|false|on|off|null", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of a file: `text` in place of all that stands in `span`, which is empty where something is added.

    All edits of a diagnostic belong together. They leave comments, order, quotes and line ends as they are.
    """

    span: Span
    text: str

    @property
    def begin(self) -> int:
        """Where the stretch begins, in characters from the beginning of the file."""
        return lines_of(self.span.source.text).offset(self.span.line, self.span.column)

    @property
    def end(self) -> int:
        """Where the stretch ends, likewise; the end is exclusive."""
        return lines_of(self.span.source.text).offset(self.span.end_line, self.span.end_column)

    @property
    def replaced(self) -> str:
        """What stands in the stretch now."""
        return self.span.source.text[self.begin : self.end]


def scalar(text: str) -> str:
    """Return a text as YAML: as it is where all YAML tools read it so, else in double quotes."""
    if _PLAIN.fullmatch(text) and not _NO_TEXT.fullmatch(text):
        return text
    return json.dumps(text, ensure_ascii=False)


def rewritten(span: Span, written: str, meant: str) -> tuple[Edit, ...]:
    """Return the edit of a text or key at `span`, within its quotes; none where the file does not say it literally."""
    inner = literal(span, written)
    if inner is None or len(meant) > LONGEST:
        return ()
    if inner != span:
        return () if set(meant) & {'"', "'", "\\", "\n"} else (Edit(inner, meant),)
    return (Edit(inner, meant if _WORD.fullmatch(meant) else scalar(meant)),)


def respelled(span: Span, written: str, help: str | None, known: Collection[str]) -> tuple[Edit, ...]:
    """Return the edit that a help sentence (`did you mean …`) asks for, if it can only be a slip of that word."""
    if meant := meant_in(help):
        from deckmaker.diagnostics.slips import is_slip  # of a deck without mistakes, nobody asks

        return rewritten(span, written, meant) if is_slip(written, meant, known) else ()
    return ()


def literal(span: Span, written: str) -> Span | None:
    """Return where the letters of a text stand, without its quotes; None where they do not stand there as they are."""
    if span.line != span.end_line or not written:
        return None
    found = span.source.line(span.line)[span.column - 1 : span.end_column - 1]
    if found == written:
        return span
    if found in (f'"{written}"', f"'{written}'") and not set(written) & {'"', "'", "\\"}:
        return replace(span, column=span.column + 1, end_column=span.end_column - 1)
    return None
