"""Written tables to `model.Table`.

    rows or file ─written→ Written ─grid→ positions ─choice→ rows and columns picked ─showing→ Table

Loaded only where a deck has a table.
"""

from deckmaker.resolve.tables.table import resolve_table

__all__ = ["resolve_table"]
