"""The JSON form, one object a line, for programs."""

from __future__ import annotations

import json

from deckmaker.budget.messages import FILE_NAME_CHARACTERS
from deckmaker.diagnostics.diagnostic import Diagnostic
from deckmaker.diagnostics.row_place import RowPlace
from deckmaker.diagnostics.span import Span


def json_line(diagnostic: Diagnostic) -> str:
    """Return one JSON object; what has no place has null for file, lines and columns.

    Lines and columns are 1-based, the end column is exclusive. Only ASCII, whatever the terminal's encoding.
    Half a surrogate pair, as of a file name that is not UTF-8, becomes its escape: many programs refuse it. Texts are
    as long as in any form; the file's name is whole, since programs open it. Where a deck is made for the row of a
    table, that is there, too.
    """
    values = {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": _whole(diagnostic.message),
        **_place(diagnostic.span),
        "notes": [_whole(note) for note in diagnostic.notes],
        "help": diagnostic.help and _whole(diagnostic.help),
        "edits": [{**_place(edit.span), "text": _whole(edit.text)} for edit in diagnostic.edits],
        **({"row": _row(row)} if (row := diagnostic.row) else {}),
    }
    return json.dumps(values)


def _row(row: RowPlace) -> dict[str, object]:
    return {
        "number": row.number,
        "file": _whole(row.file),
        "line": row.line,
        "columns": [_whole(name) for name in row.columns],
    }


def _place(span: Span | None) -> dict[str, object]:
    return {
        "file": span and _whole(span.source.name),
        "line": span and span.line,
        "column": span and span.column,
        "end_line": span and span.end_line,
        "end_column": span and span.end_column,
    }


def _whole(text: str) -> str:
    return text[: FILE_NAME_CHARACTERS.most].encode("utf-8", "backslashreplace").decode("utf-8")
