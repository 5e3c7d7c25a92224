"""What is said of a whole deck beside its works."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.credits.ledger import Ledger


def summary(ledger: Ledger) -> str:
    """Return a line such as `16 pictures and 2 other credits in decks/harbour.yaml`."""
    files = len({work.fields["file"] for work in ledger.works if work.fields["file"]})
    others = sum(not work.fields["file"] for work in ledger.works)
    where = ledger.deck if ledger.rows is None else f"{_count(ledger.rows, 'deck')} of {ledger.deck}"
    return f"{_count(files, 'picture')} and {_count(others, 'other credit')} in {where}"


def accepted(ledger: Ledger) -> Iterator[str]:
    """Yield a line for each severity that the deck sets for a reason."""
    return (f"severity of {code} set by the deck: {reason}" for code, reason in ledger.reasons.items())


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
