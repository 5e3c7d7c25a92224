"""The briefing and the showcase in twelve public templates, adopted as a user does: the same slides by every route."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
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
from tests.samples import mostly_long
from tests.template.presets import FONTS, preset_templates
from tests.variants import write_variants

pytestmark = [pytest.mark.outside, pytest.mark.slow]

NAMES = (
    *("Beehive", "Blue_Curve", "Candy", "Focus", "Freshes", "Growing_Liberty"),
    *("Inspiration", "Lights", "Metropolis", "Vintage", "Vivid", "Yellow_Idea"),
)
DECKS = {"briefing": ROOT / "decks" / "us-china-fentanyl-talks.yaml", "showcase": SHOWCASE}

USUAL = [("Yellow_Idea", "showcase")]
"""That of every run of all tests; `make presets` has the others, which take longer than all other tests together."""

PAIRS = [
    pytest.param(
        pair, marks=[pytest.mark.xdist_group(f"{pair} preset"), *([] if pair in USUAL else [pytest.mark.long])]
    )
    for pair in product(NAMES, DECKS)
]

FORMATS = ["pdf", "html", "pptx"]


@pytest.fixture(scope="module", params=PAIRS, ids="-".join)
def outputs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """A deck in one of the templates; its pictures are forgotten before the next."""
    template, deck = request.param
    folder = tmp_path_factory.mktemp(template)
    (file,) = preset_templates([template], folder).values()
    with fonts_in(*FONTS), in_template(file, template, deck, folder) as made:
        yield made


def in_template(template: bytes, name: str, deck: str, folder: Path) -> Outputs:
    """Return a deck in a template, with the theme that `deckmaker theme from` writes for it."""
    file = folder / f"{name}.potx"
    file.write_bytes(template)
    diagnostics = Diagnostics()
    adopted = adopt(file, None, False, diagnostics)
    assert adopted, [one.message for one in diagnostics]
    called, path = f"{deck}-{name}", DECKS[deck]
    (variant,) = write_variants(path, read_deck(path), {called: {"theme": f"../{name}.yaml"}}, folder)
    return Outputs({called: read_deck(variant)}, folder, FONTS)


@pytest.mark.parametrize("format", mostly_long(FORMATS, is_usual=lambda format: format != "html"))
def test_every_route_shows_what_layout_decided(format: str, outputs: Outputs, record_property) -> None:
    """The same words on the same lines in the same places, within the gates of all decks, and none hidden."""
    (name,) = outputs.documents
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
