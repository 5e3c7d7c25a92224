"""Animated files and those of several pages: the first picture, and a warning."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from deckmaker.assets import content
from tests.projects import DECK
from tests.resolve.test_pictures import complaint, project

__all__ = ["project"]  # the fixture


@pytest.mark.parametrize("name", ["a.gif", "a.webp", "a.png"])
def test_an_animated_picture_is_shown_as_its_first_frame_with_a_warning(name, project):
    """The whole message; a still one of the same format says nothing."""
    frames = [Image.new("RGB", (8, 6), color) for color in ("red", "blue")]
    frames[0].save(project.folder / name, save_all=True, append_images=frames[1:], duration=100)
    written = DECK + f"    image: {{file: ../{name}, alt: A, credit: B}}\n"
    line = written.splitlines()[3]
    assert (
        project.said(written)
        == f"""\
warning[first-picture-only]: `../{name}` is animated; only its first picture is shown
 --> decks/deck.yaml:4:19
  |
4 | {line}
  |                   {"^" * len(f"../{name}")}
  = help: save the picture that you mean in a file of its own"""
    )
    file = project.read(written)[0].pages[0].slot("picture").item.file
    with Image.open(BytesIO(content(file))) as shown:
        assert not getattr(shown, "is_animated", False) and shown.convert("RGB").getpixel((4, 3))[0] > 250
    frames[0].save(project.folder / name)
    assert project.said(written) == ""


def test_a_tiff_of_several_pages_is_shown_as_its_first_with_a_warning(project):
    """A smaller copy of the first page, as Photoshop writes, is none."""
    pages = [Image.new("RGB", (8, 6), color) for color in ("red", "blue")]
    pages[0].save(project.folder / "a.tif", save_all=True, append_images=pages[1:])
    code, message, _ = complaint(project, "../a.tif")
    assert (code, message) == (
        "first-picture-only",
        "`../a.tif` has more than one page; only its first picture is shown",
    )
