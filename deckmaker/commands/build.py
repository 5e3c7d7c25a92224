"""`deckmaker build`: decks in each format."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckmaker import completions
from deckmaker.arguments import (
    Place,
    all_decks,
    audience_option,
    default_folder,
    default_formats,
    refuse_collisions,
    refuse_file,
)
from deckmaker.commands.running import run
from deckmaker.messages import MessageOptions, message_options
from deckmaker.paper_options import paper_options, refuse_paper

if TYPE_CHECKING:
    from deckmaker.model import PaperSettings

PICTURE_WIDTHS = (160, 7680)
"""Pixels: from a thumbnail to the widest screens that there are (8K UHD)."""


@click.command()
@click.argument("decks", nargs=-1, type=Place())
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    metavar="NAME",
    shell_complete=completions.formats,
    help="Format to build, repeatable; by default pptx, pdf and html, or what deckmaker.yaml says.",
)
@click.option(
    "-o",
    "--output",
    type=Place(file_okay=False),
    metavar="DIR",
    help="Folder to write to; by default build/ in the project, or what deckmaker.yaml says.",
)
@click.option("--force", is_flag=True, help="Overwrite files that were edited since deckmaker wrote them.")
@click.option(
    "--width",
    type=click.IntRange(*PICTURE_WIDTHS),
    metavar="PIXELS",
    help="How wide the pictures of `-f png` are; by default 1920.",
)
@paper_options
@audience_option
@message_options
def build(
    decks: tuple[Path, ...],
    formats: tuple[str, ...],
    output: Path | None,
    force: bool,
    width: int | None,
    paper: PaperSettings,
    audience: str | None,
    messages: MessageOptions,
) -> None:
    """Build DECKS, by default every decks/*.yaml or the only deck in the folder, in each format."""
    from deckmaker.jobs import build_job

    folders = {deck: output or default_folder(deck) for deck in decks or all_decks()}
    refuse_file(output)
    refuse_collisions(folders)
    wanted = {deck: tuple(dict.fromkeys(formats or default_formats(deck))) for deck in folders}
    every = tuple(dict.fromkeys(name for names in wanted.values() for name in names))
    refuse_paper(paper, every)
    if width and "png" not in every:
        raise click.UsageError("`--width` is for pictures of slides: add `-f png`")
    job = partial(
        build_job,
        folders=folders,
        named=output is not None,
        formats=wanted,
        force=force,
        paper=paper,
        picture_width=width,
        messages=messages,
        audience=audience,
    )
    run(job, list(folders), messages, every, doing="Building")
