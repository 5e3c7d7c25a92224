"""What is asked for: a table's file and how it is read, which of its rows, and how their decks are called."""

from __future__ import annotations

from deckmaker.dataclasses import dataclass
from deckmaker.diagnostics import Span
from deckmaker.language.rows import ROWS, RowsEntry
from deckmaker.source import Tree


@dataclass(frozen=True, slots=True)
class Said:
    """A text that somebody wrote, and its place in the deck; None where it is an option of the command."""

    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class RowsRequest:
    """A table of rows, as a deck's `rows:` or the command's options ask for it.

    `file` is relative to the deck where it has a place there, else to the working folder. `sheet` to `decimal` say how
    it is read, as for other tables. `where` is a condition, `name` a pattern of file names. `limit` takes the first
    rows that the condition leaves, `sample` so many spread over all of them.
    """

    file: Said
    sheet: str | None = None
    delimiter: str | None = None
    encoding: str | None = None
    skip: int | None = None
    decimal: str | None = None
    where: Said | None = None
    name: Said | None = None
    limit: int | None = None
    sample: int | None = None


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
