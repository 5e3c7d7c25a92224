"""Decks in fonts that are none of Office's, given by file or installed: the same slides by every route."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckmaker.fonts.families import FAMILIES
from tests.agreement.conftest import SHOWCASE, read_deck
from tests.agreement.judgement import failing_pages, judge, write_sheets
from tests.agreement.outputs import Outputs
from tests.agreement.pdf_reader import font_families
from tests.agreement.routes import by_routes
from tests.brand_fonts import INTER_STYLES, NOTO_SANS, NOTO_SANS_CJK, write_theme
from tests.installed_fonts import fonts_in
from tests.samples import mostly_long
from tests.variants import with_settings, write_variants

pytestmark = pytest.mark.outside

THEMES = {
    "inter": ("Inter", INTER_STYLES),
    "noto": ("Noto Sans", NOTO_SANS),  # variable
    "postscript": ("Noto Sans CJK JP", (NOTO_SANS_CJK,)),  # of a collection, and without a bold and an italic
    "regular": ("Inter", INTER_STYLES[:1]),
}
INSTALLED = "installed"
NAMES = [*THEMES, INSTALLED]


WHOLE = "inter"
"""The family in which the whole showcase is set; the others have a deck of a few slides."""

LIKE_OTHERS = (("html", WHOLE), ("pptx", WHOLE), ("html", "regular"))
"""What `make thorough` sees: the same font by the same route is in the decks of a few slides, or of another style."""

TOGETHER = tuple(name for name in NAMES if name != WHOLE)
"""What LibreOffice converts in one start; the whole showcase it converts in one of its own, if that is asked for."""

BRAND = Path(__file__).with_name("brand.yaml")


@pytest.fixture(scope="module")
def brand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """Decks in each family."""
    folder, machine = tmp_path_factory.mktemp("brand"), tmp_path_factory.mktemp("machine")
    for file in INTER_STYLES:
        shutil.copy(file, machine)
    paths = write_variants(SHOWCASE, read_deck(SHOWCASE), {WHOLE: {"theme": f"../{WHOLE}.yaml"}}, folder)
    for name in NAMES:
        if name != WHOLE:
            paths.append(folder / "decks" / f"{name}.yaml")
            text = with_settings(BRAND.read_text(encoding="utf-8"), {"theme": f"../{name}.yaml"})
            paths[-1].write_text(text, encoding="utf-8")
    for name, (family, files) in THEMES.items():
        write_theme(folder, family, files, name=name)
    (folder / f"{INSTALLED}.yaml").write_text("extends: briefing\nfonts: {heading: Inter, body: Inter}\n")
    with fonts_in(machine):
        documents = {path.stem: read_deck(path) for path in paths}
        with Outputs(documents, folder, [machine], together=TOGETHER) as made:
            yield made


@pytest.mark.alike(every=2)
@pytest.mark.parametrize(("format", "name"), by_routes(NAMES, is_usual=lambda *case: case not in LIKE_OTHERS))
def test_every_route_shows_what_layout_decided(format: str, name: str, brand: Outputs) -> None:
    """The same words on the same lines, within the gates of all decks."""
    judgement = judge(brand, name, format)
    if judgement.failures:
        write_sheets(brand, name, [judgement], failing_pages(judgement))
    assert judgement.failures == []


@pytest.mark.parametrize("name", mostly_long(NAMES, is_usual=lambda name: name != WHOLE))
def test_libreoffice_takes_the_family_that_the_file_names(name: str, brand: Outputs) -> None:
    """And no other in its place: the other tests would judge another text."""
    found = font_families(brand.libreoffice_pdf(name))
    family = THEMES.get(name, THEMES["inter"])[0].replace(" ", "").replace("JP", "jp")
    assert family in found and found <= {family, *FAMILIES.values()}
