"""The curve by which shapes fade out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deckmaker.layout.shape_forms import fade_stops


@given(st.floats(1, 960), st.floats(0.01, 1))
def test_a_shape_is_whole_until_it_fades_and_nothing_at_its_end(width, share):
    """Places go from left to right, what is left of the opacity only down, and neither leaves 0 to 1."""
    stops = fade_stops(width, width * share)
    places, shares = [place for place, _ in stops], [left for _, left in stops]
    assert places == sorted(places) and places[0] >= 0 and abs(places[-1] - 1) < 1e-9
    assert shares == sorted(shares, reverse=True) and (shares[0], shares[-1]) == (1, 0)


def test_it_begins_and_ends_gently():
    """The steepest part is in the middle: an eighth of the way loses less than a twentieth, half of it half."""
    stops = dict(fade_stops(100, 100))
    assert stops[0.125] > 0.95 and stops[0.875] < 0.05 and stops[0.5] == 0.5
