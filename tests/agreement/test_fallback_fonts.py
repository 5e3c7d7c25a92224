"""Texts in scripts that the theme's fonts lack: the same slides by every route, in fonts that stand in for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.agreement.conftest import read_deck
from tests.agreement.expectation import expected_views
from tests.agreement.judgement import failing_pages, judge, write_sheets
from tests.agreement.outputs import Outputs
from tests.agreement.pdf_reader import font_families
from tests.agreement.view import PageView
from tests.installed_fonts import NOTO, NOTO_CJK, fonts_in

pytestmark = pytest.mark.outside

SCRIPTS = Path(__file__).with_name("scripts.yaml")
MIXED = """\
title: East Asian and other words in one line
slides:
  - title: 第3章 and GDP
  - title: 第3章とGDP
    numbered:
      - "“引用” of 25 words, 日本語 and English in one line, which goes on until it must break, 日本語でも英語でも"
      - GDPは2026年に5%増えたが、2027年には3%減ると見られ、その後もSDGsの目標には届かないと言われている。
    text: 한국어 문장은 3개의 단어와 GDP로 이루어져 있고, 그 다음 줄로 넘어갈 때까지 계속됩니다. 끝.
"""

VOWELS = """\
title: Vowels that are taken apart
slides:
  - title: ทำไม น้ำ คำ
  - title: ທຳ ນ້ຳ ຄຳ
    bullets: [ทำ กำ น้ำ คำ, ຄຳ ນ້ຳ, កោ កើ កៀ កៅ, কো কৌ, கொ கோ, കൊ കോ]
"""


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """The outputs of these decks, made with the fonts of two packages alone."""
    folder = tmp_path_factory.mktemp("scripts")
    paths = [SCRIPTS]
    for name, text in (("mixed", MIXED), ("vowels", VOWELS)):
        paths.append(folder / f"{name}.yaml")
        paths[-1].write_text(text, encoding="utf-8")
    with fonts_in(NOTO, NOTO_CJK), Outputs({path.stem: read_deck(path) for path in paths}, folder) as made:
        yield made


@pytest.mark.parametrize("format", ["pdf", "html", "pptx"])
def test_every_route_shows_what_layout_decided(format: str, scripts: Outputs, record_property) -> None:
    """The same words on the same lines, within the gates of all decks."""
    judgement = judge(scripts, "scripts", format)
    if judgement.failures:
        write_sheets(scripts, "scripts", [judgement], {1, 2, 3, 4})
    assert judgement.failures == []


@pytest.mark.parametrize("format", ["pdf", "html"])
def test_vowels_that_fonts_take_apart_are_shown(format: str, scripts: Outputs) -> None:
    """The page's fonts hold their parts, too, which no text names."""
    judgement = judge(scripts, "vowels", format)
    if judgement.failures:
        write_sheets(scripts, "vowels", [judgement], failing_pages(judgement))
    assert judgement.failures == []


def test_libreoffice_finds_the_fonts_that_layout_measured(scripts: Outputs) -> None:
    """The file names Office's, which are not here: by script and language it takes the same families instead."""
    named = {"Noto", "NotoSans", "NotoEmoji", "NotoSansSymbols", "NotoSansDevanagari", "NotoSansThai"}
    cjk = {f"NotoSansCJK{language}" for language in ("jp", "kr", "sc", "tc", "hk")}  # as wide as each other
    named |= {"NotoSansTamil", "NotoSansMalayalam", "NotoSansBengali", "NotoSansTelugu"}
    found = font_families(scripts.libreoffice_pdf("scripts"))
    assert found <= named | cjk | {"Carlito", "Gelasio", "Cousine", "Tinos", "Arimo"}
    assert {"NotoSansDevanagari", "NotoSansThai"} <= found and found & cjk


def rows(views: Sequence[PageView]) -> list[list[str]]:
    """Return the text of each row of each page, without its spaces: LibreOffice adds some between scripts."""
    pages = []
    for view in views:
        by_baseline: defaultdict[int, list[tuple[float, str]]] = defaultdict(list)
        for line in view.lines:
            by_baseline[round(line.baseline / 4)].append((line.x0, "".join(line.words)))
        pages.append(["".join(text for _, text in sorted(by_baseline[row])) for row in sorted(by_baseline)])
    return pages


@pytest.mark.parametrize("format", ["pdf", "html", "pptx"])
def test_mixed_lines_hold_the_same_words(format: str, scripts: Outputs) -> None:
    """LibreOffice spaces East Asian signs and others apart; layout has left room for it, so that no word moves."""
    assert rows(scripts.views("mixed", format)) == rows(expected_views(scripts.documents["mixed"]))
