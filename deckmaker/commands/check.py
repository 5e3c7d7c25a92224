"""`deckmaker check`: what is amiss in decks."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from deckmaker.arguments import Place, all_decks, audience_option
from deckmaker.commands.rows_running import requests_for, run_rows
from deckmaker.commands.running import run
from deckmaker.messages import MessageOptions, message_options
from deckmaker.rows_options import RowsOptions, rows_options


@click.command()
@click.argument("decks", nargs=-1, type=Place())
@click.option(
    "--report",
    type=Place(),
    metavar="FILE",
    help="Write an HTML page about what keeps people from reading the decks.",
)
@click.option("--fix", is_flag=True, help="Make the mends that are sure, in the deck and the theme files it names.")
@click.option(
    "--dry-run",
    "--diff",
    "dry",
    is_flag=True,
    help="Print what `--fix` would change as a unified diff, and change nothing.",
)
@rows_options()
@audience_option
@message_options
def check(
    decks: tuple[Path, ...],
    report: Path | None,
    fix: bool,
    dry: bool,
    asked: RowsOptions,
    audience: str | None,
    messages: MessageOptions,
) -> None:
    """Check DECKS, by default all of the project. Nothing is written but what `--fix` or `--report` asks for.

    Of a deck with a table of rows, each row is checked.
    """
    from deckmaker.jobs import check_job, mend_job, report_job

    is_reported, named = report is not None, list(dict.fromkeys(decks or all_decks()))
    failed = False
    if requests := requests_for(named, asked):
        if option := "--report" if is_reported else "--fix" if fix else "--dry-run" if dry else None:
            raise click.UsageError(f"`{option}` is for decks without rows: name them")
        failed = run_rows(requests, None, messages, audience)
        named = [deck for deck in named if deck not in requests]
    finish = partial(report_job, target=report, messages=messages) if report else None
    if fix or dry:  # one after the other: decks may share a theme
        mend = partial(mend_job, is_reported=is_reported, is_shown=dry, messages=messages, audience=audience)
        run(mend, named, messages, finish=finish, is_in_turn=True)
    job = partial(check_job, is_reported=is_reported, messages=messages, audience=audience)
    run(job, named, messages, finish=finish, doing="Checking", failed=failed)
