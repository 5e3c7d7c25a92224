"""The rows of a table as written, for each of which there is a deck."""

from __future__ import annotations

from deckmaker.language.data import FileEntry
from deckmaker.language.entry import EntryOf, optional, required
from deckmaker.language.kinds import Text


class RowsEntry(FileEntry):
    """A table for each of whose rows a deck is made. Its columns are names for `{{ }}`."""

    file = required(Text(), "Path of a CSV, XLSX, JSON lines or Parquet file, relative to the deck.")
    where = optional(Text(), 'Which rows are meant: a condition, as in "{{ population }} > 1000000".')
    name = optional(
        Text(),
        'What the files of a row are called, as in "{{ region }}-{{ year }}"; without it, by the deck and the first '
        "column.",
    )


ROWS = EntryOf(RowsEntry, shorthand="file")
