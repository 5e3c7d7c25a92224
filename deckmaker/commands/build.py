"""`deckmaker build`: decks in each format."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckmaker.arguments import Place, all_decks, refuse_collisions
from deckmaker.commands.running import run
from deckmaker.messages import MessageOptions, message_options
from deckmaker.paper_options import paper_options, refuse_paper

if TYPE_CHECKING:
    from deckmaker.model import PaperSettings


@click.command()
@click.argument("decks", nargs=-1, type=Place())
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    metavar="NAME",
    help="Format to build, repeatable; by default pptx, pdf and html.",
)
@click.option(
    "-o",
    "--output",
    type=Place(file_okay=False),
    metavar="DIR",
    help="Folder to write to; by default build/ in the project.",
)
@click.option("--force", is_flag=True, help="Overwrite files that were edited since deckmaker wrote them.")
@paper_options
@message_options
def build(
    decks: tuple[Path, ...],
    formats: tuple[str, ...],
    output: Path | None,
    force: bool,
    paper: PaperSettings,
    messages: MessageOptions,
) -> None:
    """Build DECKS, by default every decks/*.yaml, in each format."""
    from deckmaker.jobs import build_job
    from deckmaker.project import project_root
    from deckmaker.render.registry import DEFAULT_FORMATS

    folders = {deck: output or project_root(deck) / "build" for deck in decks or all_decks()}
    refuse_collisions(folders)
    wanted = tuple(dict.fromkeys(formats or DEFAULT_FORMATS))
    refuse_paper(paper, wanted)
    job = partial(
        build_job,
        folders=folders,
        named=output is not None,
        formats=wanted,
        force=force,
        paper=paper,
        messages=messages,
    )
    run(job, list(folders), messages, wanted)
