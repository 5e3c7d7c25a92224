"""Rows that go together because a cell spans them."""

from __future__ import annotations

from deckmaker.model import Table


def row_groups(table: Table) -> list[range]:
    """Return the rows of a table from the first to the last, those together that no line may part."""
    joined = {row for place in table.places() for row in range(place.row + 1, place.row + place.cell.rows)}
    starts = [row for row in range(len(table.rows)) if row not in joined]
    return [range(start, end) for start, end in zip(starts, [*starts[1:], len(table.rows)], strict=True)]
