"""The ledger as Markdown: a heading and a table for each deck."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from deckmaker.credits.addresses import is_address
from deckmaker.credits.forms.cells import COLUMNS, cells
from deckmaker.credits.forms.summary import accepted, summary
from deckmaker.credits.ledger import Ledger
from deckmaker.diagnostics.printer import printable
from deckmaker.patterns import pattern

_SPECIAL = pattern(r"([\\`*_\[\]<>#~^|&]|:(?=//)|(?<=www)\.)", re.IGNORECASE)
"""Signs with a meaning, and those by which GitHub knows addresses within a text: it would link our backslashes, too."""

_PLAIN = pattern(r"[\w./:?#@!$%&'()+,;=~-]+", re.ASCII)
"""An address that can stand between `<` and `>` in a table as it is."""


def markdown(ledgers: Sequence[Ledger]) -> str:
    """Return the tables, without the columns that hold nothing."""
    return "\n".join(line for ledger in ledgers for line in _deck(ledger)) + "\n"


def _deck(ledger: Ledger) -> Iterator[str]:
    yield from (f"## {_escaped(ledger.title)}", "", _escaped(summary(ledger)), "")
    rows = [cells(work) for work in ledger.works]
    used = [name for name in COLUMNS if any(row[name] for row in rows)]
    if rows:
        yield _row(name.replace("_", " ") for name in used)
        yield _row("---" for _ in used)
        yield from (_row(_cell(row[name]) for name in used) for row in rows)
        yield ""
    for line in accepted(ledger):
        yield from (_escaped(line), "")


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    return f"<{text}>" if is_address(text) and _PLAIN.fullmatch(text) else _escaped(text)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", printable(text))
