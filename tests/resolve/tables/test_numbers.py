"""Numbers as typed: what is one, what it is worth, and which sign its decimals have."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.resolve.tables.numbers import evidence, number_in

values = st.decimals(-(10**9), 10**9, allow_nan=False, places=3)


@pytest.mark.parametrize(
    ("text", "point", "comma"),
    [
        ("1234", "1234", "1234"),
        ("62.5", "62.5", None),
        ("62,5", None, "62.5"),
        ("1,234", "1234", "1.234"),
        ("1.234", "1.234", "1234"),
        ("0,125", None, "0.125"),
        ("0.125", "0.125", None),
        ("1,234.5", "1234.5", None),
        ("1.234,5", None, "1234.5"),
        ("1.234.567", None, "1234567"),
        ("1'234.5", "1234.5", None),
        ("1’234", "1234", "1234"),
        ("1 234,5", None, "1234.5"),
        ("1\u202f234", "1234", "1234"),
        (".5", "0.5", None),
        ("-0.03", "-0.03", None),
        ("−3", "-3", "-3"),
        ("+ 3", "3", "3"),
        ("1e-5", "0.00001", "0.00001"),
        ("62.5 %", "0.625", None),
        ("12%", "0.12", "0.12"),
        ("  7 ", "7", "7"),
        ("12,34,567", None, None),
        ("1,2345", None, "1.2345"),
        ("2026-11-20", None, None),
        ("12:30", None, None),
        ("62 dB", None, None),
        ("", None, None),
        ("-", None, None),
        (".", None, None),
        ("5.", None, None),
        ("٣", None, None),
        ("1e999", None, None),
        ("1_000", None, None),
    ],
)
def test_a_number_is_worth_what_its_signs_say(text, point, comma):
    """Under a decimal point, and under a decimal comma; None where it is no number."""
    found = [number_in(text, sign) for sign in ("point", "comma")]
    assert [one and one.value for one in found] == [None if one is None else Decimal(one) for one in (point, comma)]


@pytest.mark.parametrize(("text", "tail"), [("62.5", 2), ("62", 0), ("1,234.50", 3), ("62.5 %", 4), ("5e3", 2)])
def test_what_stands_behind_the_integer_is_counted(text, tail):
    """For columns that stand on the decimal sign."""
    found = number_in(text, "point")
    assert found and found.tail == tail


@given(values)
def test_what_python_writes_is_read(value):
    """With a point, and in groups of English style."""
    for text in (str(value), f"{value:,}"):
        found = number_in(text, "point")
        assert found and found.value == value


@given(st.text(max_size=80))
def test_any_text_is_a_number_or_none(text):
    """Without an error, under both signs."""
    for sign in ("point", "comma"):
        found = number_in(text, sign)
        assert found is None or (found.value.is_finite() and 0 <= found.tail <= len(text))


def test_an_endless_number_is_none():
    """Python would take the square of its digits to read it."""
    assert number_in("9" * 5_000, "point") is None


@pytest.mark.parametrize(
    ("texts", "decimal", "plain", "in_german"),
    [
        (["62.5", "1,234"], "point", None, None),
        (["62,5", "1.234"], "comma", "point", None),
        (["1.234", "5"], None, "point", None),
        (["1,234", "5"], None, None, None),
        (["0.125", "1.234"], "point", "point", None),
        (["5", "x", ""], None, "point", "point"),
        (["62,5", "62.5", "58.1"], "point", "point", "point"),
    ],
)
def test_a_columns_numbers_tell_their_decimal_sign(texts, decimal, plain, in_german):
    """By those that are numbers under one sign alone; else a comma may be one, and a point where commas are usual."""
    found = evidence(texts)
    assert (found.decimal, found.plain("point"), found.plain("comma")) == (decimal, plain, in_german)
