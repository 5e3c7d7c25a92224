"""Every deck of the project, as PDF, as PPTX through LibreOffice and as HTML in Chromium: the same slides."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from deckmaker.fonts.families import FAMILIES
from tests.agreement.conftest import IN_LIBREOFFICE, NAMES
from tests.agreement.judgement import FOLDER, SECOND_OPINION, Judgement, failing_pages, judge, write_sheets
from tests.agreement.outputs import Outputs
from tests.agreement.pdf_reader import font_families
from tests.agreement.table import row
from tests.samples import mostly_long

pytestmark = [pytest.mark.outside, pytest.mark.xdist_group("decks")]
SHOWN = 12
"""How many failures a message lists."""


@pytest.fixture(scope="module", params=NAMES)
def deck(request: pytest.FixtureRequest, outputs: Outputs) -> Iterator[str]:
    """The name of each deck, whose tests follow each other: its pictures need not be kept for longer."""
    yield request.param
    outputs.forget_pictures()


def mostly(*usual: str) -> list[Any]:
    """Return all decks, long but for the usual ones: our PDF has each anyway."""
    return mostly_long(NAMES, is_usual=lambda name: name in usual)


in_libreoffice = pytest.mark.parametrize("deck", mostly(*IN_LIBREOFFICE), indirect=True, scope="module")
in_a_browser = pytest.mark.parametrize(
    "deck",
    mostly("showcase-A4-listed", "us-china-fentanyl-talks", "how-nature-draws"),
    indirect=True,
    scope="module",
)
"""All there is, one of pictures alone, and one of the usual shape. `test_firefox` has others."""

by_betteroffice = pytest.mark.parametrize("deck", mostly("showcase"), indirect=True, scope="module")


def check(judgement: Judgement, outputs: Outputs, record_property) -> None:
    """Leave the judgement's row for the end of the run; where it fails, write sheets and say what they show."""
    record_property("agreement", (judgement.deck, row(judgement)))
    if judgement.failures:
        sheets = write_sheets(outputs, judgement.deck, [judgement], failing_pages(judgement))
        names = ", ".join(str(Path(FOLDER.parent.name, FOLDER.name, path.name)) for path in sheets)
        listed = "\n".join(judgement.failures[:SHOWN])
        more = f"\n… and {len(judgement.failures) - SHOWN} more" if len(judgement.failures) > SHOWN else ""
        pytest.fail(f"{judgement.deck}, {judgement.format}:\n{listed}{more}\nSee {names}", pytrace=False)


def test_pdf_shows_what_layout_decided(deck: str, outputs: Outputs, record_property) -> None:
    """The PDF has every line with its words in its place, and every picture."""
    check(judge(outputs, deck, "pdf"), outputs, record_property)


@in_a_browser
def test_html_shows_what_layout_decided(deck: str, outputs: Outputs, record_property) -> None:
    """Chromium breaks every line where layout did and looks as the PDF does."""
    check(judge(outputs, deck, "html"), outputs, record_property)


@in_libreoffice
def test_pptx_shows_what_layout_decided(deck: str, outputs: Outputs, record_property) -> None:
    """LibreOffice breaks every line where layout did and looks as the PDF does."""
    check(judge(outputs, deck, "pptx"), outputs, record_property)


@in_libreoffice
def test_libreoffice_used_the_fonts_that_were_measured(deck: str, outputs: Outputs) -> None:
    """No substitute stands in for a font, else the other tests would judge another text."""
    assert font_families(outputs.libreoffice_pdf(deck)) <= set(FAMILIES.values())


@by_betteroffice
def test_betteroffice_agrees(deck: str, outputs: Outputs, record_property) -> None:
    """A second engine that reads PowerPoint's files draws the same slides."""
    check(judge(outputs, deck, SECOND_OPINION), outputs, record_property)
