"""Texts from right to left by every route: each word in its place on its line, pages in a mirror, held to all gates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.agreement.conftest import read_deck
from tests.agreement.judgement import failing_pages, judge, write_sheets
from tests.agreement.outputs import FORMATS, Outputs
from tests.agreement.table import row
from tests.installed_fonts import DEJAVU, NOTO, fonts_in
from tests.projects import ROOT
from tests.render.laid_out_decks import document
from tests.variants import write_variants

pytestmark = pytest.mark.outside

HERE = Path(__file__).parent
SHOWCASE = ROOT / "decks" / "showcase.yaml"
MIRRORED = {"language": "he", "footer": "עברית"}
"""So that each page has a word from right to left, and is read as such."""


@pytest.fixture(scope="module")
def hebrew(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """A deck in Hebrew, and one in English with Hebrew words in it."""
    paths = [HERE / "hebrew.yaml", HERE / "words_of_other_ways.yaml"]
    with (
        fonts_in(NOTO),
        Outputs({path.stem: read_deck(path) for path in paths}, tmp_path_factory.mktemp("hebrew"), [NOTO]) as made,
    ):
        yield made


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """A deck in Arabic, in a font in which dots are parts of letters.

    Of others, LibreOffice's PDF does not say which letter is where.
    """
    with (
        fonts_in(DEJAVU),
        Outputs({"arabic": read_deck(HERE / "arabic.yaml")}, tmp_path_factory.mktemp("arabic"), [DEJAVU]) as made,
    ):
        yield made


@pytest.fixture(scope="module")
def mirrored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """The showcase as if it were in Hebrew."""
    folder = tmp_path_factory.mktemp("mirrored")
    (path,) = write_variants(SHOWCASE, document("showcase"), {"mirrored": MIRRORED}, folder)
    with Outputs({"mirrored": read_deck(path)}, folder) as made:
        yield made


def failures(outputs: Outputs, deck: str, format: str, record_property) -> list[str]:
    """Return what fails, and write the sheets that show it."""
    judgement = judge(outputs, deck, format)
    record_property("agreement", (deck, row(judgement)))
    if judgement.failures:
        write_sheets(outputs, deck, [judgement], failing_pages(judgement))
    return judgement.failures


@pytest.mark.parametrize("deck", ["hebrew", "words_of_other_ways"])
@pytest.mark.parametrize("format", FORMATS)
def test_every_route_shows_hebrew_alike(format: str, deck: str, hebrew: Outputs, record_property) -> None:
    """Letters, numbers, brackets and links, on pages that run either way."""
    assert failures(hebrew, deck, format, record_property) == []


@pytest.mark.parametrize("format", FORMATS)
def test_every_route_shows_arabic_alike(format: str, arabic: Outputs, record_property) -> None:
    """Letters that join."""
    assert failures(arabic, "arabic", format, record_property) == []


@pytest.mark.parametrize("format", ["pdf", "html"])
def test_every_kind_of_block_is_seen_in_the_mirror(format: str, mirrored: Outputs, record_property) -> None:
    """In the PDF and on the page."""
    assert failures(mirrored, "mirrored", format, record_property) == []


def test_every_line_is_seen_in_the_mirror_in_libreoffice(mirrored: Outputs) -> None:
    """But for one beside a number, which it sets in the font of the item's first letter, and so nearer to the words."""
    assert judge(mirrored, "mirrored", "pptx").report.share >= 99
