"""The ledger as CSV (RFC 4180, UTF-8), all decks in one table."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO

from deckmaker.credits.forms.cells import COLUMNS, cells
from deckmaker.credits.ledger import Ledger
from deckmaker.patterns import pattern

_FORMULA = pattern(r"[\s']*[-=+@＝＋－＠]|\s")
"""What spreadsheets take for the beginning of a formula (OWASP, CSV Injection), fullwidth signs in East Asia too."""


def comma_separated(ledgers: Sequence[Ledger]) -> str:
    """Return a header and a line for each work. All cells are quoted: some spreadsheets part unquoted ones at `;`."""
    text = StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(["deck", *COLUMNS])
    for ledger in ledgers:
        writer.writerows(map(_harmless, [ledger.deck, *cells(work).values()]) for work in ledger.works)
    return text.getvalue()


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet runs: an apostrophe before a formula's sign makes a text of it."""
    return f"'{cell}" if _FORMULA.match(cell) else cell
