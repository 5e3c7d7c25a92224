"""Places in source files. Knows text, lines and columns; nothing of YAML or decks."""

from __future__ import annotations

from pathlib import Path

from deckmaker.dataclasses import dataclass, field
from deckmaker.diagnostics.line_index import lines_of


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that an author wrote: `name` as the user gave it, and its decoded text.

    `path` is where it lies, where paths in it are relative to it and not to the deck that includes it. Of a large file,
    the text may be a few lines alone, of which `first` is the number of the first.
    """

    name: str
    text: str = field(repr=False)
    path: Path | None = field(default=None, repr=False, compare=False)
    first: int = 1

    def line(self, number: int) -> str:
        """Return line `number`, 1-based, without its end; empty when there is no such line."""
        return lines_of(self.text).line(number - self.first + 1)

    @property
    def digest(self) -> str:
        """What tells this text from others, however its lines end: its SHA-256 in UTF-8, as 64 hexadecimal digits."""
        from hashlib import sha256  # to check a deck, nobody needs it

        return sha256(self.text.replace("\r\n", "\n").encode(errors="surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a source file; lines and columns are 1-based, the end column is exclusive.

    `cell` names the place in a workbook, such as `Deaths!B7`: its line is the row, shown as text.
    """

    source: SourceFile
    line: int
    column: int
    end_line: int
    end_column: int
    cell: str = ""

    @property
    def place(self) -> str:
        """`file:line:column`, as editors and terminals link it; `file:sheet!cell` of a workbook."""
        return f"{self.source.name}:{self.cell or f'{self.line}:{self.column}'}"

    def holds(self, other: Span) -> bool:
        """Tell whether another stretch lies within this one, or is the same."""
        if (self.source.name, self.cell) != (other.source.name, other.cell):
            return False
        begin, end = (self.line, self.column), (self.end_line, self.end_column)
        return begin <= (other.line, other.column) and (other.end_line, other.end_column) <= end

    @property
    def order(self) -> tuple[str, int, int]:
        """Sort key: by file, then by place in it."""
        return (self.source.name, self.line, self.column)
