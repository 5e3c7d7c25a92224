"""Tables of rows in memory, and what a deck knows before there is a row, for tests of what is made of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from deckmaker.diagnostics import SourceFile
from deckmaker.diagnostics.collection import Diagnostics
from deckmaker.localization.typed_numbers import evidence
from deckmaker.rows.request import RowsRequest, Said
from deckmaker.rows.scopes import Scopes
from deckmaker.rows.source import RowSource
from deckmaker.rows.spool import Spool, StoredRow
from deckmaker.source import parse_yaml
from deckmaker.values.row import Columns


def table(names: Sequence[str], *rows: Sequence[str]) -> RowSource:
    """Return a table of these rows, from the second line of `regions.csv` on."""
    spool = Spool()
    for line, texts in enumerate(rows, 2):
        spool.add(StoredRow(line, tuple(texts)))
    spool.close()
    told = tuple(evidence(row[column] for row in rows) for column in range(len(names)))
    return RowSource(Columns("regions.csv", tuple(names), told), spool)


def scopes(language: str = "en", **variables: Any) -> Scopes:
    """Return what a deck knows that has a language, which may be a value, and variables."""
    tree = parse_yaml(SourceFile("deck.yaml", f'language: "{language}"\n'), Diagnostics())
    assert tree
    return Scopes(tree, variables)


def asked(**options: Any) -> RowsRequest:
    """Return what the command asks for: texts, and numbers."""
    said = {key: Said(one) if isinstance(one, str) else one for key, one in options.items()}
    return RowsRequest(Said("regions.csv"), **said)
