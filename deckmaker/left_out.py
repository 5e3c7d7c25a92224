"""What a deck's file holds that one of the presentations of the deck does not show: slides and blocks for others."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.resolve.audiences import is_for
from deckmaker.reuse.conditions import KEY, slides_and_blocks
from deckmaker.source.tree import DataPath, Tree


def left_out(deck: Path, tree: Tree, audience: str | None, row: int | None) -> frozenset[DataPath]:
    """Return the paths of slides and blocks, in the tree of a deck's file, that its presentation for an audience, or
    for everybody, and of the row of a number, is without: by `only`, and by an `if` that does not hold."""
    parts = list(slides_and_blocks(tree.data))
    found = {path for path, value in parts if not is_for(_names(value.get("only")), audience)}
    if any(KEY in value for _, value in parts):
        unmet = {(span.source, span.line, span.column) for span in _unmet(deck, row)}
        places = ((path, tree.value_span(path)) for path, value in parts if KEY in value)
        found |= {path for path, span in places if (span.source, span.line, span.column) in unmet}
    return frozenset(found)


def _names(only: Any) -> list[str] | None:
    return only if isinstance(only, list) else [only] if isinstance(only, str) else None


def _unmet(deck: Path, row: int | None) -> Iterator[Span]:
    """Yield where slides and blocks of a deck are written whose conditions do not hold."""
    from deckmaker.prepared import prepare  # loads what few decks need
    from deckmaker.rows.one_row import NoRow, one_row

    said = Diagnostics()
    prepared = prepare(deck, said)
    if prepared is None or prepared.assembly is None:
        return
    has_rows = row is not None or (isinstance(prepared.tree.data, dict) and "rows" in prepared.tree.data)
    with suppress(NoRow):  # a deck of no row was told already
        yield from prepared.assembly.left_out(one_row(prepared, deck, row, said) if has_rows else None)
