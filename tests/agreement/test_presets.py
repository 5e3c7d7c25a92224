"""The briefing and the showcase in twelve public templates, adopted as a user does: the same slides by every route."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from deckmaker.adoption.adopting import adopt
from deckmaker.diagnostics import Diagnostics
from tests.agreement.conftest import ROOT, SHOWCASE, read_deck
from tests.agreement.judgement import Judgement, failing_pages, judge, write_sheets
from tests.agreement.outputs import Outputs
from tests.agreement.report import Kind
from tests.agreement.table import row
from tests.installed_fonts import fonts_in
from tests.template.presets import FONTS, preset_templates
from tests.variants import write_variants

pytestmark = [pytest.mark.outside, pytest.mark.slow]

NAMES = (
    *("Beehive", "Blue_Curve", "Candy", "Focus", "Freshes", "Growing_Liberty"),
    *("Inspiration", "Lights", "Metropolis", "Vintage", "Vivid", "Yellow_Idea"),
)
USUAL = ("Beehive", "Yellow_Idea")
"""Those of every run of all tests; `make presets` has the others, which take longer than all other tests together."""

TEMPLATES = [pytest.param(name, marks=() if name in USUAL else pytest.mark.long) for name in NAMES]

DECKS = {"briefing": ROOT / "decks" / "us-china-fentanyl-talks.yaml", "showcase": SHOWCASE}

FORMATS = [
    pytest.param("pdf", marks=pytest.mark.xdist_group("libreoffice")),
    pytest.param("html", marks=pytest.mark.xdist_group("chromium")),
    pytest.param("pptx", marks=pytest.mark.xdist_group("libreoffice")),
]


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The presets, converted in one start of LibreOffice."""
    return preset_templates(NAMES, tmp_path_factory.mktemp("presets"))


@pytest.fixture(scope="module", params=TEMPLATES)
def outputs(
    request: pytest.FixtureRequest, templates: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Outputs]:
    """Both decks in one of the templates; their pictures are forgotten before the next."""
    folder = tmp_path_factory.mktemp(request.param)
    with fonts_in(*FONTS), in_template(templates[request.param], request.param, folder) as made:
        yield made


def in_template(template: bytes, name: str, folder: Path) -> Outputs:
    """Return both decks in a template, with the theme that `deckmaker theme from` writes for it."""
    file = folder / f"{name}.potx"
    file.write_bytes(template)
    diagnostics = Diagnostics()
    adopted = adopt(file, None, False, diagnostics)
    assert adopted, [one.message for one in diagnostics]
    documents = {}
    for deck, path in DECKS.items():
        called = f"{deck}-{name}"
        (variant,) = write_variants(path, read_deck(path), {called: {"theme": f"../{name}.yaml"}}, folder)
        documents[called] = read_deck(variant)
    return Outputs(documents, folder, FONTS)


@pytest.mark.parametrize("deck", DECKS)
@pytest.mark.parametrize("format", FORMATS)
def test_every_route_shows_what_layout_decided(format: str, deck: str, outputs: Outputs, record_property) -> None:
    """The same words on the same lines in the same places, within the gates of all decks, and none hidden."""
    (name,) = (one for one in outputs.documents if one.startswith(deck))
    whole = judge(outputs, name, format)
    judgement = replace(whole, failures=without_brand(whole))
    record_property("agreement", (name, row(judgement)))
    if judgement.failures:
        write_sheets(outputs, name, [judgement], failing_pages(judgement))
    assert judgement.failures == []
    assert judgement.report.share == 100


def without_brand(judgement: Judgement) -> list[str]:
    """Return the failures that are of slides, and not of what the template draws behind them.

    Its pictures belong to no slide. Its photos, patterns and gradients each engine samples in its own way, so that
    whole pages are less alike than their texts (`tests/template/test_likeness.py` holds those): 0.966 in HTML before a
    photo that fills the page.
    """
    pictures = {str(one) for one in judgement.report.findings if one.kind is Kind.EXTRA_PICTURE}
    return [one for one in judgement.failures if one not in pictures and not one.startswith("similarity")]
