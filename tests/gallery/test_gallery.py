"""The gallery: its pictures show every slide, its page shows every picture, and the committed one is complete."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from click import ClickException
from click.testing import CliRunner, Result
from PIL import Image

from deckmaker.theme import built_in_themes
from tests.gallery.__main__ import DECKS, main
from tests.gallery.contact_sheet import ABREAST, GAP, GROUND, PAGE_WIDTH
from tests.gallery.decks import read_in_themes
from tests.gallery.overview import COMPARED, SLIDES, WIDTH, overview
from tests.projects import DECK, ROOT, Project

FORMATS = ("pdf", "pptx", "html")
FIVE_SLIDES = DECK + "  - title: Night noise\n" * 4
MOST = 5_000_000
"""Bytes that the committed pictures may take: some 80 kB for a slide in three themes by three routes."""


def gallery(*arguments: str | Path) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, [str(one) for one in arguments])


def links(page: Path) -> set[Path]:
    """Return the files that a page shows or leads to."""
    found = re.findall(r"\]\(([^)]+)\)", page.read_text(encoding="utf-8"))
    return {(page.parent / one).resolve() for one in found}


def shows_more_than_ground(picture: Image.Image) -> bool:
    """Tell whether most of a picture is far from the sheet's ground in lightness."""
    light = picture.convert("L").histogram()
    near = sum(light[GROUND[0] - 12 : GROUND[0] + 13])
    return near < 0.5 * picture.width * picture.height


def cell(sheet: Image.Image, index: int) -> Image.Image:
    """Return what a sheet of 16:9 pages has in the place of a page."""
    row, column = divmod(index, ABREAST)
    left, top = GAP + column * (PAGE_WIDTH + GAP), GAP + row * (PAGE_WIDTH * 9 // 16 + GAP)
    return sheet.crop((left, top, left + PAGE_WIDTH, top + PAGE_WIDTH * 9 // 16))


@pytest.mark.outside
def test_every_route_shows_every_slide(tmp_path: Path) -> None:
    """Five slides are five pages in each picture, and the page shows the pictures of this run and no others."""
    deck = Project(tmp_path).write(FIVE_SLIDES)
    folder = tmp_path / "shown"
    (folder / "gallery").mkdir(parents=True)
    (folder / "gallery" / "stale.webp").touch()
    result = gallery("--theme", "plain", "--output", folder, deck)
    assert result.exit_code == 0, result.output
    pictures = set((folder / "gallery").iterdir())
    assert {path.name for path in pictures} == {f"deck-plain-{format}.webp" for format in FORMATS}
    assert links(folder / "gallery.md") == {deck, *pictures}
    for path in pictures:
        with Image.open(path) as sheet:
            shown = [shows_more_than_ground(cell(sheet, index)) for index in range(2 * ABREAST)]
        assert shown == [True] * 5 + [False] * 3, path.name


def test_a_theme_that_cannot_hold_a_deck_is_named(tmp_path: Path) -> None:
    """What is wrong is told under the names of the deck and the theme, here one that does not exist."""
    deck = Project(tmp_path).write(DECK)
    with pytest.raises(ClickException) as raised:
        read_in_themes([deck], ["plain", "nowhere"], tmp_path)
    assert raised.value.message.startswith("deck.yaml cannot be shown in the theme nowhere:\nerror[")


def test_a_deck_with_mistakes_stops_the_command(tmp_path: Path) -> None:
    """Its mistakes are told once, not once a theme, and nothing is written."""
    result = gallery("--output", tmp_path / "shown", Project(tmp_path).write("title: Noise\nslidse: []\n"))
    assert result.exit_code == 1
    assert result.output.count("deck.yaml has mistakes:\nerror[") == 1
    assert not (tmp_path / "shown").exists()


def test_the_overview_shows_the_chosen_slides() -> None:
    """The large slide stands at the left above, the compared one of each theme below it."""
    pages = [Image.new("RGB", (320, 180), (10 * number, 0, 0)) for number in range(1, max(*SLIDES, COMPARED) + 1)]
    picture = overview({"briefing": dict.fromkeys(FORMATS, pages)})
    assert picture.width == WIDTH
    assert picture.getpixel((300, 200)) == (10 * SLIDES[0], 0, 0)
    assert picture.getpixel((WIDTH // 2, picture.height // 2)) == (10 * COMPARED, 0, 0)


def test_the_committed_gallery_is_complete() -> None:
    """Its decks in every theme by every route; run `make gallery` after a deck or a theme came or went."""
    page, pictures = ROOT / "docs" / "gallery.md", set((ROOT / "docs" / "gallery").iterdir())
    decks = DECKS
    names = {f"{deck.stem}-{theme}-{format}.webp" for deck, theme, format in product(decks, built_in_themes(), FORMATS)}
    assert {path.name for path in pictures} == names | {"overview.webp"}
    assert links(page) == pictures | set(decks)
    assert sum(path.stat().st_size for path in pictures) < MOST
