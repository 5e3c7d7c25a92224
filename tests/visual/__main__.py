"""`python -m tests.visual [--theme THEME] [--size SIZE] [--length LENGTH] [--route ROUTE]`: sheets to look at."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from deckmaker.theme import built_in_themes
from tests.agreement.outputs import ENGINES, FORMATS, Outputs
from tests.projects import ROOT
from tests.visual.sheets import write_sheets
from tests.visual.specimens import LENGTHS, MODES, SIZES, SpecimenProject, label

FOLDER = ROOT / "build" / "visual"

THEMES = tuple(built_in_themes())


@click.command()
@click.option("--theme", "themes", multiple=True, type=click.Choice(THEMES), help="Show these only.")
@click.option("--size", "sizes", multiple=True, type=click.Choice(SIZES), help="On these page sizes only.")
@click.option("--length", "lengths", multiple=True, type=click.Choice(LENGTHS), help="With texts of these only.")
@click.option("--mode", type=click.Choice(MODES), help="In these colours.")
@click.option("--route", "routes", multiple=True, type=click.Choice(FORMATS), help="By these formats only.")
def main(
    themes: tuple[str, ...],
    sizes: tuple[str, ...],
    lengths: tuple[str, ...],
    mode: str | None,
    routes: tuple[str, ...],
) -> None:
    """Write sheets of every layout, build/looks/THEME-SIZE-ROUTE-LENGTH-NUMBER.png, and assert nothing."""
    with TemporaryDirectory(prefix="visual-") as folder:
        project = SpecimenProject(Path(folder))
        for theme, size in product(themes or THEMES, sizes or SIZES):
            name = "-".join(filter(None, (theme, mode, size.replace(":", "x"))))
            document = project.document(theme, size, mode, lengths or LENGTHS)
            with Outputs({name: document}, Path(folder)) as outputs:
                for route, length in product(routes or FORMATS, lengths or LENGTHS):
                    pages = zip(map(label, document.pages), outputs.pictures(name, route), strict=True)
                    shown = [(f"{what} · {ENGINES[route]}", page) for what, page in pages if f", {length}" in what]
                    for path in write_sheets(FOLDER / f"{name}-{route}-{length}.png", shown):
                        click.echo(path.relative_to(ROOT))


if __name__ == "__main__":
    main(prog_name="python -m tests.visual")
