"""Dates along an axis, as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.localization.date_words import DATE_WORDS
from deckmaker.localization.dates import format_date
from deckmaker.model.chart import DateUnit
from deckmaker.resolve.charts.moments import moments_in, undated

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
        (["2024M03", "2024M04"], "en", M, date(2024, 3, 1)),
        (["2024-M3", "2024-M4"], "de", M, date(2024, 3, 1)),
        (["03-2024"], "en", M, date(2024, 3, 1)),
        (["Mrz 2024", "Apr 2024"], "de", M, date(2024, 3, 1)),
        (["Mrz 24"], "en", M, date(2024, 3, 1)),
        (["März 2024", "Maerz 2025"], "en", M, date(2024, 3, 1)),
        (["decembre 2024", "fevr 2025"], "fr", M, date(2024, 12, 1)),
        (["enero de 2024", "sep 2024"], "es", M, date(2024, 1, 1)),
        (["kwi 1950"], "pl", M, date(1950, 4, 1)),
        (["1. Vj. 2024", "2. Vj. 2024"], "de", Q, date(2024, 1, 1)),
        (["II. Quartal 24"], "de", Q, date(2024, 4, 1)),
        (["1er trimestre 2024", "2e trim. 2024"], "fr", Q, date(2024, 1, 1)),
        (["1T24", "2T24"], "es", Q, date(2024, 1, 1)),
        (["1Q24", "2Q24"], "en", Q, date(2024, 1, 1)),
        (["Q2/24", "Q3'24"], "de", Q, date(2024, 4, 1)),
        (["second quarter 2024", "3rd quarter of 2024"], "en", Q, date(2024, 4, 1)),
        (["I kw. 2024"], "pl", Q, date(2024, 1, 1)),
        (["5. März 2024", "6. März 2024"], "de", D, date(2024, 3, 5)),
        (["March 5, 2024", "6 Mar 2024"], "en", D, date(2024, 3, 5)),
        (["5-Mar-24"], "en", D, date(2024, 3, 5)),
        (["2024-03-05 00:00:00", "2024-03-06 00:00:00"], "en", D, date(2024, 3, 5)),
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
    "texts",
    [
        ["2019", "North"],
        ["Q1", "Q2"],
        ["0999"],
        ["2500"],
        ["2024-13"],
        ["Jan", "Feb"],
        ["Foo 2024"],
        [],
        [""],
        ["2010/11", "2011/12"],
        ["2010/11", "2011/12", "2012/13"],
        ["T1 24", "T2 24"],
        ["Pro 2023", "Pro 2024"],
        ["24-Mar", "25-Mar"],
        ["Dec 30", "Dec 31", "Jan 01", "Jan 02"],
        ["1.1034", "1.2024"],
    ],
)
def test_others_are_names(texts):
    """All of a column are dates, or none is."""
    assert moments_in(texts, "en") is None


@pytest.mark.parametrize(
    ("texts", "language", "doubt"),
    [
        (["5/3/2024", "6/3/2024"], "en", "5 Mar 2024"),
        (["5/3/2024", "6/3/2024"], "en-GB", None),
        (["5/3/2024", "6/3/2024"], "de", None),
        (["5/3/2024", "6/13/2024"], "en", None),
        (["Dec 22", "Dec 23"], "en", "22 Dec"),
        (["Dec '22", "Dec '23"], "en", None),
        (["Nov 22", "Dec 22", "Jan 23"], "en", None),
    ],
)
def test_what_may_be_another_date_is_doubtful(texts, language, doubt):
    """Only where neither the language nor the other dates tell which is meant."""
    found = moments_in(texts, language)
    assert found and (found.doubt(texts[0]) if found.doubt else None) == doubt


def test_seasons_are_no_months_with_a_stranger_among_them():
    """`2012/13` is as much a season as `2011/12`, which could be a month."""
    assert undated(["2008/09", "2009/10", "2010/11", "2011/12", "2012/13"], "en") == []


@given(
    st.dates(date(1950, 1, 1), date(2050, 12, 31)),
    st.sampled_from([Y, Q, M, D]),
    st.sampled_from(sorted(DATE_WORDS)),
)
def test_what_is_written_is_read(day, unit, language):
    """Years, quarters, months and days in the words that charts write them in, in all languages."""
    text = format_date(day, unit, language, short=False)
    found = moments_in([text], language)
    begin = {Y: date(day.year, 1, 1), Q: date(day.year, day.month - (day.month - 1) % 3, 1)}.get(
        unit, day if unit is D else day.replace(day=1)
    )
    assert found and (found.unit, found.read(text)) == (unit, begin), text
