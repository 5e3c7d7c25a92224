"""Numbers as typed: what is one, what it is worth, and which sign its decimals have."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.localization.numerals import NUMERALS, numeral, numerals_for
from deckmaker.localization.typed_numbers import evidence, number_in, settled
from deckmaker.values.row import Columns

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
        ("1\u2009234\u2009567,5", None, "1234567.5"),
        ("1\u2007234", "1234", "1234"),
        ("62.5\u2009%", "0.625", None),
        ("12\u2009€", "12", "12"),
        (".5", "0.5", None),
        ("-0.03", "-0.03", None),
        ("−3", "-3", "-3"),
        ("+ 3", "3", "3"),
        ("1e-5", "0.00001", "0.00001"),
        ("1E-007", "1E-7", "1E-7"),
        ("1.5E+019", "1.5E+19", None),
        ("62.5 %", "0.625", None),
        ("12%", "0.12", "0.12"),
        ("  7 ", "7", "7"),
        ("12,34,567", "1234567", None),
        ("1,23,45,678.90", "12345678.90", None),
        ("1,23,4567", None, None),
        ("12,3,456", None, None),
        ("€ 14,200", "14200", "14.200"),
        ("€14.200,50", None, "14200.50"),
        ("$1,234.50", "1234.50", None),
        ("-$5", "-5", "-5"),
        ("$-5", "-5", "-5"),
        ("US$ 5", "5", "5"),
        ("₹12,34,567", "1234567", None),
        ("CHF 1’234.50", "1234.50", None),
        ("1 234,50 €", None, "1234.50"),
        ("12,50 kr", None, "12.50"),
        ("500 zł", "500", "500"),
        ("EUR 3", "3", "3"),
        ("(1,234)", "-1234", "-1.234"),
        ("($1,234.50)", "-1234.50", None),
        ("$(5)", "-5", "-5"),
        ("(3.5 %)", "-0.035", None),
        ("(5) €", "-5", "-5"),
        ("(-5)", None, None),
        ("-(5)", None, None),
        ("((5))", None, None),
        ("(5", None, None),
        ("5)", None, None),
        ("$ 5 €", None, None),
        ("€ 5 %", None, None),
        ("€", None, None),
        ("()", None, None),
        ("ABC 12", None, None),
        ("Rs", None, None),
        ("Fr. 12. Mai", None, None),
        ("- - 5", None, None),
        ("€ 5 - 7", None, None),
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


@pytest.mark.parametrize(("text", "suffix"), [("62.5", 2), ("62", 0), ("1,234.50", 3), ("62.5 %", 4), ("5e3", 2)])
def test_what_stands_behind_the_integer_is_counted(text, suffix):
    """For columns that stand on the decimal sign."""
    found = number_in(text, "point")
    assert found and found.decimal_suffix == suffix


@given(values)
def test_what_python_writes_is_read(value):
    """With a point, and in groups of English style."""
    for text in (str(value), f"{value:,}"):
        found = number_in(text, "point")
        assert found and found.value == value


CURRENCIES = st.sampled_from(["€", "$", "£", "US$", "CHF", "₹", "kr"])


@given(values, CURRENCIES, st.sampled_from(["", " ", "\u00a0"]), st.booleans())
def test_money_is_worth_its_amount(value, currency, space, is_behind):
    """Whichever side its currency stands on, and whichever sign its decimals have."""
    for sign, amount in (("point", f"{value:,}"), ("comma", f"{value:,}".translate(str.maketrans(",.", ".,")))):
        found = number_in(f"{amount}{space}{currency}" if is_behind else f"{currency}{space}{amount}", sign)
        assert found and found.value == value
        assert (found.before.strip() or found.behind.strip()) == currency


@given(values.filter(lambda value: value > 0), st.sampled_from(["", "$", "€ "]))
def test_brackets_are_below_zero(value, currency):
    """As in accounts."""
    for text in (f"({currency}{value:,})", f"{currency}({value:,})"):
        found = number_in(text, "point")
        assert found and found.value == -value
        assert (found.is_bracketed, found.before) == (True, currency)
        assert found.decimal_suffix == (len(text) - text.index(".") if "." in text else 1)


@given(st.integers(0, 10**12))
def test_what_is_written_for_india_is_read(value):
    """In lakhs and crores."""
    found = number_in(numeral(Decimal(value), numerals_for("en-IN")).text, "point")
    assert found and found.value == value


@given(values, CURRENCIES, st.sampled_from(sorted(NUMERALS)))
def test_what_is_shown_of_money_is_read_again(value, currency, language):
    """In every language that tables are written in."""
    signs = numerals_for(language)
    shown = numeral(value, signs, currency=(f"{currency} ", "")).text
    found = number_in(shown, signs.usual)
    assert found and found.value == value


@given(st.text(max_size=80))
def test_any_text_is_a_number_or_none(text):
    """Without an error, under both signs."""
    for sign in ("point", "comma"):
        found = number_in(text, sign)
        assert found is None or (found.value.is_finite() and 0 <= found.decimal_suffix <= len(text))


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


@pytest.mark.parametrize(
    ("beside", "in_english", "in_german"),
    [
        (["1.1", "1.2"], "point", None),
        (["10.30", "2,5"], "point", None),
        (["1.1", "2,5", "3,5"], "comma", "comma"),
        (["10.30", "103.5"], "point", "point"),
        (["1.1", "-2.5"], "point", "point"),
        (["2,5"], "comma", "comma"),
    ],
)
def test_numberings_beside_a_column_of_rows_tell_nothing_where_commas_are_usual(beside, in_english, in_german):
    """`1.1` may be a chapter, a time or a day there: a neighbour that leaves its sign open has none from them."""
    columns = Columns("rows.csv", ("a", "b"), settled([evidence(beside), evidence(["1.234", "950"])]))
    assert (columns.decimal(1, "point"), columns.decimal(1, "comma")) == (in_english, in_german)


@given(
    st.lists(
        st.one_of(
            st.from_regex(
                r"[-+(]?(€ |kr\.|EUR)?[0-9]{1,4}([.,' ][0-9]{2,3}){0,2}( ?[A-Za-zа-я]{1,6})?\)?", fullmatch=True
            ),
            st.text(max_size=8),
        ),
        max_size=30,
    )
)
def test_texts_tell_what_each_is_under_either_sign(texts):
    """Whatever is known of them without a look at both."""
    both = [(text, number_in(text, "point"), number_in(text, "comma")) for text in texts if not text.isdigit()]
    differ = [text for text, point, comma in both if point and comma and point.value != comma.value]
    assert evidence(texts) == (
        sum(point is not None and comma is None for _, point, comma in both),
        sum(comma is not None and point is None for _, point, comma in both),
        sum("." in text for text in differ),
        sum("," in text for text in differ),
        sum(re.fullmatch(r"[0-9]{1,2}\.[0-9]{1,2}", text) is not None for text, _, _ in both),
    )
