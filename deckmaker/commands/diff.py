"""`deckmaker diff`: what has changed between two decks, or two states of one."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from deckmaker import completions
from deckmaker.arguments import Target, audience_option, row_option
from deckmaker.messages import MessageOptions, message_options, print_messages

FORMS = ("text", "json", "html")
SAME, DIFFERENT, TROUBLE = 0, 1, 2
"""Exit codes, as POSIX has them for diff (XCU, diff, EXIT STATUS)."""


@click.command()
@click.argument("old", shell_complete=completions.decks)
@click.argument("new", shell_complete=completions.decks)
@click.option(
    "-f",
    "--format",
    "written_as",
    type=click.Choice(FORMS),
    default=None,
    help="How it is told; by default as text. html is a page with pictures side by side.",
)
@click.option(
    "-o", "--output", type=Target(), metavar="FILE", help="Write it to a file; one that ends in .html is a page."
)
@click.option("--force", is_flag=True, help="Overwrite a file that is no such page.")
@audience_option
@row_option
@message_options
def diff(
    old: str,
    new: str,
    written_as: str | None,
    output: Path | None,
    force: bool,
    audience: str | None,
    row: int | None,
    messages: MessageOptions,
) -> None:
    """Tell what has changed from OLD to NEW, by slide and block.

    Both are decks. Either may be one at a revision of git, as REVISION:PATH; of OLD the revision is enough, such as
    HEAD~1. Either may be a PowerPoint presentation, such as one that somebody has edited.

    Exits with 0 where nothing has changed, 1 where something has or is told as not compared, and 2 where the decks
    cannot be compared.
    """
    from deckmaker.comparison.json_form import json_of
    from deckmaker.comparison.text_form import text_of
    from deckmaker.diff_job import diff_job

    form = written_as or ("html" if output and output.suffix.lower() in (".html", ".htm") else "text")
    if form == "html" and output is None:
        raise click.UsageError("`-f html` makes a page: say where, such as `-o changes.html`")
    if form != "html" and output is not None:
        raise click.UsageError(f"`--output` is for the page, `-f html`; {form} is printed")
    result = diff_job(old, new, output, force, messages, audience, row)
    print_messages(result.messages, result.causes)
    if result.comparison and form != "html":
        told = json_of(result.comparison) if form == "json" else text_of(result.comparison)
        click.echo(told.encode(), nl=False)
    for line in result.lines:
        click.echo(line)
    if result.failed or result.comparison is None:
        sys.exit(TROUBLE)
    sys.exit(SAME if result.same else DIFFERENT)
