"""Strips in every language, with its signs and its spaces that do not break: the same lines by every route."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from deckmaker.credits.languages import LANGUAGES
from tests.agreement.conftest import read_deck
from tests.agreement.expectation import expected_views
from tests.agreement.outputs import Outputs
from tests.agreement.test_fallback_fonts import rows
from tests.installed_fonts import DEJAVU, NOTO, NOTO_CJK, fonts_in

pytestmark = pytest.mark.outside

DECK = """\
title: T
language: {language}
credits: {{print: urls}}
slides:
  - title: T
    layout: content
    text: x
    credits:
      - role: picture
        kind: photo
        title: Berth 4
        creator: A. Lind
        license: CC-BY-4.0
        url: https://example.org/b4
        modified: cropped
      - {{role: original}}
      - {{role: picture, kind: map, title: Atlas, license: CC-PDM-1.0, via: Commons, note: as is}}
      - {{role: data, publisher: Port, dataset: Night noise, retrieved: 2026-11-21, license: DL-DE-BY-2.0, ai: "yes"}}
      - {{role: text, publisher: The Stock Dork}}
"""


def outputs_of(languages: Iterable[str], folder: Path, *fonts: str) -> Outputs:
    """Return a slide in each language."""
    paths = [folder / f"{language}.yaml" for language in languages]
    for path in paths:
        path.write_text(DECK.format(language=path.stem), encoding="utf-8")
    return Outputs({path.stem: read_deck(path) for path in paths}, folder, fonts)


@pytest.fixture(scope="module")
def strips(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """All but Arabic, with the fonts of two packages alone."""
    languages = [one for one in LANGUAGES if one != "ar"]
    with fonts_in(NOTO, NOTO_CJK), outputs_of(languages, tmp_path_factory.mktemp("languages")) as made:
        yield made


@pytest.fixture
def arabic(tmp_path: Path) -> Iterator[Outputs]:
    """Arabic, in a font of whose letters LibreOffice's PDF says where they are: for each test, as others have other
    fonts."""
    with fonts_in(DEJAVU), outputs_of(["ar"], tmp_path, DEJAVU) as made:
        yield made


@pytest.mark.alike(every=2)  # so that each language is seen by a route or two
@pytest.mark.parametrize("format", ["pdf", "html", "pptx"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_strip_has_the_same_lines_by_every_route(language: str, format: str, request: pytest.FixtureRequest) -> None:
    """On paper those of paper."""
    strips = request.getfixturevalue("arabic" if language == "ar" else "strips")
    expected = rows(expected_views(strips.documents[language], printed=format == "pdf"))
    assert len(expected[0]) >= 4
    assert rows(strips.views(language, format)) == expected
