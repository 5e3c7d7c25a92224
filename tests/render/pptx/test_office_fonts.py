"""Scripts that a theme's fonts lack, in the PowerPoint file: Office's own fonts, by language."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree
from pptx import Presentation

from deckmaker.render.pptx import PptxRenderer
from deckmaker.render.pptx.office_fonts import COMPLEX, EAST_ASIAN, THEME_SCRIPTS, family_of, language_of
from tests.installed_fonts import NOTO, NOTO_CJK, fonts_in
from tests.projects import Project
from tests.render.laid_out_decks import rendered_by
from tests.render.pptx.decks import find

DECK = """\
title: T
language: {language}
slides:
  - title: "{title}"
    layout: content
    text: "{text}"
    bullets: ["{text}"]
    notes: n
"""


def built(folder: Path, language: str, title: str, text: str) -> bytes:
    """Return the presentation of a slide, made where the fonts of two packages are all that is installed."""
    with fonts_in(NOTO, NOTO_CJK):
        return rendered_by(PptxRenderer(), Project(folder).document(DECK.format(**locals())))


def theme_fonts(content: bytes) -> list[tuple[str, str]]:
    """Return the East Asian and the complex typeface of the theme's headings, and of its texts."""
    with ZipFile(BytesIO(content)) as archive:
        root = etree.fromstring(archive.read("ppt/theme/theme1.xml"))
    places = (find(root, f"//a:{place}")[0] for place in ("majorFont", "minorFont"))
    return [(find(one, "string(a:ea/@typeface)"), find(one, "string(a:cs/@typeface)")) for one in places]


def runs(content: bytes) -> list[tuple[str, str, set[str]]]:
    """Return the texts of the slide's runs, each with its language and the fonts that it names."""
    slide: Any = Presentation(BytesIO(content)).slides[0]
    return [
        (run.text, run._r.rPr.get("lang"), set(find(run._r, "a:rPr/*/@typeface")))
        for shape in slide.placeholders
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    ]


def test_a_chinese_deck_has_its_font_in_the_theme(tmp_path: Path) -> None:
    """Runs refer to it, as a colleague's own do, and have the deck's language."""
    content = built(tmp_path, "zh-CN", "噪音与健康", "人人生而自由 GDP")
    assert theme_fonts(content) == [("Microsoft YaHei", "")] * 2
    assert ("噪音与健康", "zh-CN", {"+mj-ea"}) in runs(content)
    assert ("人人生而自由", "zh-CN", {"+mn-ea"}) in runs(content)
    assert (" GDP", "zh-CN", {"+mn-lt"}) in runs(content)


def test_words_of_others_in_an_english_deck_say_their_language(tmp_path: Path) -> None:
    """Spelling is checked in it. The theme's font is that of most; what is in none of its two names Office's."""
    content = built(tmp_path, "en-GB", "From 日本語で and नमस्ते to 😀 ✓", "人人生而自由，在尊严和权利上一律平等")
    assert theme_fonts(content) == [("Microsoft YaHei", "Nirmala UI")] * 2
    found = runs(content)
    assert ("日本語で", "ja-JP", {"Yu Gothic"}) in found
    assert ("नमस्ते", "hi-IN", {"+mj-cs"}) in found
    assert ("😀", "en-GB", {"Segoe UI Emoji"}) in found
    assert ("人人生而自由，在尊严和权利上一律平等", "zh-CN", {"+mn-ea"}) in found
    assert ("From ", "en-GB", {"+mj-lt"}) in found
    assert not any("Noto" in name for _, _, names in found for name in names)


def test_a_theme_names_a_font_for_every_script_and_the_master_refers_to_it(tmp_path: Path) -> None:
    """For words that a colleague adds in a script of which the deck has none."""
    content = built(tmp_path, "en", "Plain", "words")
    assert theme_fonts(content) == [("", "")] * 2
    with ZipFile(BytesIO(content)) as archive:
        theme, master = (
            etree.fromstring(archive.read(f"ppt/{name}"))
            for name in ("theme/theme1.xml", "slideMasters/slideMaster1.xml")
        )
    for place in ("majorFont", "minorFont"):
        listed = {one.get("script"): one.get("typeface") for one in find(theme, f"//a:{place}/a:font")}
        assert listed == THEME_SCRIPTS
        assert {"Jpan", "Hang", "Hans", "Hant", "Arab", "Hebr", "Thai", "Deva"} <= set(listed)
    for style, own in (("titleStyle", "mj"), ("bodyStyle", "mn")):
        for level in find(master, f"p:txStyles/p:{style}/*/a:defRPr"):
            assert find(level, "*/@typeface") == [f"+{own}-lt", f"+{own}-ea", f"+{own}-cs"]


@pytest.mark.parametrize(
    ("text", "beside", "deck", "language"),
    [
        ("漢字", "漢字と仮名", "en", "ja-JP"),
        ("한국어", "한국어", "en", "ko-KR"),
        ("尊严", "尊严", "en", "zh-CN"),
        ("尊嚴", "尊嚴", "en", "zh-TW"),
        ("桜", "桜", "en", "ja-JP"),
        ("ㄅㄆ", "ㄅㄆ", "en", "zh-TW"),
        ("尊严", "尊严", "zh-Hans-SG", "zh-Hans-SG"),
        ("漢字", "漢字", "zh-HK", "zh-HK"),
        ("漢字", "漢字", "ja", "ja"),
        ("かな", "かな", "zh", "ja-JP"),
        ("हिन्दी", "हिन्दी", "mr-IN", "mr-IN"),
        ("हिन्दी", "हिन्दी", "de", "hi-IN"),
        ("สวัสดี", "สวัสดี", "en", "th-TH"),
        ("✓", "漢字 ✓", "en", None),
    ],
)
def test_a_language_is_told_by_letters_by_the_deck_and_by_characters(
    text: str, beside: str, deck: str, language: str | None
) -> None:
    """Kana, Hangul and Bopomofo tell at once; Han characters go by their paragraph, by the deck, by their forms."""
    assert language_of(text, beside, deck) == language


@pytest.mark.parametrize(
    ("text", "language", "family"),
    [
        ("漢字", "ja", "Yu Gothic"),
        ("漢字", "zh-HK", "Microsoft JhengHei"),
        ("漢字", "zh-Hant-MY", "Microsoft JhengHei"),
        ("汉字", None, "Microsoft YaHei"),
        ("한국어", "ko-KR", "Malgun Gothic"),
        ("ខ្មែរ", None, "Leelawadee UI"),
        ("ქართული", None, "Sylfaen"),
        ("❤\ufe0f", None, "Segoe UI Emoji"),
        ("👩‍🚀", None, "Segoe UI Emoji"),
        ("✓", None, "Segoe UI Symbol"),
        ("Ꞵ", None, "Segoe UI"),
        ("\ue000", None, None),
        ("𒀀", None, None),
    ],
)
def test_office_has_a_font_for_each_script(text: str, language: str | None, family: str | None) -> None:
    """None for signs of somebody's own, and for scripts of which it has none: there the machine's font is named."""
    assert family_of(text, language) == family


def test_no_font_of_office_is_one_of_the_build_machine() -> None:
    """All are those that Windows or Microsoft 365 have."""
    named = {*EAST_ASIAN.values(), *(family for family, _ in COMPLEX.values()), *THEME_SCRIPTS.values()}
    assert named and not any("Noto" in one for one in named)
