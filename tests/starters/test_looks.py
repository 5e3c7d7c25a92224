"""How starters look: a deck that people begin with is what they copy."""

from __future__ import annotations

from io import BytesIO

import pytest
import yaml
from PIL import Image

from deckmaker.starters import STARTERS
from deckmaker.starters.files import project_files
from tests.starters.test_new import answers

SHADES = 2
"""Of 255, from a pixel to the fourth beside it: the largest step in lightness of a sky without rings."""


@pytest.mark.parametrize("starter", STARTERS)
def test_columns_side_by_side_begin_alike(starter):
    """All of them with a heading, or none: what has none would begin below an empty band."""
    deck = yaml.safe_load(project_files(answers(starter))["decks/harbour.yaml"])
    for slide in deck["slides"]:
        headed = ["heading" in column for column in slide.get("columns", ())]
        assert all(headed) or not any(headed), slide["title"]


def test_the_sky_has_no_rings():
    """It is as large as half a screen on some slides."""
    with Image.open(BytesIO(project_files(answers("talk"))["assets/cover.jpg"])) as image:
        sky = image.convert("L")
    for row in range(20, 301, 40):
        shades = [sky.getpixel((column, row)) for column in range(640)]
        assert max(abs(one - other) for one, other in zip(shades, shades[4:], strict=False)) <= SHADES
