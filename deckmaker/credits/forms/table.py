"""The ledger for people at a terminal: slides, works, and what is said of them, in columns that fit its width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from deckmaker.credits.forms.summary import accepted, summary
from deckmaker.credits.ledger import Ledger, Work
from deckmaker.diagnostics.printer import display_width
from deckmaker.diagnostics.printer.wrapping import padded, wrapped
from deckmaker.model.number_ranges import ranges

NARROWEST = 40
"""Columns that the table takes at least: a narrower terminal wraps its lines."""

_HEADS = ("slides", "work", "credit")
_ROWS = "rows"
_GAP = "  "
_MOST_FOR_NUMBERS = 10
_DIGITS = 12
"""Of a SHA-256: enough to tell files apart, as Git does; the other forms have it whole."""


def table(ledgers: Sequence[Ledger], width: int) -> str:
    """Return a table for each deck, `width` columns wide at most."""
    return "\n".join("".join(f"{line}\n" for line in _deck(ledger, max(width, NARROWEST))) for ledger in ledgers)


def _deck(ledger: Ledger, width: int) -> Iterator[str]:
    yield from wrapped(summary(ledger), width)
    rows = [[[ranges(work.slides)], [*_name(work)], [*_credit(work)]] for work in ledger.works]
    heads = [*_HEADS]
    if ledger.rows is not None:
        heads.insert(0, _ROWS)
        for row, work in zip(rows, ledger.works, strict=True):
            row.insert(0, [ranges(work.rows)])
    if rows:
        widths = _widths(heads, rows, width)
        yield ""
        yield from _row(([head] for head in heads), widths)
        yield _GAP.join("-" * one for one in widths)
        for number, row in enumerate(rows):
            yield from [""] if number else []
            yield from _row(row, widths)
    for line in accepted(ledger):
        yield from ("", *wrapped(line, width))


def _widths(heads: Sequence[str], rows: Iterable[Sequence[Sequence[str]]], width: int) -> Sequence[int]:
    """Return the columns' widths: as wide as they need, that of works a third of the whole at most."""
    needs = [
        max([len(head), *(display_width(text) for row in rows for text in row[index])])
        for index, head in enumerate(heads)
    ]
    *numbers, work, credit = needs
    widths = [*(min(need, _MOST_FOR_NUMBERS) for need in numbers), min(work, width // 3)]
    return [*widths, min(credit, width - sum(widths) - len(widths) * len(_GAP))]


def _row(row: Iterable[Iterable[str]], widths: Sequence[int]) -> Iterator[str]:
    columns = [
        [line for text in texts for line in wrapped(text, width)] for texts, width in zip(row, widths, strict=True)
    ]
    for line in zip_longest(*columns, fillvalue=""):
        yield _GAP.join(map(padded, line, widths)).rstrip(" ")


def _name(work: Work) -> Iterator[str]:
    """Yield what is credited: a file and how to know it, and the role where that is not plain from it."""
    file, sha256, role = (work.fields[name] for name in ("file", "sha256", "role"))
    if file and sha256:
        yield from (file, f"sha256 {sha256[:_DIGITS]}")
    if role and not (file and role == "picture"):
        yield role


def _credit(work: Work) -> Iterator[str]:
    """Yield the credit as slides show it, what it does not say there, and what is missing."""
    said = [work.fields["text"] or "-"]
    yield from said
    said = [] if work.quoted else said
    for name, value in work.fields.items():
        if value and name not in ("file", "sha256", "role", "text") and not any(_holds(one, value) for one in said):
            yield f"{name.replace('_', ' ')}: {value}"
            said.append(value)
    for one in work.missing:
        yield f"! {one.code}: {one.message}"


def _holds(text: str, value: str) -> bool:
    """Tell whether a value stands in a text, not merely as a part of a word."""
    return bool(re.search(rf"(?<!\w){re.escape(value)}(?!\w)", text, re.IGNORECASE))
