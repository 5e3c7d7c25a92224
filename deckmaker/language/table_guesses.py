"""What people type for tables and their columns who made them elsewhere, and how it is written here."""

from __future__ import annotations

from typing import Any

from deckmaker.diagnostics.near import did_you_mean
from deckmaker.language.synonyms import meant_by

_HEADERS = "write the columns' names as the first of the `rows`"
_TOTALS = "write `footer: 1` if the last row is a total; deckmaker adds nothing up"
_STRONG = "write `strong:`, as in `strong: {rows: [1]}`"
_OF_COLUMNS = {
    "align: right": ("align", "alignment"),
    "decimals: 1": ("decimals", "precision"),
    "format: percent": ("format", "number_format"),
    "unit: dB": ("unit", "units"),
    "width: 2": ("width", "widths"),
}
"""What a column of a table may say, and what somebody may write beside `columns` for it."""
_NOTED = "write it as `caption:`; or in a cell or a column's name, behind the word, as in `Level^[Above 55 dB.]`"
_OF_TABLES = {
    **dict.fromkeys(("note", "notes", "footnote", "footnotes", "remark", "remarks", "comment"), _NOTED),
    **dict.fromkeys(("highlight", "bold", "emphasis", "stress"), _STRONG),
    **{
        word: f"write it of a column, as in `columns: [Berth, {{from: Level, {said}}}]`"
        for said, words in _OF_COLUMNS.items()
        for word in words
    },
    **dict.fromkeys(("total", "totals", "total_row", "sum", "sums", "foot", "tfoot"), _TOTALS),
    "range": "all of the sheet is read: `skip`, `where` and `most` choose rows, `columns` chooses columns",
    "headers": _HEADERS,
    "head": _HEADERS,
    "thead": _HEADERS,
}

_SHOWN = ("as", "header", "heading", "label", "rename", "show", "shown", "title")
"""What a column's header may be called, beside what the column is called in the data."""


def table_guess(word: str, value: Any, written: dict[str, Any], known: list[str]) -> str | None:
    """Return how to write an unknown key of a table, or of one of its columns; None of most.

    `written` is the mapping that has the word, `known` are the keys that it may have.
    """
    if "from" in known and "align" in known:
        return _of_a_column(word, value, written, known)
    if "stub" not in known:
        return None
    if word in ("data", "source") and is_table_file(value):
        return did_you_mean("file")
    return _OF_TABLES.get(word)


def is_table_file(value: Any) -> bool:
    """Tell whether a value is the name of a file that tables are read from."""
    return isinstance(value, str) and value.lower().endswith((".csv", ".tsv", ".xlsx"))


def _of_a_column(word: str, value: Any, written: dict[str, Any], known: list[str]) -> str | None:
    """Return how a column says both its name in the data and its header."""
    if word not in _SHOWN or not isinstance(value, str):
        return None
    if "from" in written and "name" not in written:
        return did_you_mean("name")
    own = next((one for key, one in written.items() if key == "name" or meant_by(key, known) == "from"), None)
    return f"write `{{from: {own}, name: {value}}}`" if isinstance(own, str) else None
