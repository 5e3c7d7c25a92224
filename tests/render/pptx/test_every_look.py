"""Every deck in every theme and size, before all judges of presentations: no error."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from zipfile import ZipFile

import pytest

from deckmaker.render.pptx import PptxRenderer
from deckmaker.render.pptx.inspection import faults
from deckmaker.theme import PAGE_SIZES, built_in_themes
from tests import open_xml_audit
from tests.agreement.conftest import DECKS, read_deck
from tests.open_xml_sdk import complaints
from tests.render.laid_out_decks import rendered_by
from tests.samples import mostly_long
from tests.variants import write_variants

pytestmark = [pytest.mark.outside, pytest.mark.slow]

LOOKS = {
    f"{theme}-{size.replace(':', 'x')}": {"theme": theme, "size": f'"{size}"'}
    for theme, size in product(built_in_themes(), PAGE_SIZES)
}


IN_TURN = [*LOOKS][:: len(PAGE_SIZES) + 1]
"""Looks in which each theme and each size is once. The first is the showcase's own: of that, `test_schema` asks both
validators, and `test_inspection` our own rules."""


def is_usual(case: tuple[Path, str]) -> bool:
    """Tell whether a deck is looked at each time: that of all there is in other looks in turn, and one like others."""
    deck, look = case
    return look in IN_TURN[1:] if deck.stem == "showcase" else (deck.stem, look) == ("heating-grant", IN_TURN[0])


CASES = mostly_long(product(DECKS, LOOKS), is_usual)


@pytest.mark.parametrize(("deck", "look"), CASES, ids=lambda value: value.stem if isinstance(value, Path) else value)
def test_no_judge_has_a_complaint(deck: Path, look: str, tmp_path: Path) -> None:
    """Strict validation has no error and no warning, the Open XML SDK none, and none of our own rules is broken."""
    (variant,) = write_variants(deck, read_deck(deck), {look: LOOKS[look]}, tmp_path)
    path = tmp_path / f"{look}.pptx"
    path.write_bytes(rendered_by(PptxRenderer(), read_deck(variant)))
    assert open_xml_audit.complaints(path) == []
    assert complaints(path) == []
    with ZipFile(path) as archive:
        assert faults((name, archive.read(name)) for name in archive.namelist()) == []
