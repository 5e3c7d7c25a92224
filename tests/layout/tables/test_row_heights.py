"""Heights of rows, as numbers."""

from __future__ import annotations

import pytest

from deckmaker.layout.tables.tracks import Height, row_heights


@pytest.mark.parametrize(
    ("needs", "count", "expected"),
    [
        ([], 2, [30, 30]),  # an empty row has a line
        ([Height(0, 1, 52.5), Height(0, 1, 31), Height(1, 1, 20)], 2, [52.5, 30]),  # the tallest cell decides
        ([Height(0, 1, 31)], 1, [31.5]),  # whole steps
        ([Height(1, 2, 100), Height(1, 1, 45)], 3, [30, 45, 55.5]),  # what spans rows makes the last one higher
        ([Height(1, 3, 80)], 4, [30, 30, 30, 30]),  # and none where there is room
        ([Height(1, 2, 90), Height(2, 2, 120)], 4, [30, 30, 60, 60]),
        ([Height(0, 2, 50)], 2, [30, 51]),  # from the first row on, the last has room for it alone
        ([Height(0, 3, 30)], 3, [30, 30, 30]),
    ],
)
def test_a_row_is_as_high_as_its_tallest_cell(needs, count, expected):
    """Steps of 1.5 points, a line of 30."""
    assert row_heights(needs, count, 30.0, 1.5) == expected
