"""The variables of a deck: what it says itself, and what files of the project hold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from deckmaker.budget.values import VARIABLES_BYTES
from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.language.validation import sound
from deckmaker.language.variables import VariableFileEntry
from deckmaker.resolve.allowance import Allowance, Excess
from deckmaker.resolve.files import find_file
from deckmaker.resolve.tables.in_file import written_in_file
from deckmaker.source import DataPath, Tree, parse_yaml, read_source
from deckmaker.values.looks import spelt
from deckmaker.values.lookup import Lost
from deckmaker.values.table import Table
from deckmaker.values.template import OPENS

_OF_TABLES = ("sheet", "delimiter", "encoding", "skip", "decimal", "key")
_BEGINS = "write names and values into it, as in `city: Hamburg`"


def read_variables(tree: Tree, path: Path, diagnostics: Diagnostics) -> dict[str, Any]:
    """Return the values of a deck's variables by their names; report files that cannot be read.

    What the language does not allow is reported where the deck is validated.
    """
    written = tree.data.get("variables") if isinstance(tree.data, dict) else None
    if not isinstance(written, dict):
        return {}
    reading = _Reading(tree, path, diagnostics)
    return {name: reading.value(value, ("variables", name)) for name, value in written.items()}


class _Reading:
    """Reads the files of a deck's variables: those of JSON and YAML once each, however many variables name them."""

    def __init__(self, tree: Tree, path: Path, diagnostics: Diagnostics) -> None:
        self._tree, self._path, self._diagnostics = tree, path, diagnostics
        self._allowance = Allowance()
        self._known: dict[Path, Any] = {}
        self._bytes = 0

    def value(self, value: Any, at: DataPath) -> Any:
        """Return a variable's value, or that it is lost."""
        if not isinstance(value, dict) or "file" not in value:
            return value
        entry = sound(VariableFileEntry, value)
        if entry is None:
            return Lost()
        span = self._tree.value_span((*at, "file"))
        if OPENS in entry.file:
            help = "write the file's name, and name a row of it in texts, or pick rows by `where`"
            self._diagnostics.report("variable-syntax", "values cannot say which file a variable is", span, help)
            return Lost()
        if not entry.file.lower().endswith((".json", ".yaml", ".yml")):
            return _table(entry, at, self._tree, self._path, self._allowance, self._diagnostics)
        for key in _OF_TABLES:
            if getattr(entry, key) is not None:
                message = f"`{key}` is for tables, and `{entry.file}` is none"
                self._diagnostics.report("wrong-value", message, self._tree.value_span((*at, key)), f"remove `{key}:`")
        found = find_file(entry.file, self._path, span, self._diagnostics, "file")
        if not found:
            return Lost()
        if found not in self._known:
            self._known[found] = self._values(found, entry.file, span)
        return self._known[found]

    def _values(self, found: Path, written: str, span: Span) -> Any:
        """Return what a JSON or YAML file holds, or that it is lost."""
        source = read_source(found, self._diagnostics, span)
        if not source:
            return Lost()
        self._bytes += (size := len(source.text.encode()))
        if self._bytes > VARIABLES_BYTES.most:
            before = "" if size > VARIABLES_BYTES.most else ", with the files before it,"
            message = f"`{written}`{before} {VARIABLES_BYTES.excess(self._bytes if before else size)}"
            self._diagnostics.report("unusable-variable", message, span, "keep in it what texts need")
            return Lost()
        if written.lower().endswith(".json"):
            return _json(source, self._diagnostics)
        read = parse_yaml(source, self._diagnostics, _BEGINS)
        return read.data if read else Lost()


def _json(source: SourceFile, diagnostics: Diagnostics) -> Any:
    """Return what a JSON file holds, its numbers as typed; report where it is none."""
    try:
        return _texts(json.loads(source.text, parse_float=str, parse_int=str, parse_constant=str))
    except json.JSONDecodeError as error:
        place = Span(source, error.lineno, error.colno, error.lineno, error.colno + 1)
        message = f"not JSON: {error.msg[:1].lower()}{error.msg[1:]}"
    except RecursionError:
        place = Span(source, 1, 1, 1, 2)
        message = "not JSON that can be read: lists and mappings are nested too deep"
    diagnostics.report("unusable-variable", message, place, "mend the file where it is made")
    return Lost()


def _texts(value: Any) -> Any:
    """Return JSON's values as YAML's are read: truths are words."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return [_texts(one) for one in value]
    if isinstance(value, dict):
        return {name: _texts(one) for name, one in value.items()}
    return value


def _table(
    entry: VariableFileEntry, at: DataPath, tree: Tree, path: Path, allowance: Allowance, diagnostics: Diagnostics
) -> Table | Lost:
    """Return the rows of a CSV or XLSX file, whose first row names the columns."""
    span = tree.value_span((*at, "file"))
    try:
        written = written_in_file(entry.file, entry, 1, path, span, allowance, diagnostics)
    except Excess as excess:
        diagnostics.report("endless-deck", str(excess), excess.span, excess.help)
        return Lost()
    if written is None:
        return Lost()
    columns, *rows = ([cell.text for cell in row.cells] for row in written.rows)
    typed = [[cell.shown is None for cell in row.cells] for row in written.rows[1:]] if written.decimal else None
    named = columns[0] if entry.key is None else spelt(entry.key, columns)
    if named not in columns:
        message, help = f"`{entry.file}` has no column `{named}`", nearest(named, columns)
        diagnostics.report("unknown-column", message, tree.value_span((*at, "key")), help)
        return Lost()
    return Table(columns, rows, columns.index(named), entry.decimal, typed)
