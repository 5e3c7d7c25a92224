"""`deckmaker fonts`: what fonts decks need."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import click

from deckmaker.arguments import Place, all_decks, list_option, row_option
from deckmaker.commands.running import BUILT, results_of
from deckmaker.guards import FAILED
from deckmaker.messages import MessageOptions, message_options

FONT_LISTS = ("table", "json")
"""Forms of the list of fonts."""


@click.command()
@click.argument("decks", nargs=-1, type=Place())
@list_option(FONT_LISTS)
@click.option("--folder", is_flag=True, help="Print the folder of deckmaker's own fonts instead.")
@row_option
@message_options
def fonts(decks: tuple[Path, ...], written_as: str, folder: bool, row: int | None, messages: MessageOptions) -> None:
    """List the fonts that DECKS, by default all of the project, need: where each comes from, and who must have it."""
    from shutil import get_terminal_size

    if folder:
        from deckmaker.fonts.families import font_folder

        if decks:
            raise click.UsageError("`--folder` prints a folder that is the same for all decks: name none")
        click.echo(font_folder())
        return
    from deckmaker.jobs import fonts_job
    from deckmaker.survey.fonts.forms import in_form

    results = list(
        results_of(partial(fonts_job, messages=messages, row=row), list(dict.fromkeys(decks or all_decks())), messages)
    )
    if found := [result.fonts for result in results if result.fonts]:
        click.echo(in_form(written_as, found, get_terminal_size().columns).encode(), nl=False)
    sys.exit(FAILED if any(result.failed for result in results) else BUILT)
