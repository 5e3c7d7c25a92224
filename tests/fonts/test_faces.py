"""Faces: every style of every family, its advances against fontTools' reading of the same file."""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from deckmaker.fonts import FAMILIES, Face, FaceKey, face, font_file
from deckmaker.fonts.source import FontSource

STYLES = [(False, False), (True, False), (False, True), (True, True)]
ALL = [FaceKey(family, *style) for family in FAMILIES for style in STYLES]


def read(path: Path) -> TTFont:
    """Read a font whole, so that no file stays open."""
    return TTFont(BytesIO(path.read_bytes()))


@pytest.mark.parametrize("key", ALL, ids=lambda key: f"{key.family} {key.bold:d}{key.italic:d}")
def test_every_style_of_every_family_has_the_right_file(key):
    """The file says itself that it is the metric twin, in that style."""
    font = read(font_file(*key[:3]))
    assert font["name"].getDebugName(1) == FAMILIES[key.family]
    assert (bool(font["head"].macStyle & 1), bool(font["head"].macStyle & 2)) == (key.bold, key.italic)


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("key", ALL, ids=lambda key: f"{key.family} {key.bold:d}{key.italic:d}")
def test_unkerned_advances_are_those_of_the_file(key):
    """Each character takes the advance that the font's own table gives its glyph."""
    font = read(font_file(*key[:3]))
    text = "Night noise, 61 dB(A): “Berth 4”"
    glyphs = [font.getBestCmap()[ord(character)] for character in text]
    wanted = [font["hmtx"][glyph][0] / font["head"].unitsPerEm for glyph in glyphs]
    shaped = face(key).shape(text, kerned=False)
    assert shaped.advances == pytest.approx(wanted)
    assert shaped.glyphs == tuple(font.getGlyphID(glyph) for glyph in glyphs)


def test_kerning_draws_pairs_together():
    """AV is narrower than A and V."""
    calibri = face(FaceKey("Calibri", False, False))
    assert sum(calibri.shape("AV").advances) < sum(calibri.shape("AV", kerned=False).advances)


@pytest.mark.parametrize("family", ["Calibri", "Georgia"])
@pytest.mark.parametrize("text", ["office", "fluffy", "first", "ffi tt fj Th"])
def test_no_ligature_joins_letters(family, text):
    """One glyph a letter: an editable text in another program has none either."""
    shaped = face(FaceKey(family, False, False)).shape(text)
    assert shaped.clusters == tuple(range(len(text)))


def test_a_missing_glyph_is_known():
    """Layout asks before anything is drawn."""
    calibri = face(FaceKey("Calibri", False, False))
    assert calibri.has("é") and calibri.has("€") and not calibri.has("漢") and not calibri.has("😀")


def test_every_face_can_show_what_european_briefings_need():
    """Letters of Latin languages and our own marks; Greek and Cyrillic too, but for Georgia's twin."""
    for key in ALL:
        needed = "äßçłőžñøþŞ€£–—…“”‘’•·×²" + ("" if key.family == "Georgia" else "αΩЖя")
        assert [character for character in needed if not face(key).has(character)] == [], key


def test_another_family_is_refused():
    """Only families with a metric twin can be measured."""
    with pytest.raises(KeyError):
        font_file("Comic Sans MS", False, False)


def test_metrics_are_those_of_the_file():
    """Ascent, descent, cap height and slant, in ems and degrees, against fontTools."""
    font = read(font_file("Georgia", False, True))
    em, metrics = font["head"].unitsPerEm, face(FaceKey("Georgia", False, True)).metrics
    assert metrics.ascent * em == pytest.approx(font["hhea"].ascent)
    assert metrics.descent * em == pytest.approx(font["hhea"].descent)
    assert metrics.cap_height * em == pytest.approx(font["OS/2"].sCapHeight)
    assert metrics.italic_angle == pytest.approx(font["post"].italicAngle)
    head = font["head"]
    assert [v * em for v in metrics.box] == pytest.approx([head.xMin, head.yMin, head.xMax, head.yMax])


def test_an_endless_text_is_shaped_in_pieces(monkeypatch):
    """As if it were one text, but for the kerning between them; marks that are moved are moved by as much."""
    key, text = FaceKey("Arial", False, False), "Night" * 3 + "q\u0302"
    whole = face(key).shape(text, kerned=False)
    monkeypatch.setattr(import_module("deckmaker.fonts.face"), "LONGEST", 5)
    assert Face(FontSource(font_file(*key[:3]))).shape(text, kerned=False) == whole
    assert whole.offsets and not whole.plain


def test_what_is_kept_of_shaped_texts_is_counted_by_characters(monkeypatch):
    """A long text that goes on over many slides is another one on each."""
    monkeypatch.setattr(Face, "most_kept", 10_000)
    own = Face(FontSource(font_file("Arial", False, False)))
    for start in range(0, 4_000, 100):
        own.shape("night noise " * 300 + "n" * start)
        assert sum(len(text) for text, *_ in own._kept) <= 10_000
    shaped = own.shape("quay")
    assert own.shape("quay") is shaped
