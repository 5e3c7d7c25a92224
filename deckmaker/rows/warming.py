"""What the decks of all rows share, such as the theme, its fonts and code, made ready before this process is copied."""

from __future__ import annotations

from deckmaker.copies import in_copy, is_safe
from deckmaker.diagnostics import Diagnostics
from deckmaker.guards import guarded
from deckmaker.rows.batch import Order, RowTask, read_once


def warm(order: Order, task: RowTask) -> None:
    """Lay out the deck of a row, of which nothing is said: whoever works on the row says it.

    That is done in a copy first. A row whose deck ends its process, as one with a huge picture may, leaves this process
    alone, and its copies begin cold.
    """
    if is_safe() and in_copy(lambda: _lay_out(order, task)):
        _lay_out(order, task)


def _lay_out(order: Order, task: RowTask) -> bool:
    from deckmaker.pipeline import stages_of

    prepared, diagnostics = read_once(order).prepared, Diagnostics(order.levels)
    if prepared:
        with guarded(order.deck, diagnostics):
            stages_of(prepared, diagnostics, order.audience, False, task.row)
    return True
