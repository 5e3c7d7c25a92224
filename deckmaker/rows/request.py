"""What is asked for: a table's file and how it is read, which of its rows, and how their decks are called."""

from __future__ import annotations

from deckmaker.dataclasses import dataclass, replace
from deckmaker.diagnostics import SourceFile, Span
from deckmaker.language.rows import ROWS, RowsEntry
from deckmaker.source import Tree
from deckmaker.source.places import place_at
from deckmaker.source.scalars import span_within


@dataclass(frozen=True, slots=True)
class Said:
    """A text that somebody wrote, and its place in the deck; None where it is an option of the command."""

    text: str
    span: Span | None = None

    def place(self, option: str, begin: int = 0, end: int | None = None) -> Span:
        """Return the place of a part of it, by its offsets: in the deck, or in what stands behind the `option`."""
        end = len(self.text) if end is None else end
        if self.span:
            return span_within(self.span, self.text, begin, end)
        source = SourceFile(option, self.text)
        first, last = place_at(source, begin), place_at(source, max(begin, end - 1))
        return Span(source, first.line, first.column, last.line, last.end_column)


@dataclass(frozen=True, slots=True)
class RowsRequest:
    """A table of rows, as a deck's `rows:` or the command's options ask for it.

    `file` is relative to the deck where it has a place there, else to the working folder. `sheet` to `decimal` say how
    it is read, as for other tables. `where` is a condition, and `further` another one that has to hold, too. `name`
    is a pattern of file names. `limit` takes the first rows that conditions leave, `sample` so many spread over these.
    `row` is the number of the only one that is meant, whatever the conditions.
    """

    file: Said
    sheet: str | None = None
    delimiter: str | None = None
    encoding: str | None = None
    skip: int | None = None
    decimal: str | None = None
    where: Said | None = None
    further: Said | None = None
    name: Said | None = None
    limit: int | None = None
    sample: int | None = None
    row: int | None = None


def request_in(tree: Tree) -> RowsRequest | None:
    """Return what a deck's `rows:` asks for; None where there is none, or one with mistakes, which are reported where
    the deck is validated. The tree is the deck's own, before values are in its texts."""
    written = tree.data.get("rows") if isinstance(tree.data, dict) else None
    entry: RowsEntry | None = None if written is None else ROWS.read(written, (), [])
    if entry is None:
        return None
    texts = {"file": entry.file, "where": entry.where, "name": entry.name}
    said = {key: Said(text, tree.value_span(("rows", key))) for key, text in texts.items() if text is not None}
    reading = {key: getattr(entry, key) for key in ("sheet", "delimiter", "encoding", "skip", "decimal")}
    return RowsRequest(said["file"], where=said.get("where"), name=said.get("name"), **reading)


def with_options(
    request: RowsRequest | None,
    file: str | None = None,
    where: str | None = None,
    name: str | None = None,
    limit: int | None = None,
    sample: int | None = None,
    *,
    sheet: str | None = None,
    decimal: str | None = None,
    row: int | None = None,
) -> RowsRequest | None:
    """Return what a deck asks for, with the command's options; None where neither names a table.

    Another `file` is read as its own content tells, `sheet`, `decimal` and `name` stand in place of the deck's, and the
    condition `where` has to hold beside the deck's.
    """
    if file is not None:
        before = request
        request = RowsRequest(Said(file))
        if before:
            request = replace(request, where=before.where, name=before.name)
    if request is None:
        return None
    return replace(
        request,
        sheet=request.sheet if sheet is None else sheet,
        decimal=request.decimal if decimal is None else decimal,
        further=None if where is None else Said(where),
        name=request.name if name is None else Said(name),
        limit=limit,
        sample=sample,
        row=row,
    )
