"""The `deckmaker` command: options, printing and exit codes, nothing else.

Imports click alone; every command imports what it needs, so that `--help` is quick.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckmaker import __version__

if TYPE_CHECKING:
    from deckmaker.diagnostics import Diagnostics

DECK = click.Path(path_type=Path)
BUILT, FAILED = 0, 1


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def main() -> None:
    """Turn a briefing in YAML into PowerPoint, PDF and a reveal.js page that show the same slides."""


@main.command()
@click.argument("decks", nargs=-1, type=DECK)
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
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Folder to write to; by default build/ in the project.",
)
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.option("--force", is_flag=True, help="Overwrite files that were edited since deckmaker wrote them.")
@click.option("--quiet/--verbose", default=None, help="Say nothing but mistakes, or also notes.")
def build(
    decks: tuple[Path, ...],
    formats: tuple[str, ...],
    output: Path | None,
    strict: bool,
    force: bool,
    quiet: bool | None,
) -> None:
    """Build DECKS, by default every decks/*.yaml, in each format."""
    from deckmaker.diagnostics import Diagnostics
    from deckmaker.output import OutputFolder
    from deckmaker.pipeline import build as build_document
    from deckmaker.pipeline import read_document
    from deckmaker.project import project_root
    from deckmaker.render.registry import DEFAULT_FORMATS
    from deckmaker.source.reading import display_name

    failed = False
    folders = {deck: output or project_root(deck) / "build" for deck in decks or _all_decks()}
    _refuse_collisions(folders)
    for deck, folder_path in folders.items():
        diagnostics = Diagnostics()
        document = read_document(deck, diagnostics)
        written: list[Path] = []
        if document and not diagnostics.failed(strict):
            folder = OutputFolder(folder_path, force)
            wanted = dict.fromkeys(formats or DEFAULT_FORMATS)
            written = build_document(document, deck.stem, wanted, folder, diagnostics, strict)
        _print(diagnostics, quiet, strict)
        for path in [] if quiet else written:
            click.echo(display_name(path))
        failed |= diagnostics.failed(strict)
    sys.exit(FAILED if failed else BUILT)


@main.command()
@click.argument("decks", nargs=-1, type=DECK)
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.option("--quiet/--verbose", default=None, help="Say nothing but mistakes, or also notes.")
def check(decks: tuple[Path, ...], strict: bool, quiet: bool | None) -> None:
    """Check DECKS, by default every decks/*.yaml, without writing anything."""
    from deckmaker.diagnostics import Diagnostics
    from deckmaker.pipeline import read_document

    failed = False
    for deck in decks or _all_decks():
        diagnostics = Diagnostics()
        document = read_document(deck, diagnostics)
        _print(diagnostics, quiet, strict)
        failed |= diagnostics.failed(strict)
        if document and not quiet:
            count = len(document.pages)
            click.echo(f"{deck}: {count} {'slide' if count == 1 else 'slides'}")
    sys.exit(FAILED if failed else BUILT)


@main.command()
@click.argument("language", type=click.Choice(["deck", "theme"]), default="deck")
def schema(language: str) -> None:
    """Print the JSON Schema of decks, or of themes, for editors."""
    import json

    from deckmaker.language.deck import DeckEntry
    from deckmaker.theme.schema import theme_schema

    printed = theme_schema() if language == "theme" else DeckEntry.model_json_schema()
    click.echo(json.dumps(printed, indent=2, ensure_ascii=False))


@main.command()
def formats() -> None:
    """List the formats that can be built."""
    from deckmaker.diagnostics import Diagnostics
    from deckmaker.render.registry import format_names, load_renderer

    diagnostics = Diagnostics()
    names = format_names(diagnostics)
    for name, origin in names.items():
        if renderer := load_renderer(name, diagnostics):
            click.echo(f"{name:<8} .{renderer.extension:<6} {renderer.description} ({origin})")
    _print(diagnostics, None)


@main.command()
@click.argument("code")
def explain(code: str) -> None:
    """Explain a diagnostic's CODE, such as `unknown-key`."""
    from deckmaker.diagnostics import CATALOGUE
    from deckmaker.diagnostics.catalogue import explanation
    from deckmaker.diagnostics.diagnostic import nearest

    if code not in CATALOGUE:
        raise click.UsageError(
            f"no code `{code}`; {nearest(code, list(CATALOGUE)) or 'codes stand in messages: error[code]'}"
        )
    click.echo(explanation(code))


def _refuse_collisions(folders: dict[Path, Path]) -> None:
    """Exit 2 when two decks would be written to the same files."""
    taken: dict[Path, Path] = {}
    for deck, folder in folders.items():
        other = taken.setdefault((folder / deck.stem).resolve(), deck)
        if other is not deck:
            raise click.UsageError(f"{other} and {deck} would both be written to {folder / deck.stem}.*")


def _all_decks() -> list[Path]:
    """Return the project's decks. Exit 2 when there are none: the user has to name one."""
    from deckmaker.project import project_root

    decks = sorted((project_root(Path.cwd() / "x") / "decks").glob("*.yaml"))
    if not decks:
        raise click.UsageError("no DECK given, and no decks/*.yaml in this project")
    return decks


def _print(diagnostics: Diagnostics, quiet: bool | None, strict: bool = False) -> None:
    """Print what was found to stderr; notes only when asked for, what fails the deck always."""
    from deckmaker.diagnostics import Severity
    from deckmaker.diagnostics.printer import full, summary

    shown = [one for one in diagnostics if one.severity is not Severity.NOTE or quiet is False]
    if quiet:
        shown = [one for one in shown if strict or one.severity is Severity.ERROR]
    for one in shown:
        click.echo(full(one) + "\n", err=True)
    if counts := summary(shown):
        click.echo(counts, err=True)
