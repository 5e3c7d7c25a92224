"""The drawings of the decks: made by the code in assets/draw, and by nothing else."""

from __future__ import annotations

import io
from pathlib import Path

import numpy
import pytest
import resvg_py
from PIL import Image

from assets.draw import heating, nature, scenes, showcase
from tests.samples import mostly_slow

ASSETS = Path(__file__).parents[1] / "assets"
MASTERS = [(ASSETS / "briefing" / name, draw) for name, draw in scenes.ALL]
MASTERS += [(ASSETS / folder / name, draw) for folder, name, _, _, draw in showcase.ALL]
MASTERS += [(ASSETS / "nature" / name, draw) for name, draw in (*nature.WHOLE, *nature.SMALL)]
MASTERS += [(ASSETS / "heating" / name, draw) for name, draw in heating.ALL]
IDS = [stem.name for stem, _ in MASTERS]


@pytest.mark.parametrize(("stem", "draw"), mostly_slow(MASTERS, every=4), ids=IDS)
def test_a_master_is_what_its_code_draws(stem, draw) -> None:
    """Drawn again, each SVG has the same bytes, and no text in it."""
    drawn = draw().svg()
    assert drawn == stem.with_suffix(".svg").read_text(encoding="utf-8")
    assert "<text" not in drawn
    assert "<image" not in drawn


@pytest.mark.sampled(every=2)
@pytest.mark.parametrize("stem", mostly_slow([stem for stem, _ in MASTERS], quick=2), ids=IDS)
def test_a_raster_shows_its_master(stem) -> None:
    """Reduced, the raster in the repository and the master drawn anew look alike."""
    raster = next(path for ending in (".jpg", ".png") if (path := stem.with_suffix(ending)).exists())
    with Image.open(raster) as image:
        shown = image.convert("RGBA").resize((64, 64), Image.Resampling.BOX)
    text = stem.with_suffix(".svg").read_text(encoding="utf-8")
    fresh = Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=text, width=256, skip_system_fonts=True))))
    expected = fresh.convert("RGBA").resize((64, 64), Image.Resampling.BOX)
    difference = numpy.abs(numpy.asarray(shown, float) - numpy.asarray(expected, float))
    assert difference.mean() < 2
