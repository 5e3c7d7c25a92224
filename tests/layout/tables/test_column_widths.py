"""Widths of columns, as numbers and as properties."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.layout.tables.tracks import QUARTER, Need, column_widths, spread
from deckmaker.model import Align


def widths(*pairs: tuple[float, float], room: float, shares: list[float | None] | None = None) -> list[float]:
    """Return the widths of columns whose one cell needs at least this and naturally that."""
    needs = [Need(index, 1, least, natural) for index, (least, natural) in enumerate(pairs)]
    return column_widths(needs, shares or [None] * len(pairs), room)


@pytest.mark.parametrize(
    ("pairs", "room", "expected"),
    [
        ([(20, 50), (30, 100)], 400, [50, 100]),  # as wide as the content, and no wider
        ([(20.1, 50.1)], 400, [50.25]),  # up to a quarter of a point
        ([(20, 50), (30, 600)], 400, [50, 350]),  # what wants little has it
        ([(100, 300), (100, 700)], 500, [175, 325]),  # CSS: the least, and of 300 points 200/800 and 600/800
        ([(20, 40), (20, 60), (50, 900)], 300, [40, 60, 200]),
        ([(20, 90), (250, 900)], 300, [22.75, 277.25]),  # the widest word goes before another's wish
        ([(200, 300), (250, 900)], 300, [200, 250]),  # not even the words have room
    ],
)
def test_columns_are_as_wide_as_their_content_or_share_the_room(pairs, room, expected):
    """Worked out by hand from CSS 2.1, 17.5.2.2."""
    assert widths(*pairs, room=room) == expected


@pytest.mark.parametrize(
    ("pairs", "shares", "expected"),
    [
        ([(20, 50), (20, 50)], [1, 2], [200, 400]),
        ([(20, 50), (20, 50), (20, 80)], [1, 3, None], [130, 390, 80]),  # what has no share is as wide as its content
        ([(300, 300), (20, 50), (20, 50)], [1, 1, 1], [300, 150, 150]),  # a word that needs more than its share
        ([(20, 500), (200, 200)], [None, 1], [400, 200]),
    ],
)
def test_shares_divide_the_whole_room(pairs, shares, expected):
    """Of 600 points."""
    assert widths(*pairs, room=600, shares=shares) == expected


def test_a_cell_over_columns_widens_them_alike():
    """By what it needs more than they have together."""
    needs = [Need(0, 2, 80, 130), Need(0, 1, 10, 20), Need(1, 1, 10, 50)]
    assert column_widths(needs, [None, None], 400) == [50, 80]


needs = st.lists(
    st.builds(
        lambda column, columns, least, more: Need(column, min(columns, 4 - column), least, least + more),
        st.integers(0, 3),
        st.integers(1, 3),
        st.floats(0, 120),
        st.floats(0, 500),
    ),
    max_size=12,
)
shares = st.lists(st.none() | st.floats(0.5, 5), min_size=4, max_size=4)


@given(needs, shares, st.floats(50, 900))
def test_widths_suffice_for_every_word_and_fill_no_more_than_the_room(cells, given_shares, room):
    """Whatever the cells need: every cell has its least; only words make a table wider than its place."""
    found = column_widths(cells, given_shares, room)
    assert all(width / QUARTER == round(width / QUARTER) for width in found)
    for one in cells:
        assert sum(found[one.column : one.column + one.columns]) >= one.least - 1e-3
    least = column_widths(cells, given_shares, 0)
    assert sum(found) <= max(room + 1e-5, sum(least))  # a place is as wide as it is said to be, but for rounding


@given(needs, st.floats(50, 900))
def test_a_table_that_has_room_breaks_no_cell(cells, room):
    """And is as wide as its content alone."""
    natural = column_widths(cells, [None] * 4, 10_000)
    found = column_widths(cells, [None] * 4, room)
    assert found == natural or sum(natural) > room - QUARTER


LEFT, CENTER, RIGHT, DECIMAL = Align.LEFT, Align.CENTER, Align.RIGHT, Align.DECIMAL


@pytest.mark.parametrize(
    ("aligns", "room", "expected"),
    [
        ([LEFT, LEFT, LEFT], 400, [150, 150, 100]),  # behind texts, but not behind the last
        ([LEFT, RIGHT, DECIMAL], 400, [150, 100, 150]),  # before numbers
        ([LEFT, CENTER, CENTER], 400, [150, 150, 100]),
        ([LEFT, RIGHT, LEFT, LEFT], 500, [150, 100, 150, 100]),  # nothing between a number and a text
        ([RIGHT, LEFT, LEFT], 400, [100, 200, 100]),
        ([LEFT, LEFT, LEFT], 900, [220, 220, 100]),  # no farther apart than asked
        ([LEFT, LEFT, LEFT], 580, [240, 240, 100]),  # a little farther where that fills it
        ([LEFT, LEFT, LEFT], 301, [100.5, 100.5, 100]),
        ([LEFT, LEFT, LEFT], 250, [100, 100, 100]),  # what is too wide stays so
        ([LEFT, RIGHT], 400, [100, 100]),  # a name and its value
        ([LEFT], 400, [100]),
    ],
)
def test_columns_from_three_on_fill_their_place(aligns, room, expected):
    """Columns of 100 points, apart by 120 more at most."""
    assert spread([100.0] * len(aligns), aligns, room, 120.0) == expected


def test_columns_that_their_contents_cannot_move_apart_stay():
    """A number, a text, and no other gap."""
    assert spread([100.0] * 3, [RIGHT, LEFT, RIGHT], 340, 120.0) == [100, 140, 100]
