"""Every deck of the project, as PDF, as PPTX through LibreOffice and as HTML in Chromium: the same slides."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from deckmaker.fonts.families import FAMILIES
from tests.agreement.conftest import NAMES, VARIANTS
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


def in_looks(*usual: str) -> list[Any]:
    """Return all decks; of the showcase's variants those that are not usual are long: our PDF has each anyway."""
    return mostly_long(NAMES, is_usual=lambda name: name not in VARIANTS or name in usual)


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


@pytest.mark.parametrize("deck", in_looks("showcase-A4-listed"), indirect=True, scope="module")
def test_html_shows_what_layout_decided(deck: str, outputs: Outputs, record_property) -> None:
    """Chromium breaks every line where layout did and looks as the PDF does."""
    check(judge(outputs, deck, "html"), outputs, record_property)


@pytest.mark.parametrize("deck", in_looks("showcase-plain-4x3", "showcase-statement"), indirect=True, scope="module")
def test_pptx_shows_what_layout_decided(deck: str, outputs: Outputs, record_property) -> None:
    """LibreOffice breaks every line where layout did and looks as the PDF does."""
    check(judge(outputs, deck, "pptx"), outputs, record_property)


def test_libreoffice_used_the_fonts_that_were_measured(deck: str, outputs: Outputs) -> None:
    """No substitute stands in for a font, else the other tests would judge another text."""
    assert font_families(outputs.libreoffice_pdf(deck)) <= set(FAMILIES.values())


@pytest.mark.parametrize("deck", in_looks(), indirect=True, scope="module")
def test_betteroffice_agrees(deck: str, outputs: Outputs, record_property) -> None:
    """A second engine that reads PowerPoint's files draws the same slides."""
    check(judge(outputs, deck, SECOND_OPINION), outputs, record_property)
