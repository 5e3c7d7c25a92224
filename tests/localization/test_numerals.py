"""Numbers as shown: signs, groups and percents of each language, rounding, and units that no line parts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.credits.languages import LANGUAGES
from deckmaker.localization.exact import shifted, without_zeros
from deckmaker.localization.numerals import NUMERALS, numeral, numerals_for
from deckmaker.localization.typed_numbers import number_in

N, R = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("language", "number", "percent"),
    [
        ("en", "1,234,567.5", "62.5%"),
        ("en-GB", "1,234,567.5", "62.5%"),
        ("en-IN", "12,34,567.5", "62.5%"),
        ("de", "1.234.567,5", f"62,5{N}%"),
        ("de-AT", f"1{N}234{N}567,5", f"62,5{N}%"),
        ("de-CH", "1’234’567.5", "62.5%"),
        ("fr", f"1{R}234{R}567,5", f"62,5{R}%"),
        ("fr-CA", f"1{N}234{N}567,5", f"62,5{N}%"),
        ("fr-CH", f"1{R}234{R}567,5", "62,5%"),
        ("es", "1.234.567,5", f"62,5{N}%"),
        ("es-MX", "1,234,567.5", "62.5%"),
        ("zh-Hant-TW", "1,234,567.5", "62.5%"),
        ("pl", f"1{N}234{N}567,5", "62,5%"),
        ("tr-TR", "1.234.567,5", "%62,5"),
        ("eo", "1,234,567.5", "62.5%"),
    ],
)
def test_numbers_follow_the_language(language, number, percent):
    """As Unicode's CLDR has it."""
    signs = numerals_for(language)
    assert numeral(Decimal("1234567.5"), signs).text == number
    assert numeral(Decimal("0.625"), signs, is_percent=True).text == percent


def test_every_language_of_credits_has_its_numerals():
    """A deck's words and its numbers speak one language."""
    assert {tag.partition("-")[0] for tag in LANGUAGES} <= NUMERALS.keys()


def test_four_digits_stand_together_where_the_language_has_them_so():
    """In Spanish, but not in German; and anywhere where nothing is to be parted."""
    assert numeral(Decimal(1234), numerals_for("es")).text == "1234"
    assert numeral(Decimal(12345), numerals_for("es")).text == "12.345"
    assert numeral(Decimal(1234), numerals_for("de")).text == "1.234"
    assert numeral(Decimal(2026), numerals_for("de"), thousands=False).text == "2026"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("62.45", 1, "62.5"),
        ("-62.45", 1, "−62.5"),
        ("0.5", 0, "1"),
        ("2.5", 0, "3"),
        ("-0.4", 0, "0"),
        ("1.005", 2, "1.01"),
        ("5", 2, "5.00"),
        ("999.95", 1, "1,000.0"),
        ("62.50", None, "62.50"),
        ("1E+3", None, "1,000"),
    ],
)
def test_halves_are_rounded_away_from_zero(value, decimals, text):
    """As readers do it; without `decimals` a number keeps those that it has."""
    assert numeral(Decimal(value), numerals_for("en"), decimals).text == text


@pytest.mark.parametrize(
    ("unit", "text", "suffix"),
    [
        ("dB", f"62.5{N}dB", 5),
        ("°", "62.5°", 3),
        ("°C", f"62.5{N}°C", 5),
        ("m above sea", f"62.5{N}m{N}above{N}sea", 14),
        (None, "62.5", 2),
    ],
)
def test_a_unit_stands_behind_its_number_and_no_line_parts_them(unit, text, suffix):
    """No-break spaces; none before the signs of angles. The suffix is all behind the integer."""
    assert numeral(Decimal("62.5"), numerals_for("en"), unit=unit) == (text, suffix)


def test_a_plus_that_was_typed_stays_but_not_on_nothing():
    """A change of +3 is one; one of +0 is none."""
    english = numerals_for("en")
    assert numeral(Decimal(3), english, has_plus=True).text == "+3"
    assert numeral(Decimal(0), english, has_plus=True).text == "0"


LONG = "4111111111111111000000000001234567"


@pytest.mark.parametrize(
    ("typed", "more", "text"),
    [
        (LONG, {"thousands": False}, LONG),
        (f"-{LONG}", {"thousands": False, "decimals": 0}, f"−{LONG}"),
        (f"({LONG})", {"thousands": False, "is_bracketed": True}, f"({LONG})"),
        (f"0.{LONG}", {"decimals": 34}, f"0.{LONG}"),
        (f"{LONG}%", {"thousands": False, "is_percent": True}, f"{LONG}%"),
        ("9" * 60, {"thousands": False}, "9" * 60),
        ("123456789012345678901234567890", {}, "123,456,789,012,345,678,901,234,567,890"),
    ],
)
def test_a_long_number_keeps_its_digits(typed, more, text):
    """Python's own decimals have 28 as soon as anything is done with them."""
    read = number_in(typed, "point")
    assert read and numeral(read.value, numerals_for("en"), **more).text == text


@given(st.text("0123456789", min_size=1, max_size=58), st.integers(-30, 30))
def test_digits_are_shifted_and_lose_zeros_alone(digits, places):
    """In both directions: a number is what it was."""
    value = Decimal(digits)
    assert shifted(shifted(value, places), -places) == value
    assert without_zeros(value) == value
    assert str(without_zeros(value).as_tuple().digits[-1]) != "0" or not value


@given(st.decimals(-(10**12), 10**12, allow_nan=False, places=4), st.sampled_from(["en", "de", "fr", "de-CH"]))
def test_a_number_that_is_shown_is_worth_the_same(value, language):
    """Its own reader reads it back, whatever the language's signs."""
    signs = numerals_for(language)
    back = number_in(numeral(value, signs).text, "point" if signs.decimal == "." else "comma")
    assert back and back.value == value
