"""Numbers of charts: units, currencies and percents in each language, and the codes for spreadsheets."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from babel import Locale
from hypothesis import example, given
from hypothesis import strategies as st

from deckmaker.localization.numbers import format_code, format_number, unit_parts
from deckmaker.localization.numerals import NUMERALS, numerals_for
from deckmaker.localization.scale_words import scaled_unit
from deckmaker.model.chart import NumberStyle

N = "\u00a0"


@pytest.mark.parametrize(
    ("value", "style", "text"),
    [
        (1234.5, NumberStyle(), "1,234.5"),
        (0.1 + 0.2, NumberStyle(), "0.3"),
        (-1234.5, NumberStyle("de", decimals=0), "−1.235"),
        (2024.0, NumberStyle(thousands=False), "2024"),
        (62.0, NumberStyle(unit="%"), "62%"),
        (62.0, NumberStyle("de", unit="%"), f"62{N}%"),
        (0.62, NumberStyle("de", percent=True), f"62{N}%"),
        (-5.0, NumberStyle(prefix="€"), "−€5"),
        (5.0, NumberStyle(prefix="USD"), "USD\u00a05"),
        (5.0, NumberStyle("fr", unit="M€"), f"5{N}M€"),
        (1234567.0, NumberStyle("en-IN"), "12,34,567"),
        (1e-9, NumberStyle(), "0.000000001"),
        (1e12, NumberStyle(), "1,000,000,000,000"),
        (-0.0, NumberStyle(), "0"),
        (1234567.0, NumberStyle(decimals=1, unit="million", power=6), f"1.2{N}million"),
        (-1.25e9, NumberStyle("de", unit="Mrd. €", power=9), f"−1,25{N}Mrd.{N}€"),
        (-1.5e308, NumberStyle(), "−1.5E+308"),
        (1.5e308, NumberStyle("de", unit="kWh"), f"1,5E+308{N}kWh"),
        (1.5e308, NumberStyle(percent=True), "1.5E+310%"),
        (1e20, NumberStyle(), "100,000,000,000,000,000,000"),
        (5e-324, NumberStyle(), "4.94065645841247E−324"),
        (5e-324, NumberStyle(decimals=2), "0.00"),
        (5e-324, NumberStyle(decimals=324), "4.94065645841247E−324"),
        (0.0, NumberStyle(decimals=324), "0"),
    ],
)
def test_numbers_are_written_as_their_style_says(value, style, text):
    """In the deck's language, with a true minus, and units that no line parts."""
    assert format_number(value, style) == text


STYLES = st.builds(
    NumberStyle,
    st.sampled_from(sorted(NUMERALS)),
    st.none() | st.integers(0, 340),
    st.booleans(),
    st.sampled_from(["", "€", "USD"]),
    st.sampled_from(["", "%", "kWh", "°C"]),
    st.booleans(),
    st.sampled_from([0, 3, 6, 9]),
)


@given(st.floats(allow_nan=False, allow_infinity=False), STYLES)
@example(1.7976931348623157e308, NumberStyle(decimals=20))
@example(5e-324, NumberStyle(decimals=340, percent=True))
@example(-0.0, NumberStyle())
def test_every_number_can_be_written(value, style):
    """In a few letters; and its digits are those of the number, where none is rounded away."""
    text = format_number(value, style)
    assert len(text) < 70 and format_code(style)
    if style.decimals is None and not style.percent and style.unit != "%" and not style.power:
        signs = numerals_for(style.language)
        digits = text.removeprefix("−").replace(signs.group, "").replace(signs.decimal, ".").replace("−", "-")
        read = re.search(r"[0-9.]+(E[+-][0-9]+)?", digits)
        assert read and abs(Decimal(read[0]) - Decimal(abs(value))) <= Decimal(abs(value)) * Decimal("1e-14")


@pytest.mark.parametrize(
    ("unit", "language", "parts"),
    [
        ("$", "en", ("$", "")),
        ("$ bn", "en", ("$", "bn")),
        ("€", "nl", (f"€{N}", "")),
        ("€", "de", ("", "€")),
        ("kWh", "en", ("", "kWh")),
        ("M€", "en", ("", "M€")),
        ("", "en", ("", "")),
    ],
)
def test_money_stands_where_the_language_has_it(unit, language, parts):
    """An author writes `unit: $` and means `$5`."""
    assert unit_parts(unit, language) == parts


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize("tag", NUMERALS)
def test_signs_of_money_stand_as_unicode_has_them(tag):
    """Before the number or behind it, with a space or without."""
    locale = Locale.parse({"no": "nb"}.get(tag, tag).replace("-", "_"))
    pattern = locale.currency_formats["standard"].pattern.partition(";")[0]
    pattern = pattern.replace("\u200f", "")  # by which it runs as a line of these letters does: our numbers do not
    expected = {"es-pe": "¤{}"}.get(tag) or re.sub("[#0,.]+", "{}", pattern)  # ours is one row for its neighbours
    assert NUMERALS[tag].money == expected


@pytest.mark.parametrize(
    ("style", "code"),
    [
        (NumberStyle(), "General"),
        (NumberStyle(decimals=1), '#,##0.0;"−"#,##0.0'),
        (NumberStyle(decimals=0, thousands=False), '0;"−"0'),
        (NumberStyle(decimals=0, percent=True), '#,##0%;"−"#,##0%'),
        (NumberStyle("de", decimals=0, percent=True), f'#,##0"{N}"%;"−"#,##0"{N}"%'),
        (NumberStyle("tr", decimals=0, percent=True), '%#,##0;"−"%#,##0'),
        (NumberStyle(decimals=0, unit="%"), '#,##0"%";"−"#,##0"%"'),
        (NumberStyle(decimals=0, prefix="$", unit="bn"), f'"$"#,##0"{N}bn";"−""$"#,##0"{N}bn"'),
        (NumberStyle(decimals=0, unit='a"b'), f'#,##0"{N}a"\\""b";"−"#,##0"{N}a"\\""b"'),
    ],
)
def test_format_codes_say_the_same(style, code):
    """Words stand in quotes; a percent sign outside of them multiplies by a hundred."""
    assert format_code(style) == code


@pytest.mark.parametrize(
    ("style", "code"),
    [
        (NumberStyle(decimals=1, power=6), "#,##0.0,,"),
        (NumberStyle(decimals=0, thousands=False, power=3), "0,"),
        (NumberStyle(power=9), "#,##0.00,,,"),
    ],
)
def test_codes_divide_by_thousands(style, code):
    """A comma behind the digits for each of them."""
    assert format_code(style).partition(";")[0] == code


@pytest.mark.parametrize(
    ("unit", "language", "whole"),
    [
        ("", "en-GB", "million"),
        ("kWh", "en", "million kWh"),
        ("€", "de-AT", "Mio. €"),
        ("kWh", "fr", "millions de kWh"),
        ("€", "fr", "millions d’€"),
        ("kWh", "es", "millones de kWh"),
        ("吨", "zh", "百万吨"),
        ("噸", "zh-TW", "百萬噸"),
        ("kWh", "nl", "million kWh"),
    ],
)
def test_a_unit_stands_behind_the_word_for_a_million(unit, language, whole):
    """As the language joins them."""
    assert scaled_unit(unit, 6, language) == whole
