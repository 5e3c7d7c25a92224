"""Format codes of cells: what they show of a number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.source.workbook.number_formats import NumberFormat, number_format, number_formats, parted


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("General", NumberFormat()),
        ('General" kg"', NumberFormat(behind=" kg")),
        ("0", NumberFormat(0)),
        ("[Red]0.0", NumberFormat(1)),
        ("0.##", NumberFormat(2, least=0)),
        ("#,##0.0??", NumberFormat(3, True, least=1)),
        ("#,##0.00", NumberFormat(2, has_groups=True)),
        ("#,##0\\ [$€-407]", NumberFormat(0, has_groups=True, behind=" €")),
        ('_("$"* #,##0.00_);_("$"* (#,##0.00)', NumberFormat(2, True, "$", is_bracketed=True)),
        ("0.0%", NumberFormat(1)),
        ("+0;-0", NumberFormat(0, has_plus=True)),
        ("0.0\\ ;\\(0.0\\)", NumberFormat(1, is_bracketed=True)),
        ('0.0" €";"("0.0" €)"', NumberFormat(1, behind=" €", is_bracketed=True)),
        ("00000", NumberFormat(0, digits=5)),
        ('#,##0.00\\ "€";[Red]\\-#,##0.00\\ "€"', NumberFormat(2, True, behind=" €")),
        ('0.0" kWh";(0.0" kWh")', NumberFormat(1, behind=" kWh", is_bracketed=True)),
        ('+0.0" pp";-0.0" pp"', NumberFormat(1, behind=" pp", has_plus=True)),
        ('0" kg";"none"', NumberFormat(0, behind=" kg")),
        ("#,##0.-", NumberFormat(0, True, behind=".-")),
    ],
)
def test_plain_formats(code, shown):
    """Decimals, groups, what stands around a number."""
    assert number_format(164, code) == shown


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("[Green]▲0.0%;[Red]▼0.0%", NumberFormat(1)),
        ('0" up";0" down"', NumberFormat(0)),
        ('"▲ "0.0" €";"▼ "0.0" €"', NumberFormat(1, behind=" €")),
        ('"+ "0;"- "0', NumberFormat(0, has_plus=True)),
        ('"+ $"0;"- $"0', NumberFormat(0, before="$", has_plus=True)),
        ('0.0" gain";-0.0" loss";0.0', NumberFormat(1)),
        ('0" t";0" t (neg)"', NumberFormat(0, behind=" t")),
        ('"up by "0;"down by "0', NumberFormat(0, before="by ")),
        ('0" kg";0" kgs"', NumberFormat(0)),
    ],
)
def test_words_of_numbers_above_zero_are_none_of_those_below(code, shown):
    """Where a code has others for those: a loss of 5 % is not shown as `−▲5 %`."""
    assert number_format(164, code) == shown


@pytest.mark.parametrize(
    "code",
    [
        "#,##0,",
        '0.0,,"M"',
        "0.00E+00",
        "# ?/?",
        "@",
        "000-000",
        "[>=1000]0;0",
        "yyyy",
        "[h]:mm",
        ";;;",
        '"x"',
        "-0",
        '"−"0;"+"0',
        "",
    ],
)
def test_others_are_not_taken_over(code):
    """A number is shown as it is, rather than as something else."""
    assert number_format(164, code) is None


@pytest.mark.parametrize(("format_id", "decimals"), [(0, None), (1, 0), (4, 2), (10, 2), (44, 2)])
def test_formats_without_a_code_are_known(format_id, decimals):
    """Currencies of whoever reads have no sign."""
    found = number_format(format_id, None)
    assert found and (found.decimals, found.before, found.behind) == (decimals, "", "")


@given(st.text('0#?.,;%"\\_*[]$€- Ge/@E()+a', max_size=30))
def test_any_code_is_one_or_none(code):
    """And no crash."""
    assert isinstance(number_format(164, code), NumberFormat | None)


@pytest.mark.parametrize("odd", ["\u200e", "\u202e", "\x7f", "\ufdd1", "\u2066"])
def test_what_shows_nothing_around_a_number_is_left_out(odd):
    """Programs write marks of direction beside currencies; with others, what stands beside would turn."""
    shown = number_format(200, f'[${odd}€-2]0.0"{odd}dB"')
    assert shown and (shown.before, shown.behind) == ("€", "dB")


@pytest.mark.parametrize(
    ("code", "above", "below", "zero"),
    [
        (";;;", "", "", ""),
        ("0;;", None, "", ""),
        ("0;", None, "", None),
        ('0;-0;"none"', None, None, "none"),
        ('"yes";;"no"', "yes", "", "no"),
        ('"yes"', "yes", None, "yes"),
        ('0.0;"(below)";"–"', None, "(below)", "–"),
        ('_-* #,##0.00 "€"_-;-* #,##0.00 "€"_-;_-* "-"?? "€"_-;_-@_-', None, None, "- €"),
        ("#,###", None, None, ""),
        ('#" €"', None, None, None),
        ("0;-0;0", None, None, None),
        ("General;-General;@", None, None, None),
        ('0.0,"k";;', None, "", ""),
        ("d.m.yy;;", None, "", ""),
        ('[=0]"none";0', None, None, None),
        ('[>5]0;"low"', None, None, None),
    ],
)
def test_words_stand_in_place_of_numbers(code, above, below, zero):
    """And so does nothing: what a sheet hides is not shown."""
    formats = number_formats(164, code)
    found = [formats.of(one) for one in ("5", "-5", "0")]
    assert [one and one.instead for one in found] == [above, below, zero]


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        ("000-00-0000", "1234567", "001-23-4567"),
        ("00000-0000", "21390005", "02139-0005"),
        ("0#\\ ##\\ ##\\ ##\\ ##", "123456789", "01 23 45 67 89"),
        ("0000 0000", "12345678", "1234 5678"),
        ('0"h"00', "130", "1h30"),
        ("000-00", "1234567", "12345-67"),
        ("000-00", "-5", None),
        ("000-00", "1.5", None),
        ("000-00", "1E5", None),
        ("0 000", "1234", None),
        ("#-##", "12", None),
        ('0"."00', "1234", None),
        ("00000", "123", None),
        ("00.00", "123", None),
        ("0-0;0", "12", None),
        ("0/00", "12", None),
    ],
)
def test_digits_between_which_words_stand_are_a_name(code, value, text):
    """Numbers of people and telephones keep their zeros and their signs."""
    found = parted(164, code)
    assert (found.filled(value) if found else None) == text
