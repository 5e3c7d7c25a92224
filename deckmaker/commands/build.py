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
from deckmaker.commands.rows_running import requests_for, run_rows
from deckmaker.commands.running import run
from deckmaker.messages import MessageOptions, message_options
from deckmaker.paper_options import paper_options, refuse_paper
from deckmaker.rows_options import RowsOptions, rows_options
from deckmaker.usage_help import WholeNumber

if TYPE_CHECKING:
    from deckmaker.model import PaperSettings
    from deckmaker.rows.stores import Store
    from deckmaker.rows_job import Wanted

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
    type=WholeNumber(*PICTURE_WIDTHS),
    metavar="PIXELS",
    help="How wide the pictures of `-f png` are; by default 1920.",
)
@paper_options
@rows_options(builds=True)
@audience_option
@message_options
def build(
    decks: tuple[Path, ...],
    formats: tuple[str, ...],
    output: Path | None,
    force: bool,
    width: int | None,
    paper: PaperSettings,
    asked: RowsOptions,
    audience: str | None,
    messages: MessageOptions,
) -> None:
    """Build DECKS, by default every decks/*.yaml or the only deck in the folder, in each format.

    Of a deck with a table of rows, each row is built.
    """
    from deckmaker.jobs import build_job

    output, address = _folder_or_store(output)
    folders = {deck: output or default_folder(deck) for deck in decks or all_decks()}
    refuse_file(output, address)
    refuse_collisions(folders)
    wanted = {deck: tuple(dict.fromkeys(formats or default_formats(deck))) for deck in folders}
    every = tuple(dict.fromkeys(name for names in wanted.values() for name in names))
    refuse_paper(paper, every)
    if width and "png" not in every:
        raise click.UsageError("`--width` is for pictures of slides: add `-f png`")
    requests = requests_for(list(folders), asked)
    failed = False
    if requests:
        if output and len(folders) > 1:
            raise click.UsageError("`--output` is for the decks of one table: build one deck at a time")
        places = {deck: _place_of_rows(deck, folders[deck], output is not None, audience, address) for deck in requests}

        def what(deck: Path) -> Wanted:
            from deckmaker.rows.judging import How
            from deckmaker.rows_job import Wanted

            how = How(asked.only_failed, asked.keep_going, force)
            return Wanted(places[deck], wanted[deck], paper, width, how, asked.scheduler or asked.cluster)

        failed = run_rows(requests, what, messages, audience)
        folders = {deck: folder for deck, folder in folders.items() if deck not in requests}
    if address and folders:
        raise click.UsageError(f"`--output {address}` is for decks from rows: add `--rows FILE`")
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
    run(job, list(folders), messages, every, doing="Building", failed=failed)


def _folder_or_store(output: Path | None) -> tuple[Path | None, str | None]:
    """Return what was named to write to: a folder's path, and the address of a store if it is one, as `s3://…`."""
    if output is None or ":" not in str(output):
        return output, None
    from deckmaker.addresses import local_path, store_address

    local = local_path(str(output))
    return (local, None) if local else (output, store_address(str(output)))


def _place_of_rows(deck: Path, folder: Path, named: bool, audience: str | None, address: str | None) -> Store:
    """Return where the decks of rows go: a store at an `address`, else a folder of their own, unless the user has
    `named` one."""
    from deckmaker.project import project_root
    from deckmaker.rows.stores import FolderStore

    if address:
        from deckmaker.rows.stores.remote import RemoteStore

        return RemoteStore(address)
    if named:
        return FolderStore(folder)
    return FolderStore(folder / (f"{deck.stem}-{audience}" if audience else deck.stem), project_root(deck))
