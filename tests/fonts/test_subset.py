"""Subsets: the glyphs that are asked for, read back with fontTools."""

from __future__ import annotations

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from deckmaker.fonts import FaceKey, face
from deckmaker.fonts.families import FAMILIES
from deckmaker.fonts.subset import subset_by_glyph, subset_by_text

CALIBRI = face(FaceKey("Calibri", False, False))


def drawn(font: TTFont) -> set[int]:
    """Return the ids of glyphs that have an outline."""
    glyphs = font["glyf"]
    return {font.getGlyphID(name) for name in font.getGlyphOrder() if glyphs[name].numberOfContours}


def test_a_subset_by_glyph_keeps_the_ids_and_their_advances():
    """A PDF's text is glyph ids, so they must not move."""
    wanted = set(CALIBRI.shape("Nose").glyphs)  # letters drawn in one piece
    font = TTFont(BytesIO(subset_by_glyph(CALIBRI, wanted)))
    assert drawn(font) - {0} == wanted
    whole = TTFont(BytesIO(CALIBRI.path.read_bytes()))
    for glyph in wanted:
        advance = font["hmtx"][font.getGlyphName(glyph)][0]
        assert advance == whole["hmtx"][whole.getGlyphName(glyph)][0]


def test_a_subset_by_text_maps_its_characters_and_kerns_them():
    """A browser shapes again, so it needs characters and kerning, and no ligatures."""
    font = TTFont(BytesIO(subset_by_text(CALIBRI, "AVfi")))
    assert set(font.getBestCmap()) == {ord(c) for c in "AVfi"}
    features = {one.FeatureTag for one in font["GPOS"].table.FeatureList.FeatureRecord}
    assert "kern" in features
    assert "GSUB" not in font or "liga" not in {one.FeatureTag for one in font["GSUB"].table.FeatureList.FeatureRecord}


@pytest.mark.parametrize("family", FAMILIES)
def test_a_subset_describes_no_style(family):
    """Browsers complain of a style's description (STAT) whose names are gone, and leave it out."""
    own = face(FaceKey(family, False, False))
    for data in (subset_by_glyph(own, own.shape("Hy").glyphs), subset_by_text(own, "Hy")):
        assert "STAT" not in TTFont(BytesIO(data))


def test_a_subset_is_small_and_always_the_same():
    """The same glyphs in any order give the same bytes."""
    glyphs = CALIBRI.shape("Noise").glyphs
    first = subset_by_glyph(CALIBRI, glyphs)
    assert first == subset_by_glyph(CALIBRI, reversed(glyphs))
    assert len(first) < CALIBRI.path.stat().st_size / 5
