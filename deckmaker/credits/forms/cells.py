"""A work as cells of plain text, for the forms that have no lists."""

from __future__ import annotations

from deckmaker.credits.ledger import FIELDS, Work
from deckmaker.model.number_ranges import ranges

COLUMNS = ("slides", *FIELDS, "missing", "rows")


def cells(work: Work) -> dict[str, str]:
    """Return a text for each of COLUMNS, empty where nothing is known."""
    fields = {name: value or "" for name, value in work.fields.items()}
    missing = "; ".join(f"{one.code}: {one.message}" for one in work.missing)
    return {"slides": ", ".join(map(str, work.slides)), **fields, "missing": missing, "rows": ranges(work.rows)}
