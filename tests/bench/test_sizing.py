"""What a million decks come to follows from the figures by the formula on the page."""

from __future__ import annotations

import pytest

from tests.bench.sizing import BEGIN, END, PAGE, Figures, Prices, page_part, size_of

FOUND = Figures(10.0, 0.19, 0.002, 0.02, 200.0, {"pdf": 100_000.0, "html": 900_000.0}, 16.0)
PRICES = Prices(0.1, 0.02, 0.005)


@pytest.mark.parametrize(
    ("workers", "into_store", "hours", "is_bound"),
    [
        (1, False, (1_000_000 * 0.19 / 0.95 + 10) / 3600, False),
        (10, False, (1_000_000 * 0.19 / 9.5 + 10) / 3600, False),
        (100, False, (1_000_000 * 0.19 / 95 + 10) / 3600, False),
        (100, True, 1_000_000 * 0.02 / 3600, True),
    ],
)
def test_hours_are_those_of_who_takes_longest(workers, into_store, hours, is_bound):
    size = size_of(FOUND, 1_000_000, workers, PRICES, into_store)
    assert size.hours == pytest.approx(hours)
    assert size.rate == pytest.approx(1_000_000 / hours / 3600)
    assert size.is_bound_by_client is is_bound
    asked = 16 * 0.005 if into_store else 0.0
    assert size.cost == pytest.approx((workers + 2) * hours * 0.1 / 1_000 + asked)


def test_the_page_says_figures_and_what_follows():
    said = page_part(FOUND, PRICES, 200)
    assert "| a deck: checked, and then built in three formats | 0.190 core-seconds |" in said
    assert "| a deck's files (html 900 kB, pdf 100 kB) | 1000 kB |" in said
    assert "They take 1,000 GB: 20.00 a month, at 0.02 for a gigabyte." in said
    page = PAGE.read_text(encoding="utf-8")
    assert page.index(BEGIN) < page.index(END)
