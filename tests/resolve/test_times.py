"""Points in time as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from deckmaker.resolve.times import day_of


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019", date(2019, 1, 1)),
        (" 2019 ", date(2019, 1, 1)),
        ("2019-03", date(2019, 3, 1)),
        ("2019-03-09", date(2019, 3, 9)),
        ("2019 Q1", date(2019, 1, 1)),
        ("2019-Q3", date(2019, 7, 1)),
        ("2019q4", date(2019, 10, 1)),
        ("Q2/2019", date(2019, 4, 1)),
        ("Q2 2019", date(2019, 4, 1)),
    ],
)
def test_a_time_is_its_first_day(text, day):
    """Of a year, a month, a quarter; a day is itself."""
    assert day_of(text) == day


@pytest.mark.parametrize(
    "text",
    ["", "spring", "March 2019", "2019-13", "2019-02-30", "2019-3-1", "0000", "20190301", "2019 Q5", "٢٠١٩", "-500"],
)
def test_what_is_no_time_has_no_day(text):
    """Nor has a day that no calendar has."""
    assert day_of(text) is None
