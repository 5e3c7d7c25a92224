"""Files of rows: what they hold, and what is told of those that are amiss."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.printer import full
from deckmaker.rows.opening import open_rows
from deckmaker.rows.request import RowsRequest, Said
from deckmaker.rows.source import RowSource


def opened(path: Path, **options: Any) -> tuple[RowSource | None, Diagnostics]:
    """Open a file of rows as the command names it."""
    diagnostics = Diagnostics()
    return open_rows(RowsRequest(Said(str(path)), **options), path.parent / "deck.yaml", diagnostics), diagnostics


def texts(path: Path, **options: Any) -> list[tuple[str, ...]]:
    """Return the names and the texts of a file of rows, of which nothing is said."""
    source, diagnostics = opened(path, **options)
    assert source is not None, said(diagnostics)
    assert said(diagnostics) == []
    return [source.columns.names, *(row.texts for row in source)]


def said(diagnostics: Diagnostics) -> list[tuple[str, str, str, str | None]]:
    """Return what is said: code, place without the folder, message and help."""
    return [
        (one.code, one.span.place.rpartition("/")[2] if one.span else "", one.message, one.help) for one in diagnostics
    ]


def printed(diagnostics: Diagnostics) -> str:
    """Return messages as a terminal shows them, without folders."""
    return "\n\n".join(full(one) for one in diagnostics)
