"""Texts as long as books: refused in few steps, counted, since a clock would tell another time on each machine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from deckmaker.fonts import Face
from deckmaker.text.breaking import MeasuredText
from deckmaker.text.fitting import LONG_TEXT
from tests.installed_fonts import NOTO, NOTO_CJK, fonts_in
from tests.projects import DECK, Project

pytestmark = pytest.mark.slow

LONG = 100_000
REFUSED = "overflow: {way: shrink, then: error}\n"
"""What refuses texts for which a slide has no room."""

TEXTS = {
    "one word": "n" * LONG,
    "words": "word " * (LONG // 5),
    "ideographs": "漢字かな、" * (LONG // 5),
    "two scripts by turns": "a漢" * (LONG // 2),
    "no spaces": "ไทย" * (LONG // 3),
    "an address": "a/" * (LONG // 2),
    "one word in another font": "é̄" * (LONG // 2),
}


@pytest.fixture(scope="module", autouse=True)
def noto() -> Iterator[None]:
    """Fonts for all of these."""
    with fonts_in(NOTO, NOTO_CJK):
        yield


@pytest.mark.alike(every=2)
@pytest.mark.parametrize("name", TEXTS)
def test_a_book_is_too_long_for_a_slide_and_not_set_a_thousand_times(name, tmp_path, monkeypatch):
    """It is measured once and set once: nothing that is tried for other texts would help it."""
    broken: list[int] = []
    shaped: list[int] = []
    own_broken, own_shape = MeasuredText._broken, Face._shaped

    def count_broken(text: MeasuredText, width: float) -> Any:
        broken.append(sum(len(one.text) for one in text.measured))
        return own_broken(text, width)

    def count_shaped(face: Face, text: str, *how: bool) -> Any:
        shaped.append(len(text))
        return own_shape(face, text, *how)

    monkeypatch.setattr(MeasuredText, "_broken", count_broken)
    monkeypatch.setattr(Face, "_shaped", count_shaped)
    text = f"title: T\n{REFUSED}slides:\n  - layout: content\n    text: {TEXTS[name]}\n"
    _, diagnostics = Project(tmp_path).read(text)
    assert "text-too-long" in [one.code for one in diagnostics]
    assert len([one for one in broken if one > LONG_TEXT]) == 1
    assert sum(shaped) < 10 * LONG


def test_a_word_of_ten_thousand_letters_has_its_excess_said(tmp_path):
    """It has no place to break at."""
    _, diagnostics = Project(tmp_path).read(f"{DECK}    text: {'n' * 10_000}\n")
    (one,) = diagnostics
    assert one.code == "text-too-long"
    assert "points too wide, in a word that cannot be broken" in one.message


@pytest.mark.alike(every=3)
@pytest.mark.parametrize("text", ["word " * 200_000, "n" * 1_000_000, "AV" * 500_000, "é̄" * 500_000], ids=range(4))
def test_a_text_of_a_million_characters_has_its_excess_said_too(text, tmp_path):
    """HarfBuzz shapes no more than some 500,000 at once."""
    _, diagnostics = Project(tmp_path).read(f"{REFUSED}{DECK}    text: {text}\n")
    assert "text-too-long" in [one.code for one in diagnostics]


@pytest.mark.parametrize("name", ["words", "ideographs"])
def test_a_book_goes_on_over_as_many_slides_as_it_takes(name, tmp_path, monkeypatch):
    """Each of them costs no more for those that follow: ten times the text is shaped ten times as much."""
    shaped: list[int] = []
    own_shape = Face._shaped

    def count_shaped(face: Face, text: str, *how: bool) -> Any:
        shaped.append(len(text))
        return own_shape(face, text, *how)

    monkeypatch.setattr(Face, "_shaped", count_shaped)
    counts = []
    for share in (10, 1):
        text = TEXTS[name][: LONG // share].strip()
        document = Project(tmp_path).document(f"title: T\nslides:\n  - layout: content\n    text: {text}\n")
        said = "".join(page.slot("body").item.text for page in document.pages)
        assert said.replace(" ", "") == text.replace(" ", "")
        counts.append(sum(shaped))
        shaped.clear()
    assert counts[1] < 12 * counts[0]
