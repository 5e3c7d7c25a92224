"""The formula of WCAG 2.2 for contrast, at places that are known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.theme.contrast import AA, blended, contrast, luminance, rgb

shares = st.floats(0, 1)
colors = st.tuples(shares, shares, shares)
BLACK, WHITE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)


def test_a_colour_is_read_channel_by_channel():
    """In either case."""
    assert rgb("#336699") == rgb("#336699".lower()) == (0.2, 0.4, 0.6)
    assert rgb("#ff0000") == (1.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("color", "expected"),
    [
        ("#000000", 0),
        ("#FFFFFF", 1),
        ("#FF0000", 0.2126),
        ("#00FF00", 0.7152),
        ("#0000FF", 0.0722),
        ("#808080", 0.2159),
        ("#404040", 0.0513),
        ("#080808", 0.0024),
    ],
)
def test_luminance_weighs_the_channels(color, expected):
    """As WCAG defines it, of linear light."""
    assert luminance(rgb(color)) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21),
        ("#777777", "#FFFFFF", 4.48),
        ("#767676", "#FFFFFF", 4.54),
        ("#FF0000", "#FFFFFF", 4.00),
        ("#0000FF", "#FFFFFF", 8.59),
        ("#008000", "#FFFFFF", 5.14),
        ("#0000FF", "#FFFF00", 8.00),
    ],
)
def test_known_pairs_have_their_known_ratio(one, other, ratio):
    """As public contrast checkers show them; #767676 is the lightest grey that passes on white."""
    assert contrast(rgb(one), rgb(other)) == pytest.approx(ratio, abs=0.005)


def test_the_least_is_that_of_small_text():
    """WCAG 2.2, 1.4.3."""
    assert contrast(rgb("#767676"), WHITE) >= AA > contrast(rgb("#777777"), WHITE)


@given(colors, colors)
def test_contrast_has_no_direction_and_known_ends(one, other):
    """From 1, for a colour on itself, to 21."""
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21
    assert contrast(one, one) == 1


@given(colors, colors, shares)
def test_a_blend_lies_between_its_colours(over, under, opacity):
    """All of the upper at 1, all of the lower at 0, channel by channel in between."""
    assert blended(over, under, 1) == over
    assert blended(over, under, 0) == under
    for mixed, a, b in zip(blended(over, under, opacity), over, under, strict=True):
        assert min(a, b) - 1e-9 <= mixed <= max(a, b) + 1e-9
        assert mixed == pytest.approx(b + opacity * (a - b), abs=1e-9)
