"""Cells whose numbers a slide shows in another form than the deck has them, and what somebody wrote in their place."""

from __future__ import annotations

from typing import Any

import pytest

from deckmaker.merging.shown_numbers import as_shown
from tests.merging.presentations import merged, replacing


@pytest.mark.parametrize(
    ("base", "theirs", "ours", "wanted"),
    [
        ("80.0", "n/a", "80", "n/a"),
        ("80.0", "–", "80", "–"),
        ("80.0", "", "80", ""),
        ("**80.0**", "**n/a**", "80", "n/a"),
        ("**80.0**", "n/a", "80", "n/a"),
        ("12,000", "about 12,000", "12000", "about 12,000"),
        ("12.000,5", "k. A.", "12000.5", "k. A."),
        ("12,0\u00a0%", "k. A.", "0.12", "k. A."),
        ("1.200,50", "k. A.", "1.200,5", "k. A."),
        ("70.0 t CO2", "70.0 t", "70", "70.0 t"),
        ("−3.00", "none", "-3", "none"),
        ("61.3\u00a0dB", "64.3 dB", "61.25", "64.3"),
        ("70.0\u00a0dB", "71.5\u00a0dB", "70", "71.5"),
        ("1.200,50", "1.300,75", "1.200,5", "1.300,75"),
        ("62,0 %", "63,5 %", "62%", "63.5%"),
        ("80.0", "n/a", "81", None),
        ("80.0", "n/a", "{{ x }}", None),
        ("80.0", "n/a", "80 *", None),
        ("80.0 t", "n/a", "0.8", None),
        ("about", "n/a", "80", None),
        ("0." + "0" * 50 + "1", "n/a", "0." + "0" * 50 + "1e99", None),
    ],
)
def test_what_is_written_is_a_number_in_the_form_of_the_deck_or_words(
    base: str, theirs: str, ours: str, wanted: str | None
) -> None:
    """And nothing where the slide does not show the deck's number."""
    assert as_shown(base, theirs, ours) == wanted


DECK = """\
title: Noise
language: LANGUAGE
slides:
  - title: Noise
  - title: Harbour
    table:
      rows:
        - [Berth, Visits, Share, Level, Change]
        - [Berth 4, 12500, 0.125, 61.25, 4]
        - [Berth 5, 80000, 0.071, 70, -3]
        - [Berth 6, 70000, 0.35, 62.5, 2]   # a remark
      columns:
        - Berth
        - {from: Visits, thousands: true}
        - {from: Share, format: percent, decimals: 1}
        - {from: Level, decimals: 1, unit: dB}
        - {from: Change, decimals: 2}
      strong: {rows: [2]}
      credit: {publisher: Port Authority}
"""


SHOWN = {
    "en": {"12,500": "12500", "7.1%": "0.071", "61.3\u00a0dB": "61.25", "70.0\u00a0dB": "70", "−3.00": "-3"},
    "de": {"12.500": "12500", "7,1\u00a0%": "0.071", "61,3\u00a0dB": "61.25", "70,0\u00a0dB": "70", "2,00": "2"},
}


@pytest.mark.parametrize("words", ["n/a", "k. A.", "not measured"])
@pytest.mark.parametrize("language", SHOWN)
def test_words_come_in_place_of_numbers(language: str, words: str, project: Any) -> None:
    """They are the whole cell, which shows them as they are."""
    deck = wanted = DECK.replace("LANGUAGE", language)

    def change(found: Any) -> None:
        for shown in SHOWN[language]:
            replacing(shown, words)(found)

    text, result = merged(project, deck, change)
    for typed in SHOWN[language].values():
        wanted = wanted.replace(f", {typed},", f", {words},").replace(f", {typed}]", f", {words}]")
    assert (text, result.exit_code) == (wanted, 0), result.stdout
