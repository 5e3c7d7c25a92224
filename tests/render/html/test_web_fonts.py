"""Web fonts that are opened again by fontTools."""

from __future__ import annotations

import re
import subprocess
import sys
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from deckmaker.fonts import FaceKey, face
from deckmaker.fonts.families import FAMILIES
from deckmaker.render.html.web_font import web_font
from tests.projects import ROOT, Project
from tests.render.html.decks import rendered

every_family = pytest.mark.parametrize("family", FAMILIES)


@every_family
def test_metrics_are_the_same_for_every_face(family: str) -> None:
    """Whichever table a browser reads, a line reaches 0.8 em above its baseline and 0.2 below."""
    font = TTFont(BytesIO(web_font(FaceKey(family, True, False), "Aé", "dm-1")))
    em, os2 = font["head"].unitsPerEm, font["OS/2"]
    above, below = pytest.approx(0.8 * em, abs=1), pytest.approx(0.2 * em, abs=1)
    assert (font["hhea"].ascent, -font["hhea"].descent, font["hhea"].lineGap) == (above, below, 0)
    assert (os2.sTypoAscender, -os2.sTypoDescender, os2.sTypoLineGap) == (above, below, 0)
    assert (os2.usWinAscent, os2.usWinDescent) == (above, below)


@every_family
def test_characters_and_advances(family: str) -> None:
    """The subset has the characters that were asked for, no other letters, and their advances."""
    key = FaceKey(family, False, False)
    font = TTFont(BytesIO(web_font(key, "Hé ", "dm-1")))
    assert set(font.getBestCmap()) == {ord(character) for character in "Hé "}
    glyph = font.getBestCmap()[ord("H")]
    assert font["hmtx"][glyph][0] / font["head"].unitsPerEm == pytest.approx(face(key).shape("H").advances[0])


@every_family
def test_no_reserved_name(family: str) -> None:
    """The changed font bears a neutral name and keeps its copyright and licence."""
    font = TTFont(BytesIO(web_font(FaceKey(family, False, True), "A", "dm-2")))
    names = {record.nameID: record.toUnicode() for record in font["name"].names}
    assert {names[name_id] for name_id in (1, 3, 4, 6)} == {"dm-2"}
    assert set(names) - {1, 3, 4, 6} == {0, 13, 14}
    assert "Copyright" in names[0] and "Open Font License" in names[13] and "://" in names[14]


def test_the_same_bytes_twice() -> None:
    """The order of the characters and the time make no difference."""
    key = FaceKey("Calibri", False, False)
    assert web_font(key, "abc", "dm-1") == web_font(key, "cba", "dm-1")


@pytest.mark.parametrize("title", ["Ород", "`code`"])
def test_the_page_has_the_font_of_a_text_that_others_show(title: str, tmp_path) -> None:
    """Browsers place lines by it: those of a font of the reader's machine stood lower or higher."""
    deck = f"title: T\nslides:\n  - title: '{title}'\n    layout: content\n    text: words\n"
    page = rendered(Project(tmp_path).document(deck))
    headings = re.search(r'(dm-\d),"Georgia"', page)
    assert headings and f"@font-face{{font-family:{headings[1]};" in page


@pytest.mark.slow
def test_no_web_font_needs_fonttools() -> None:
    """Importing it takes longer than making the rest of the page."""
    code = "import sys; from deckmaker.fonts import FaceKey; from deckmaker.render.html.web_font import web_font; "
    code += "web_font(FaceKey('Calibri', False, False), 'A', 'dm-1'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert {"uharfbuzz", "fontTools"} & set(done.stdout.split()) == {"uharfbuzz"}
