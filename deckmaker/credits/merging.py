"""Ledgers of the decks of many rows, told as one: what is the same in several is there once."""

from __future__ import annotations

from collections.abc import Iterable

from deckmaker.credits.ledger import Ledger, Work
from deckmaker.credits.missing import Missing
from deckmaker.dataclasses import dataclass, field, replace

_Key = tuple[tuple[str | None, ...], str | None, bool]


@dataclass(slots=True)
class _Merged:
    first: Work
    slides: set[int] = field(default_factory=set)
    rows: list[int] = field(default_factory=list)
    missing: dict[Missing, None] = field(default_factory=dict)  # a set that keeps its order


def merged(ledgers: Iterable[tuple[int, Ledger]], title: str) -> Ledger | None:
    """Return one ledger of a deck's, each with the number of its row, which rise; None where there is none.

    Works of the same fields and bytes are one, on the slides of all, with what any of them lacks. What else is said of
    the deck is that of the first; its `title` is as it was written.
    """
    works: dict[_Key, _Merged] = {}
    first, count = None, 0
    for number, ledger in ledgers:
        first, count = first or replace(ledger, works=()), count + 1
        for work in ledger.works:
            one = works.setdefault((tuple(work.fields.values()), work.sha1, work.quoted), _Merged(work))
            one.slides.update(work.slides)
            one.missing.update(dict.fromkeys(work.missing))
            if one.rows[-1:] != [number]:
                one.rows.append(number)
    every = [
        replace(one.first, slides=tuple(sorted(one.slides)), missing=tuple(one.missing), rows=tuple(one.rows))
        for one in works.values()
    ]
    every.sort(key=lambda one: one.fields["file"] is None)
    return first and replace(first, title=title, works=tuple(every), rows=count)
