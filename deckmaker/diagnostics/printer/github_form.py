"""The form in which GitHub Actions shows messages beside the lines of a file.

Source: Workflow commands for GitHub Actions, and `escapeData` and `escapeProperty` of its toolkit.
"""

from __future__ import annotations

from deckmaker.budget.messages import FILE_NAME_CHARACTERS
from deckmaker.diagnostics.catalogue import Severity
from deckmaker.diagnostics.diagnostic import Diagnostic
from deckmaker.diagnostics.printer.escapes import printable
from deckmaker.diagnostics.shortening import shortened

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = _DATA | {":": "%3A", ",": "%2C"}


def github(diagnostic: Diagnostic) -> str:
    """Return `::error file=…,line=…,endLine=…,col=…,endColumn=…,title=code::message`; notes and help follow it."""
    properties: dict[str, object] = {}
    if span := diagnostic.span:
        name = span.source.name[: FILE_NAME_CHARACTERS.most]
        properties |= {"file": name, "line": span.line, "endLine": span.end_line}
        if span.line == span.end_line:  # GitHub takes columns for stretches of one line only
            properties |= {"col": span.column, "endColumn": span.end_column}
    properties["title"] = diagnostic.code
    listed = ",".join(f"{key}={_escaped(str(value), _PROPERTY)}" for key, value in properties.items())
    texts = [diagnostic.message, *(f"note: {note}" for note in diagnostic.remarks)]
    texts += [f"help: {diagnostic.help}"] if diagnostic.help else []
    data = _DATA["\n"].join(shortened(text, _data) for text in texts)
    return f"::{_COMMANDS[diagnostic.severity]} {listed}::{data}"


def _data(text: str) -> str:
    return _escaped(text, _DATA)


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return printable("".join(escapes.get(character, character) for character in text))
