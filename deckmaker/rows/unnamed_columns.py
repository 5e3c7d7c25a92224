"""Columns that a deck was to name, and does not: in single braces, or nowhere. It is said once for all rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deckmaker.diagnostics import Diagnostics
from deckmaker.patterns import pattern
from deckmaker.prepared import Prepared
from deckmaker.reuse.filling import LEFT_AS_WRITTEN
from deckmaker.source import DataPath
from deckmaker.source.scalars import span_within
from deckmaker.values.row import Columns
from deckmaker.values.template import OPENS

_SINGLE = pattern(r"(?<!\{)\{(?P<name>[^{}|]+)(?P<format>\|[^{}]*)?\}(?!\})")


def report_unnamed_columns(prepared: Prepared, columns: Columns, diagnostics: Diagnostics) -> None:
    """Report columns in single braces, which would be shown, and a deck in which nothing depends on the row."""
    assembly = prepared.assembly
    tree = assembly.tree if assembly else prepared.tree
    is_same = not (assembly and assembly.conditions)
    for text, at in _texts(tree.data, ()):
        is_same = is_same and OPENS not in text
        if at is None:
            continue
        for found in _SINGLE.finditer(text):
            if found["name"].strip() in columns.names:
                message = f"`{found[0]}` is shown as it is: values of columns stand between two braces"
                place = span_within(tree.value_span(at), text, *found.span())
                diagnostics.report("single-braces", message, place, f"write `{{{found[0]}}}`")
    if is_same:
        first = next((name for name in columns.names if name.isidentifier()), "region")
        message = f"no value of `{columns.file}` is in the deck: the decks of its rows are all the same"
        help = f"name a column where its value is to stand, as in `{{{{ {first} }}}}`"
        diagnostics.report("same-decks", message, tree.key_span(()), help)


def _texts(value: Any, at: DataPath) -> Iterator[tuple[str, DataPath | None]]:
    """Yield the texts of a deck with their paths; keys, which may hold values too, without."""
    match value:
        case str():
            yield value, at
        case list():
            for index, one in enumerate(value):
                yield from _texts(one, (*at, index))
        case dict():
            for key, one in value.items():
                if at or key not in LEFT_AS_WRITTEN:
                    yield key, None
                    yield from _texts(one, (*at, key))
        case _:
            pass
