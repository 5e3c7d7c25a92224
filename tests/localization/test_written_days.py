"""Days as decks write them."""

from __future__ import annotations

from datetime import date

import pytest

from deckmaker.localization.written_days import written_day


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("2026-11-12", "en"),
        ("2026/11/12", "ja"),
        ("12.11.2026", "de"),
        (" 12. 11. 2026 ", "en"),
        ("2026年11月12日", "zh"),
        ("12 November 2026", "en-GB"),
        ("November 12, 2026", "en-US"),
        ("Thursday, 12 Nov. 2026", "en-GB"),
        ("12. November 2026", "de-CH"),
        ("Bergen, 12. nov. 2026", "nb"),
        ("le 12 novembre 2026", "fr"),
        ("12 de noviembre de 2026", "es"),
        ("12 November 2026", "ja"),
    ],
)
def test_a_day_is_read_as_it_is_written(text: str, language: str) -> None:
    """In numbers from the year on or between points, or with a month's name in the deck's language or in English."""
    assert written_day(text, language) == date(2026, 11, 12)


@pytest.mark.parametrize(
    "text",
    ["", "2026", "November 2026", "2026-13-01", "2026-02-30", "3/4/2026", "30.2.2026", "12.2026", "1.2.26",
     "12-13 November 2026", "12 Brumaire 2026", "1 May and 2 June 2026", "30 February 2026"],
)  # fmt: skip
def test_what_is_no_single_day_is_none(text: str) -> None:
    """A month, a span, a day that no calendar has, and numbers that people read in two ways."""
    assert written_day(text, "en") is None
