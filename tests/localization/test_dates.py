"""Dates as languages write them: with the year and without, from a table that is Unicode's."""

from __future__ import annotations

from datetime import date

import pytest

from deckmaker.localization.date_words import DATE_WORDS
from deckmaker.localization.dates import format_date
from deckmaker.localization.numerals import NUMERALS
from deckmaker.model.chart import DateUnit
from tests.localization import cldr

DAY = date(2024, 3, 5)


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", ("2024", "Q1 2024", "Mar 2024", "Mar 5, 2024")),
        ("en-GB", ("2024", "Q1 2024", "Mar 2024", "5 Mar 2024")),
        ("de", ("2024", "Q1 2024", "März 2024", "5. März 2024")),
        ("fr-BE", ("2024", "T1 2024", "mars 2024", "5 mars 2024")),
        ("es", ("2024", "T1 2024", "mar 2024", "5 mar 2024")),
        ("zh", ("2024年", "2024年第1季度", "2024年3月", "2024年3月5日")),
        ("zh-TW", ("2024年", "2024年第1季", "2024年3月", "2024年3月5日")),
        ("cs", ("2024", "Q1 2024", "březen 2024", "5. 3. 2024")),
        ("eo", ("2024", "Q1 2024", "Mar 2024", "Mar 5, 2024")),
    ],
)
def test_dates_have_their_year(language, shown):
    """As CLDR has it; a language that is not known writes as English does."""
    assert tuple(format_date(DAY, unit, language, short=False) for unit in DateUnit) == shown


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", ("2024", "Q1", "Mar", "Mar 5")),
        ("de-CH", ("2024", "Q1", "Mär", "5. März")),
        ("fr", ("2024", "T1", "mars", "5 mars")),
        ("zh", ("2024", "1季度", "3月", "3月5日")),
        ("pt-PT", ("2024", "T1", "mar.", "5 de mar.")),
    ],
)
def test_short_dates_lack_it(language, shown):
    """On an axis the year stands once."""
    assert tuple(format_date(DAY, unit, language, short=True) for unit in DateUnit) == shown


def test_every_language_with_numerals_has_dates():
    """A chart's numbers and its dates speak one language."""
    assert {tag.partition("-")[0] for tag in NUMERALS} <= DATE_WORDS.keys()


def test_the_table_is_what_unicode_has():
    """Nobody edits it by hand: make it anew with `python -m tests.localization.cldr`."""
    assert cldr.FILE.read_text(encoding="utf-8") == cldr.module()
