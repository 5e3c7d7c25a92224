"""Format codes of cells: what they show of a number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.source.workbook.number_formats import NumberFormat, number_format


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("General", NumberFormat()),
        ('General" kg"', NumberFormat(behind=" kg")),
        ("0", NumberFormat(0)),
        ("[Red]0.0", NumberFormat(1)),
        ("0.##", NumberFormat(None)),
        ("#,##0.00", NumberFormat(2, has_groups=True)),
        ("#,##0\\ [$€-407]", NumberFormat(0, has_groups=True, behind=" €")),
        ('_("$"* #,##0.00_);_("$"* (#,##0.00)', NumberFormat(2, True, "$", is_bracketed=True)),
        ("0.0%", NumberFormat(1)),
        ("+0;-0", NumberFormat(0, has_plus=True)),
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
