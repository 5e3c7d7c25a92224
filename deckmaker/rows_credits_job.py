"""What the decks of rows credit, as one list: it prints nothing, and returns all there is to say."""

from __future__ import annotations

import gc
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from deckmaker.diagnostics import Diagnostic, Diagnostics
from deckmaker.guards import guarded
from deckmaker.jobs import JobResult
from deckmaker.messages import MessageOptions, message_lines
from deckmaker.rows.batch import Order, read_once, said_of_all, take_own_levels
from deckmaker.rows.found import Founds, Gathered
from deckmaker.rows.planning import selected_rows
from deckmaker.rows.request import RowsRequest
from deckmaker.rows.selection import Selection

if TYPE_CHECKING:
    from deckmaker.credits.ledger import Ledger


def rows_credits_job(
    deck: Path, request: RowsRequest, dated: bool, messages: MessageOptions, audience: str | None
) -> JobResult:
    """List what the decks of rows credit; where the list will be `dated`, only if there is a date for it. Rows whose
    decks have errors are not in it, and what is found in many is said once."""
    from deckmaker.credits.merging import merged
    from deckmaker.pipeline import has_date

    diagnostics, gathered = Diagnostics(messages.levels), Gathered()
    shows = frozenset(one for one in ("error", "warning", "note") if messages.shows(one))
    order = Order(secrets.token_hex(8), deck, audience=audience, levels=messages.levels, shows=shows)
    shared: list[Diagnostic] = []
    failed, ledger = False, None
    with guarded(deck, diagnostics):
        shared, prepared = said_of_all(order), read_once(order).prepared
        take_own_levels(order, diagnostics)
        bad = ("error", "warning") if messages.strict else ("error",)
        failed = prepared is None or any(one.severity.value in bad for one in shared)
        rows = selected_rows(prepared, request, diagnostics) if prepared else None
        if rows and prepared and not failed and (not dated or has_date(diagnostics)):
            data = prepared.tree.data
            title = data.get("title") if isinstance(data, dict) else None
            listed = [*_listed(order, rows, messages.strict, gathered)]
            failed = len(listed) < len(rows)
            ledger = merged(listed, str(title))
    failed = failed or ledger is None or diagnostics.failed(messages.strict)
    said = message_lines([*diagnostics, *shared, *gathered], messages)
    return JobResult(said, [], [*diagnostics.causes, *gathered.causes], failed, ledger)


def _listed(order: Order, rows: Selection, strict: bool, gathered: Gathered) -> Iterator[tuple[int, Ledger]]:
    """Yield the numbers of rows without errors, each with what its deck credits."""
    from deckmaker.pipeline import list_credits, stages_of

    deck, founds = read_once(order), Founds()
    for row in rows:
        diagnostics = Diagnostics(order.levels)
        diagnostics.extend(deck.diagnostics)  # which stages look at; it is said once for all rows
        ledger = None
        with guarded(order.deck, diagnostics):
            read = deck.prepared and stages_of(deck.prepared, diagnostics, order.audience, False, row)
            ledger = list_credits(read, order.deck, diagnostics) if read else None
        read = None
        gc.collect()  # as where decks are built (`rows.batch`)
        found, _ = founds.of(diagnostics, order.shows, deck.told)
        gathered.add(row.number, found, diagnostics.causes)
        if ledger and not diagnostics.failed(strict):
            yield row.number, ledger
