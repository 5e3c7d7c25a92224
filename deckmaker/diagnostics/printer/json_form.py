"""The JSON form, one object a line, for programs."""

from __future__ import annotations

import json

from deckmaker.budget import FILE_NAME_CHARACTERS
from deckmaker.diagnostics.diagnostic import Diagnostic


def json_line(diagnostic: Diagnostic) -> str:
    """Return one JSON object; what has no place has null for file, lines and columns.

    Lines and columns are 1-based, the end column is exclusive. Only ASCII, whatever the terminal's encoding.
    Half a surrogate pair, as of a file name that is not UTF-8, becomes its escape: many programs refuse it. Texts are
    as long as in any form; the file's name is whole, since programs open it.
    """
    span = diagnostic.span
    values = {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": _whole(diagnostic.message),
        "file": span and _whole(span.source.name),
        "line": span and span.line,
        "column": span and span.column,
        "end_line": span and span.end_line,
        "end_column": span and span.end_column,
        "notes": [_whole(note) for note in diagnostic.notes],
        "help": diagnostic.help and _whole(diagnostic.help),
    }
    return json.dumps(values)


def _whole(text: str) -> str:
    return text[: FILE_NAME_CHARACTERS.most].encode("utf-8", "backslashreplace").decode("utf-8")
