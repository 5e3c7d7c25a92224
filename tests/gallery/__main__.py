"""`python -m tests.gallery [--theme NAME…] [DECK…]`: decks in every theme by all three routes, in pictures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from PIL import Image

from deckmaker.theme import built_in_themes
from tests.agreement.outputs import Outputs
from tests.gallery import overview
from tests.gallery.contact_sheet import contact_sheet
from tests.gallery.decks import ThemedDeck, read_in_themes
from tests.gallery.page import OVERVIEW, gallery_page, picture_name
from tests.gallery.publication import PAGE, PICTURES, publish, save_picture
from tests.gallery.routes import ROUTES, Route

ROOT = Path(__file__).parents[2]
THEMES = tuple(built_in_themes())
WHOLE, PART = ROOT / "docs", ROOT / "build"
"""Where a gallery of everything goes, and one of a few decks or themes."""

DECKS = tuple(ROOT / "decks" / name for name in ("showcase.yaml", "us-china-fentanyl-talks.yaml"))
"""Those that the page shows: every block, and one kind of slide in many forms."""


@click.command()
@click.argument("decks", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--theme", "themes", multiple=True, type=click.Choice(THEMES), help="Show these only.")
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), help="The folder of the page and gallery/.")
def main(decks: tuple[Path, ...], themes: tuple[str, ...], output: Path | None) -> None:
    """Show DECKS, by default two of the project, in every theme by poppler, LibreOffice and Chromium.

    Everything goes to docs/, a choice of decks or themes to build/, unless --output names another folder.
    """
    folder = output or (PART if decks or themes else WHOLE)
    with TemporaryDirectory(prefix="gallery-") as temporary:
        written = publish(_made(decks or DECKS, themes or THEMES, Path(temporary), folder), folder)
    size = sum(path.stat().st_size for path in written)
    click.echo(f"{folder / PAGE} and {len(written) - 1} pictures, {size / 1e6:.1f} MB")


def _made(decks: Sequence[Path], themes: Sequence[str], temporary: Path, folder: Path) -> Path:
    """Make the page that will stand in `folder`, and its pictures; return where they are until then."""
    sources, rendered, made = (temporary / name for name in ("sources", "rendered", "made"))
    for one in (sources, rendered, made / PICTURES):
        one.mkdir(parents=True)
    shown = read_in_themes(decks, themes, sources)
    with Outputs({one.name: one.document for one in shown}, rendered) as outputs:
        for one in shown:
            click.echo(f"{one.deck.name} in the theme {one.theme}")
            for route in ROUTES:
                sheet = contact_sheet(_pages(one, route, outputs))
                save_picture(sheet, made / PICTURES / picture_name(one, route))
        has_overview = _save_overview(shown, outputs, made / PICTURES / OVERVIEW)
    (made / PAGE).write_text(gallery_page(shown, folder, has_overview), encoding="utf-8")
    return made


def _pages(shown: ThemedDeck, route: Route, outputs: Outputs) -> list[Image.Image]:
    pages, slides = outputs.pictures(shown.name, route.format), len(shown.document.pages)
    if len(pages) != slides:
        raise click.ClickException(f"{shown.name}: {route.name} shows {len(pages)} pages of {slides} slides")
    return pages


def _save_overview(shown: Sequence[ThemedDeck], outputs: Outputs, path: Path) -> bool:
    """Save the README's picture, if its deck is shown in every theme."""
    themes = {one.theme: one for one in shown if one.deck.stem == overview.DECK}
    if set(themes) != set(THEMES):
        return False
    pages = {name: {route.format: _pages(one, route, outputs) for route in ROUTES} for name, one in themes.items()}
    save_picture(overview.overview(pages), path)
    return True


if __name__ == "__main__":
    main(prog_name="python -m tests.gallery")
