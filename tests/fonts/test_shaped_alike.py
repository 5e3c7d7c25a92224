"""A page's font shapes what the whole font does: each text in both, glyph by glyph."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont

from deckmaker.fonts import FaceKey, face
from deckmaker.fonts.face import Face
from deckmaker.fonts.mapping import shaped_from
from deckmaker.fonts.source import INSTALLED, FontSource
from deckmaker.fonts.subset import subset_by_text
from tests.fonts.font_making import opened
from tests.installed_fonts import NOTO, NOTO_CJK, fonts_in

SAMPLES = {
    "Thai": ("Noto Sans Thai", "ทำไม น้ำ คำ กำ้ ผู้ใหญ่ ที่ ป้ำ เปล่า"),
    "Lao": ("Noto Sans Lao", "ຄຳ ນ້ຳ ຂໍ້ຄວາມ ພາສາ ໜຶ່ງ"),
    "Khmer": ("Noto Sans Khmer", "កោ កើ កៀ កៅ កឿ ខ្មែរ ស្ត្រី ្ក ា"),
    "Myanmar": ("Noto Sans Myanmar", "မြန်မာ ကြော် ဣန္ဒြေ ိ"),
    "Devanagari": ("Noto Sans Devanagari", "हिन्दी स्वतन्त्रता क़लम ख़ ड़ ऩ र्कि ि अॅ अा"),
    "Bengali": ("Noto Sans Bengali", "কো কৌ যায় ড় বাংলা র্কি ো"),
    "Gurmukhi": ("Noto Sans Gurmukhi", "ਪੰਜਾਬੀ ਸ਼ ਖ਼ ਗ਼ ੳੁ ਿ"),
    "Gujarati": ("Noto Sans Gujarati", "ગુજરાતી ક્ષ ર્કિ ૉ"),
    "Oriya": ("Noto Sans Oriya", "ଓଡ଼ିଆ କୋ କୌ କୈ ୋ"),
    "Tamil": ("Noto Sans Tamil", "கொடை கோ கௌ தமிழ் ஸ்ரீ ொ"),
    "Telugu": ("Noto Sans Telugu", "తెలుగు కై క్ష్మ ై"),
    "Kannada": ("Noto Sans Kannada", "ಕೊ ಕೋ ಕೀ ಕೇ ಕೈ ಕನ್ನಡ ೋ"),
    "Malayalam": ("Noto Sans Malayalam", "കൊ കോ കൌ മലയാളം ന്‍ ൊ"),
    "Sinhala": ("Noto Sans Sinhala", "කෙ කේ කො කෝ කෞ සිංහල ශ්‍රී ෝ"),
    "Hangul": ("Noto Sans CJK JP", "한국어 한글 가ᇫ ᄒᆞᆫ ㅎ"),
    "Japanese": ("Noto Sans CJK JP", "が か゚ は゜ 第3章 神\ufe00 葛\U000e0100"),
    "Arabic": ("Noto Sans Arabic", "سلام لا آ أ ؤ ئ ۀ مُحَمَّد (3) ﷲ"),
    "Hebrew": ("Noto Sans Hebrew", "שָׁלוֹם שּׁ בּ כֿ אָ יִשְׂרָאֵל וֹ ײַ"),
    "Ethiopic": ("Noto Sans Ethiopic", "አማርኛ ገ፟"),
    "Georgian": ("Noto Sans Georgian", "ქართული ა̄"),
    "Latin": ("Noto Sans", "Zoë z̄ ạ́ q̃̂ ḗ Tiếng Việt e\u0301 i\u0307 į̇́ a\u2011b \u0345 10\u00a0m a\u2009b"),
    "Greek": ("Noto Sans", "Ωμέγα ᾧ ά Ά ΐ"),
}
"""Words of each script by a font that has it: with marks, parted vowels, and marks without a letter."""

OWN = "ά Ωμέγα Жизнь й и̂ שָׁלוֹם שּׁ (א (3 \u0301"


@pytest.fixture(scope="module", autouse=True)
def noto() -> Iterator[None]:
    """Two packages' fonts are all that is installed."""
    with fonts_in(NOTO, NOTO_CJK):
        yield


def drawn(font: hb.Font, text: str, turned: bool) -> list[tuple[int, ...]]:
    """Return of each glyph of a text where it stands and how far its ink reaches, in font units."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if turned else "ltr"
    hb.shape(font, buffer, {"liga": False, "clig": False, "dlig": False})
    glyphs = []
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        ink = font.get_glyph_extents(info.codepoint) or hb.GlyphExtents(0, 0, 0, 0)
        placed = (position.x_advance, position.x_offset, position.y_offset)
        glyphs.append((*placed, ink.x_bearing, ink.y_bearing, ink.x_bearing + ink.width, ink.y_bearing + ink.height))
    return glyphs


def assert_alike(whole: Face, texts: list[str]) -> None:
    """Those that the font has. A variable one is pinned in its part, where points are whole numbers."""
    texts = [text for text in texts if 0 not in whole.shape(text).glyphs]
    assert texts
    part = hb.Font(hb.Face(subset_by_text(whole, texts)))
    for text in texts:
        for turned in (False, True):
            expected, found = drawn(whole.hb_font, text, turned), drawn(part, text, turned)
            assert len(found) == len(expected), text
            assert found == [pytest.approx(glyph, abs=2) for glyph in expected], text


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_part_of_a_font_shapes_texts_as_the_whole(sample):
    """A browser has nothing else: a vowel that HarfBuzz takes apart was blank there, or lost a half."""
    family, texts = SAMPLES[sample]
    for bold in (False, True):
        whole = face(FaceKey(family, bold, False, origin=INSTALLED))
        assert_alike(whole, texts.split(" "))


@pytest.mark.parametrize("family", ["Calibri", "Arial", "Times New Roman", "Georgia", "Courier New"])
def test_a_part_of_our_own_fonts_does(family):
    """Of scripts that only some of them have."""
    assert_alike(face(FaceKey(family, False, False)), f"{OWN} {SAMPLES['Latin'][1]}".split(" "))


def without(tables: str) -> Callable[[TTFont], None]:
    """Return what takes tables out of a font."""

    def take(font: TTFont) -> None:
        for tag in tables.split():
            del font[tag]

    return take


@pytest.mark.parametrize(
    ("script", "tables"), [("Hebrew", "GPOS"), ("Hebrew", "GPOS GSUB"), ("Arabic", "GSUB"), ("Arabic", "GSUB GPOS")]
)
def test_a_part_of_a_font_without_rules_has_what_stands_for_them(script, tables, tmp_path):
    """Letters with their points, and forms of letters that join, which old fonts have as characters."""
    path = next(NOTO.glob(f"NotoSans{script}*"))
    font = opened(path)
    without(tables)(font)
    font.save(tmp_path / "old.ttf")
    whole = Face(FontSource(tmp_path / "old.ttf"), foreign=True)
    assert_alike(whole, SAMPLES[script][1].split(" "))


def test_a_part_of_a_font_holds_little_else():
    """All that is in it beside the characters themselves was asked for."""
    thai = face(FaceKey("Noto Sans Thai", False, False, origin=INSTALLED))
    assert shaped_from(thai, ["ทำไม"]) == {*map(ord, "ทำไม"), 0xE4D, 0xE32}
    assert shaped_from(face(FaceKey("Calibri", False, False)), ["Zoë (a)"]) == set(map(ord, "Zoë(a)"))


def test_a_bracket_alone_can_be_turned():
    """Between words from right to left it is drawn as the other one."""
    arial = face(FaceKey("Arial", False, False))
    cut = TTFont(BytesIO(subset_by_text(arial, ["("])))
    assert set(cut.getBestCmap()) == {ord("("), ord(")")}


def test_a_collection_is_asked_in_its_own_font():
    """Whichever of several in one file it is."""
    key = FaceKey("Noto Sans CJK KR", False, False, origin=INSTALLED)
    assert 0xD55C in shaped_from(face(key), ["\u1112\u1161\u11ab"])
