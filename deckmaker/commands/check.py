"""`deckmaker check`: what is amiss in decks."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from deckmaker.arguments import Place, all_decks, audience_option
from deckmaker.commands.running import run
from deckmaker.messages import MessageOptions, message_options


@click.command()
@click.argument("decks", nargs=-1, type=Place())
@click.option(
    "--report",
    type=Place(),
    metavar="FILE",
    help="Write an HTML page about what keeps people from reading the decks.",
)
@audience_option
@message_options
def check(decks: tuple[Path, ...], report: Path | None, audience: str | None, messages: MessageOptions) -> None:
    """Check DECKS, by default all of the project, without writing anything but a report that is asked for."""
    from deckmaker.jobs import check_job, report_job

    job = partial(check_job, is_reported=report is not None, audience=audience, messages=messages)
    finish = partial(report_job, target=report, messages=messages) if report else None
    run(job, list(dict.fromkeys(decks or all_decks())), messages, finish=finish, doing="Checking")
