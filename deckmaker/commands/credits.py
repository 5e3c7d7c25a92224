"""`deckmaker credits`: what decks credit."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckmaker.arguments import Place, all_decks, audience_option, list_option, row_option
from deckmaker.commands.rows_running import requests_for
from deckmaker.commands.running import BUILT, results_of
from deckmaker.guards import FAILED
from deckmaker.messages import MessageOptions, message_options
from deckmaker.rows_options import RowsOptions, rows_options

if TYPE_CHECKING:
    from deckmaker.jobs import JobResult
    from deckmaker.rows.request import RowsRequest

LEDGERS = ("table", "csv", "json", "md", "spdx")
"""Forms of the list of credits."""


@click.command()
@click.argument("decks", nargs=-1, type=Place())
@list_option(LEDGERS)
@audience_option
@rows_options(names=False)
@row_option
@message_options
def credits(
    decks: tuple[Path, ...],
    written_as: str,
    audience: str | None,
    asked: RowsOptions,
    row: int | None,
    messages: MessageOptions,
) -> None:
    """List what DECKS, by default all of the project, credit: each picture file and each other source.

    Of a deck with a table of rows, the decks of all rows are looked at.
    """
    from shutil import get_terminal_size

    from deckmaker.credits.forms import in_form
    from deckmaker.render.date import date_of_files

    named = list(dict.fromkeys(decks or all_decks()))
    wanted_rows = {} if row else requests_for(named, asked)
    if row and (option := "--rows" if asked.file else asked.idle):
        raise click.UsageError(f"`--row` takes one row of the deck's own table: leave `{option}` out")
    job = partial(
        _listed, dated=written_as == "spdx", audience=audience, row=row, messages=messages, wanted_rows=wanted_rows
    )
    results = list(results_of(job, named, messages))
    if ledgers := [result.ledger for result in results if result.ledger]:
        # Bytes: the list is UTF-8, with its own line ends, wherever it goes.
        click.echo(in_form(written_as, ledgers, get_terminal_size().columns, date_of_files).encode(), nl=False)
    sys.exit(FAILED if any(result.failed for result in results) else BUILT)


def _listed(
    deck: Path,
    dated: bool,
    audience: str | None,
    row: int | None,
    messages: MessageOptions,
    wanted_rows: Mapping[Path, RowsRequest],
) -> JobResult:
    """List a deck's credits; those of all rows that are asked for, if it has any."""
    if request := wanted_rows.get(deck):
        from deckmaker.rows_credits_job import rows_credits_job

        return rows_credits_job(deck, request, dated, messages, audience)
    from deckmaker.jobs import credits_job

    return credits_job(deck, dated, messages, audience, row)
