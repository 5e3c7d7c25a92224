"""Numbers of slides whose picture fills the page: in their corner, on a scrim where the picture is light."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from deckmaker.layout import Page, PictureItem, ShapeItem
from deckmaker.theme import built_in_themes
from tests.projects import Project
from tests.visual.wcag import channels, contrast


def page(folder: Path, color: str, theme: str = "briefing", size: str = "16:9") -> Page:
    """Return a slide over a picture of one colour."""
    project = Project(folder)
    Image.new("RGB", (160, 90), color).save(folder / "a.png")
    slide = "{title: A, layout: picture-full, image: {file: ../a.png, alt: A, credit: B}}"
    return project.document(f"title: T\ntheme: {theme}\nsize: '{size}'\nslides: [{slide}]\n").pages[0]


def scrims(found: Page) -> list[tuple[float, ShapeItem]]:
    """Return the left edges of the scrims of a page, and the scrims."""
    return [
        (one.rect.x, one.item)
        for one in found.leaves
        if isinstance(one.item, ShapeItem) and one.decision and one.decision.least is not None
    ]


@pytest.mark.parametrize("size", ["16:9", "4:3", "A4"])
@pytest.mark.parametrize("theme", built_in_themes())
def test_it_is_at_the_end_of_the_page_or_of_the_words(theme: str, size: str, tmp_path: Path) -> None:
    """Where all numbers are; in `plain` beside the picture."""
    found = page(tmp_path, "#FFFFFF", theme, size)
    number, picture = found.slot("number"), found.slot("picture")
    assert number and picture and isinstance(picture.item, PictureItem)
    if theme == "plain":
        assert number.rect.right < picture.rect.x
    else:
        assert number.rect.right == pytest.approx(picture.rect.right - 48)


def test_on_a_light_picture_it_has_a_scrim(tmp_path: Path) -> None:
    """As opaque as white words of 12 points need; by a formula of its own."""
    found = page(tmp_path, "#FFFFFF")
    number = found.slot("number")
    (_, (left, own)) = scrims(found)
    assert number and left <= number.rect.x
    mixed = [own.opacity * one + 1 - own.opacity for one in channels("#10161F")]
    assert 7 <= contrast(channels("#FFFFFF"), mixed) < 9


def test_on_a_dark_picture_nothing_is_drawn_for_it(tmp_path: Path) -> None:
    """It is read as it is, and no output has a shape that nobody sees."""
    found = page(tmp_path, "#101820")
    assert [(left, item.opacity) for left, item in scrims(found)] == [(0, 0.3)]
    order = [one.slot for one in found.leaves]
    assert order.index("picture") < order.index("number")


def test_credits_keep_to_their_scrim(tmp_path: Path) -> None:
    """They do not go on to the number, as on other slides: between the two, the picture is bare."""
    found = page(tmp_path, "#FFFFFF")
    credits, layout = found.slot("credits"), found.layout
    (solid, *_) = (one.rect.right - one.fade for one in layout.shapes if one.scrim)
    assert credits and credits.rect.right <= solid
    assert layout.slots["credits"].rect.right <= solid
