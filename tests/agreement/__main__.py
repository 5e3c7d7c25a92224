"""`python -m tests.agreement [-f FORMAT] [DECK...]`: tables, and sheets of every page to look at. Asserts nothing."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from tests.agreement.conftest import DECKS, read_deck
from tests.agreement.judgement import SECOND_OPINION, judge, write_sheets
from tests.agreement.outputs import FORMATS, Outputs
from tests.agreement.table import table

JUDGED = (*FORMATS, SECOND_OPINION)


@click.command()
@click.argument("decks", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-f", "--format", "formats", multiple=True, type=click.Choice(JUDGED), help="Judge these only.")
@click.option("--worst", default=8, help="How many of each format's worst places to list.")
@click.option("--sheets/--no-sheets", default=True, help="Write build/agreement/DECK-PAGE.png.")
def main(decks: tuple[Path, ...], formats: tuple[str, ...], worst: int, sheets: bool) -> None:
    """Show how far the outputs of DECKS, by default every deck of the project, agree."""
    documents = {path.stem: read_deck(path) for path in decks or DECKS}
    with TemporaryDirectory(prefix="agreement-") as folder, Outputs(documents, Path(folder)) as outputs:
        for deck, document in documents.items():
            judgements = [judge(outputs, deck, format) for format in formats or JUDGED]
            click.echo(f"{deck}: {len(document.pages)} pages\n{table(judgements, worst)}\n")
            if sheets:
                pages = set(range(1, len(document.pages) + 1))
                written = write_sheets(outputs, deck, judgements, pages)
                click.echo(f"{len(written)} sheets, {written[0]} and on\n")


if __name__ == "__main__":
    main(prog_name="python -m tests.agreement")
