"""`deckmaker show`: what layout decided, and why."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path

import click

from deckmaker.arguments import (
    Place,
    Target,
    all_decks,
    audience_option,
    default_folder,
    refuse_collisions,
    refuse_numbers,
    row_option,
    slide_numbers,
)
from deckmaker.commands.running import BUILT, results_of
from deckmaker.guards import FAILED
from deckmaker.messages import MessageOptions, message_options

SURVEYS = ("text", "json", "svg", "png")
"""Forms of what layout decided; the last two are pictures, a file a slide."""
PICTURES = SURVEYS[2:]


@click.command()
@click.argument("decks", nargs=-1, type=Place())
@click.option(
    "--slide",
    "numbers",
    multiple=True,
    metavar="N",
    callback=slide_numbers,
    help="Show this slide alone, or a range such as 3-5; repeatable.",
)
@click.option(
    "-f",
    "--format",
    "written_as",
    type=click.Choice(SURVEYS),
    default="text",
    help="How it is shown; by default for people. svg and png are pictures, a file a slide.",
)
@click.option(
    "-o",
    "--output",
    type=Target(file_okay=False),
    metavar="DIR",
    help="Folder to write pictures to; by default build/show/ in the project.",
)
@click.option("--force", is_flag=True, help="Overwrite pictures that were edited since deckmaker wrote them.")
@audience_option
@row_option
@message_options
def show(
    decks: tuple[Path, ...],
    numbers: frozenset[int] | None,
    written_as: str,
    output: Path | None,
    force: bool,
    audience: str | None,
    row: int | None,
    messages: MessageOptions,
) -> None:
    """Show what layout decided of DECKS, by default all of the project, and why: boxes, sizes, lines, room left."""
    from shutil import get_terminal_size

    from deckmaker.jobs import show_job
    from deckmaker.survey.forms import in_form

    drawn_as = written_as if written_as in PICTURES else None
    if output and not drawn_as:
        raise click.UsageError(
            f"`--output` is for pictures, `-f {'` or `-f '.join(PICTURES)}`; {written_as} is printed"
        )
    if number := next((str(deck) for deck in decks if str(deck).isdigit() and not os.path.exists(deck)), None):
        raise click.UsageError(f"there is no deck `{number}`; to look at a slide alone, write `--slide {number}`")
    folders = {deck: output or default_folder(deck) / "show" for deck in decks or all_decks()}
    if drawn_as:
        refuse_collisions(folders)
    job = partial(
        show_job,
        numbers=numbers,
        drawn_as=drawn_as,
        folders=folders,
        named=output is not None,
        force=force,
        messages=messages,
        audience=audience,
        row=row,
    )
    results = list(results_of(job, list(folders), messages))
    surveys = [result.survey for result in results if result.survey]
    refuse_numbers([result.survey for result in results if result.survey and not result.failed], numbers)
    if drawn_as:
        for line in (line for result in results for line in result.lines):
            click.echo(line)
    elif surveys:
        click.echo(in_form(written_as, surveys, get_terminal_size().columns).encode(), nl=False)
    sys.exit(FAILED if any(result.failed for result in results) else BUILT)
