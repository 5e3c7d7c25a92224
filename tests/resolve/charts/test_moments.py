"""Dates along an axis, as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.localization.date_words import DATE_WORDS
from deckmaker.localization.dates import format_date
from deckmaker.model.chart import DateUnit
from deckmaker.resolve.charts.moments import moments_in

Y, Q, M, D = DateUnit.YEAR, DateUnit.QUARTER, DateUnit.MONTH, DateUnit.DAY


@pytest.mark.parametrize(
    ("texts", "language", "unit", "first"),
    [
        (["2019", "2021"], "en", Y, date(2019, 1, 1)),
        (["2024 Q2", "2024 Q3"], "en", Q, date(2024, 4, 1)),
        (["Q2 2024", "Q3/2024"], "de", Q, date(2024, 4, 1)),
        (["T1 2024"], "fr", Q, date(2024, 1, 1)),
        (["2024年第2季度"], "zh", Q, date(2024, 4, 1)),
        (["2024-03", "2024-04"], "en", M, date(2024, 3, 1)),
        (["03/2024"], "de", M, date(2024, 3, 1)),
        (["Mar 2024", "April 2024"], "en", M, date(2024, 3, 1)),
        (["Mar-24"], "en", M, date(2024, 3, 1)),
        (["März 2024", "Mai 2024"], "de", M, date(2024, 3, 1)),
        (["mars 2024", "févr. 2025"], "fr", M, date(2024, 3, 1)),
        (["2024年3月"], "zh", M, date(2024, 3, 1)),
        (["2024-03-05", "2024-03-06"], "en", D, date(2024, 3, 5)),
        (["5.3.2024", "6.3.2024"], "de", D, date(2024, 3, 5)),
        (["2024-01-01", "2024-02-01"], "en", M, date(2024, 1, 1)),
        (["2024-01-31", "2024-02-29"], "en", M, date(2024, 1, 31)),
        (["2023-12-31", "2024-12-31"], "en", Y, date(2023, 12, 31)),
    ],
)
def test_dates_are_read(texts, language, unit, first):
    """In the deck's language and in English."""
    found = moments_in(texts, language)
    assert found and (found.unit, found.read(texts[0])) == (unit, first)


@pytest.mark.parametrize(
    "texts", [["2019", "North"], ["Q1", "Q2"], ["0999"], ["2500"], ["2024-13"], ["Jan", "Feb"], ["Foo 2024"], [], [""]]
)
def test_others_are_names(texts):
    """All of a column are dates, or none is."""
    assert moments_in(texts, "en") is None


@given(
    st.dates(date(1950, 1, 1), date(2050, 12, 31)),
    st.sampled_from([Y, Q, M]),
    st.sampled_from(["en", "de", "fr", "es", "zh", "it", "nl", "sv", "pl", "ja"]),
)
def test_what_is_written_is_read(day, unit, language):
    """Years, quarters and months in the words that charts write them in."""
    assert language in DATE_WORDS
    text = format_date(day, unit, language, short=False)
    found = moments_in([text], language)
    if language in ("pl", "sv", "ja") and unit is Q:
        return  # written with words that nobody types
    begin = {Y: date(day.year, 1, 1), Q: date(day.year, day.month - (day.month - 1) % 3, 1)}.get(
        unit, day.replace(day=1)
    )
    assert found and (found.unit, found.read(text)) == (unit, begin), text
