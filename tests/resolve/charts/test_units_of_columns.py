"""Units in the cells of a column: all of it has them, however thousands are parted."""

from __future__ import annotations

import pytest

from deckmaker.resolve.charts.units import unit_of


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u2007", "\u2009", "\u202f", "'", ",", "."])
def test_thousands_may_have_a_space_of_any_kind(space):
    """Else a column would be none of numbers, and its chart would go without it."""
    assert unit_of([f"409{space}699 km", f"12{space}000{space}500 km", "0", "7\u2009km"]) == "km"


@pytest.mark.parametrize("texts", [["5 km 300"], ["5 km", "6 m"], ["4 5 km"], ["5"]])
def test_what_is_no_number_with_a_unit_has_none(texts):
    assert unit_of(texts) is None
