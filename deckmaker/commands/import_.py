"""`deckmaker import`: decks from what was written for other tools."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import click

from deckmaker.arguments import Place, Target
from deckmaker.commands.running import BUILT
from deckmaker.guards import FAILED
from deckmaker.messages import MessageOptions, message_options, print_messages

_NEXT = """
Now look through it, and:
  deckmaker check {0}    # says what is missing, such as credits and alternative texts
  deckmaker build {0}"""


@click.command(name="import")
@click.argument("file", type=Place())
@click.option(
    "-o",
    "--output",
    type=Target(),
    metavar="DECK",
    help="The deck to write; by default beside FILE, named as it is.",
)
@click.option(
    "--slide-level",
    type=click.IntRange(1, 6),
    metavar="N",
    help="Of Markdown: headings of level N, from 1 to 6, begin slides; those above it, sections.",
)
@click.option("--force", is_flag=True, help="Overwrite a deck that is there.")
@message_options
def import_(file: Path, output: Path | None, slide_level: int | None, force: bool, messages: MessageOptions) -> None:
    """Make a deck of FILE: a PowerPoint presentation, or Markdown (notes, or slides for Pandoc, Marp, Slidev,
    reveal.js)."""
    from deckmaker.jobs import import_job

    result = import_job(file, output, slide_level, force, messages)
    print_messages(result.messages, result.causes)
    for line in result.lines:
        click.echo(line)
    if not result.failed and not messages.quiet:
        click.echo(_NEXT.format(shlex.quote(result.lines[0])), err=True)
    sys.exit(FAILED if result.failed else BUILT)
