"""Which paper a deck is printed on."""

from __future__ import annotations

import pytest

from deckmaker.layout.sheets.paper import PAPERS, paper_of


@pytest.mark.parametrize(
    ("language", "paper"),
    [
        ("en-US", "Letter"),
        ("es-MX", "Letter"),
        ("fr-CA", "Letter"),
        ("es-419-CO", "Letter"),
        ("en", "A4"),
        ("en-GB", "A4"),
        ("de", "A4"),
        ("pt-BR", "A4"),
        ("zh-Hans-CN", "A4"),
        ("us", "A4"),  # a language, no region
    ],
)
def test_the_region_of_the_language_says(language: str, paper: str) -> None:
    """One that names none has the paper of nearly all."""
    assert paper_of(language, None) == PAPERS[paper]


def test_who_names_one_has_it() -> None:
    """Whatever the language."""
    assert paper_of("en-US", "A4") == PAPERS["A4"]
    assert paper_of("de", "Letter") == PAPERS["Letter"]


def test_papers_have_their_sizes() -> None:
    """In millimetres and inches."""
    assert [round(side / 72 * 25.4, 1) for side in PAPERS["A4"]] == [210.0, 297.0]
    assert [side / 72 for side in PAPERS["Letter"]] == [8.5, 11.0]
