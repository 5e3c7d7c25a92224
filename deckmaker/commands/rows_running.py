"""Decks of rows, one after the other, each on all cores: what is printed of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckmaker.commands.running import progress_of
from deckmaker.messages import MessageOptions, print_messages

if TYPE_CHECKING:
    from deckmaker.rows.request import RowsRequest
    from deckmaker.rows_job import Wanted
    from deckmaker.rows_options import RowsOptions


_TABLES = (".csv", ".tsv", ".jsonl", ".ndjson", ".parquet")
"""What no deck is called; a workbook is told by its content."""


def requests_for(decks: Sequence[Path], asked: RowsOptions) -> dict[Path, RowsRequest]:
    """Return what is asked for of each deck that has rows: by its own `rows:`, and by options. Exits 2
    where a table is given as a deck."""
    from deckmaker.rows_options import refuse_idle

    for deck in decks:
        if deck.suffix.lower() in _TABLES:
            raise click.UsageError(
                f"`{deck}` is a table: name the deck, and the table by `--rows {deck}`, one at a time"
            )
    found = {deck: request for deck in decks if (request := _request_for(deck, asked))}
    refuse_idle(asked, bool(found))
    return found


def _request_for(deck: Path, asked: RowsOptions) -> RowsRequest | None:
    from deckmaker.diagnostics import Diagnostics
    from deckmaker.source import parse_yaml, read_deck

    source = read_deck(deck, Diagnostics())  # mistakes are told when the deck is read
    if asked.file is None and not (source and "rows" in source.text):  # most have not, and are not parsed twice
        return None
    from deckmaker.rows.request import request_in, with_options

    tree = source and parse_yaml(source, Diagnostics())
    own = request_in(tree) if tree else None
    choice = (asked.where, asked.name, asked.limit, asked.sample)
    return with_options(own, asked.file, *choice, sheet=asked.sheet, decimal=asked.decimal, row=asked.row)


def run_rows(
    requests: dict[Path, RowsRequest],
    wanted: Callable[[Path], Wanted] | None,
    messages: MessageOptions,
    audience: str | None,
) -> bool:
    """Check the decks of rows, and build what is `wanted` of each; print what there is to say, and tell whether any
    failed."""
    from deckmaker.rows_job import rows_job

    failed = False
    for deck, request in requests.items():
        with progress_of("Checking", [deck], messages) as progress:
            watch = progress.watch if progress else _nobody
            result = rows_job(deck, request, wanted(deck) if wanted else None, messages, audience, watch)
        print_messages(result.messages, result.causes)
        for line in result.lines:
            click.echo(line)
        failed |= result.failed
    return failed


def _nobody(doing: str, done: int, count: int) -> None:
    """Nobody looks on."""
