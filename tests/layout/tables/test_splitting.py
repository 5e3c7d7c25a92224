"""Tables that are parted between rows: what goes where, and that what stands before a change stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from deckmaker.layout.tables.fitting import fit_table
from deckmaker.layout.tables.rows import Group, body_groups
from deckmaker.layout.tables.splitting import ColumnWidths, split_rows
from deckmaker.model import Table
from deckmaker.model.geometry import Rect
from tests.layout.tables.any_table import tables
from tests.layout.tables.tables import cell, setter, table

HEAD = ["Berth", "Nights"]


def rows(count: int, start: int = 1) -> list[list[str]]:
    """Return rows that can be told apart."""
    return [[f"Berth {number}", str(number)] for number in range(start, start + count)]


@dataclass(frozen=True)
class Pages:
    """Rooms of pages on which a part of a table has room as `fits` says, at its style's size or down to the least."""

    fits: Callable[[Table, int], bool]
    smaller: Sequence[int] = (0,)

    def columns(self, part: Table, smaller: int, before: ColumnWidths, until_now: ColumnWidths) -> ColumnWidths | None:
        """Return no widths: the rows' own."""
        return () if self.fits(part, smaller) else None

    def split_first_row(self, group: Group, part: Callable[[Group], Table], before: ColumnWidths) -> None:
        """Return nothing: no row is parted."""


def parts_of(one: Table, fits: Callable[[Table, int], bool]) -> list[Table]:
    """Return a table's parts, of which that of a number, from 0, has room as that says."""

    def page(number: int) -> Pages:
        return Pages(lambda table, _: fits(table, number))

    return [part.table for part in split_rows(one, page)]


def joined(parts: list[Table]) -> Table:
    """Return the table of which these are the parts."""
    last = parts[-1]
    body = [row for part in parts for row in part.rows[part.header_rows : len(part.rows) - part.footer_rows]]
    footer = last.rows[len(last.rows) - last.footer_rows :]
    return replace(last, rows=(*last.rows[: last.header_rows], *body, *footer))


def split(one: Table, most: int) -> list[list[str]]:
    """Return the first words of each part's rows, at most so many rows a part, header and footer included."""
    parts = parts_of(one, lambda part, _: len(part.rows) <= most)
    return [[row.cells[0].paragraph.text for row in part.rows] for part in parts]


def test_a_table_that_fits_is_left_alone():
    """It is the very same."""
    one = table([HEAD, *rows(3)])
    assert parts_of(one, lambda part, number: True) == [one]


def test_each_part_has_the_header_and_the_last_the_footer_and_the_caption():
    """And no other."""
    one = table([HEAD, *rows(5), ["Total", "15"]], footer=1, caption="A note.")
    parts = parts_of(one, lambda part, _: len(part.rows) <= 4)
    assert [[row.cells[0].paragraph.text for row in part.rows] for part in parts] == [
        ["Berth", "Berth 1", "Berth 2", "Berth 3"],
        ["Berth", "Berth 4", "Berth 5", "Total"],
    ]
    assert [(part.header_rows, part.footer_rows, part.caption is not None) for part in parts] == [
        (1, 0, False),
        (1, 1, True),
    ]


def test_a_footer_without_room_below_a_row_has_a_part_of_its_own():
    """Its header goes with it, and the caption."""
    one = table([HEAD, *rows(2), ["Total", "15"]], footer=1, caption="A note.")
    parts = parts_of(one, lambda part, _: len(part.rows) <= 2)
    assert [[row.cells[0].paragraph.text for row in part.rows] for part in parts] == [
        ["Berth", "Berth 1"],
        ["Berth", "Berth 2"],
        ["Berth", "Total"],
    ]
    assert [(part.footer_rows, part.caption is not None) for part in parts] == [(0, False), (0, False), (1, True)]
    assert joined(parts) == one


@pytest.mark.parametrize(
    ("count", "most", "expected"),
    [
        (5, 4, [3, 2]),
        (4, 4, [2, 2]),
        (7, 4, [3, 2, 2]),
        (3, 3, [1, 2]),
        (2, 2, [1, 1]),
        (3, 2, [1, 1, 1]),
        (9, 4, [3, 3, 3]),
    ],
)
def test_no_row_is_left_alone_on_the_last_part_if_there_is_another_to_spare(count, most, expected):
    """The part before has one less; none before that one changes."""
    assert [len(part) - 1 for part in split(table([HEAD, *rows(count)]), most)] == expected


def test_rows_that_a_cell_spans_stay_together():
    """Three of them do not fit with one before."""
    body = [*rows(1), [cell("Quay", rows=3), "2"], ["3"], ["4"], *rows(2, 5)]
    parts = parts_of(table([HEAD, *body]), lambda part, _: len(part.rows) <= 4)
    assert [len(part.rows) - 1 for part in parts] == [1, 3, 2]


def test_a_heading_stands_on_the_part_of_what_it_is_above():
    """And with two of them, both do; a last one alone has nothing to stand above."""
    heading = [cell("North", columns=2, strong=True)]
    one = table([HEAD, *rows(2), heading, *rows(3, 3)])
    assert split(one, 4) == [
        ["Berth", "Berth 1", "Berth 2"],
        ["Berth", "North", "Berth 3"],
        ["Berth", "Berth 4", "Berth 5"],
    ]
    one = table([HEAD, *rows(3), heading, heading, *rows(2, 4)])
    assert [len(part) - 1 for part in split(one, 6)] == [3, 4]
    assert [len(part) - 1 for part in split(table([HEAD, *rows(3), heading]), 4)] == [2, 2]


def test_rows_of_one_cell_behind_one_another_are_no_headings():
    """But for the last two of them; and where there is one column, no row is."""
    text = [cell("Long", columns=2)]
    assert [len(part) - 1 for part in split(table([HEAD, *[text] * 9, *rows(1)]), 4)] == [3, 3, 1, 3]
    assert [len(part) - 1 for part in split(table([["Berth"], *[["a"]] * 5]), 4)] == [3, 2]


def test_what_has_no_room_anywhere_is_not_split():
    """Not a row below the header, or not the footer."""
    assert split(table([HEAD, *rows(3)]), 1) == []
    assert split(table([HEAD, *rows(3), *rows(2)], footer=2), 2) == []


def test_only_a_part_without_room_is_smaller():
    """By as little as it must be; what comes before and behind it is not."""
    one = table([HEAD, *rows(2), ["Tall", "9"], *rows(3, 3)])

    def fits(part: Table, smaller: int) -> bool:
        tall = any(row.cells[0].paragraph.text == "Tall" for row in part.rows)
        return len(part.rows) <= (2 if tall else 3) and smaller >= (4 if tall else 0)

    found = split_rows(one, lambda _: Pages(fits, smaller=range(7)))
    assert [(len(part.table.rows) - 1, part.smaller, part.forced) for part in found] == [
        (2, 0, False),
        (1, 4, True),
        (1, 0, False),
        (2, 0, False),
    ]


def test_rows_that_a_cell_spans_are_smaller_before_they_are_parted():
    """What is parted is as large as ever, and the cell says its text on each part; other rows stand below the last."""
    quay = [[cell("Quay", rows=7), "1"], *[[str(number)] for number in range(2, 8)]]
    one = table([HEAD, *rows(1), *quay, *rows(2, 2)])
    whole = split_rows(one, lambda _: Pages(lambda part, smaller: len(part.rows) <= 4 + smaller, range(5)))
    assert [(len(part.table.rows) - 1, part.smaller) for part in whole] == [(1, 0), (7, 4), (2, 0)]
    parted = split_rows(one, lambda _: Pages(lambda part, smaller: len(part.rows) <= 4 + smaller, range(4)))
    assert [(len(part.table.rows) - 1, part.smaller) for part in parted] == [(1, 0), (3, 0), (3, 0), (3, 0)]
    assert [[(one.rows, one.paragraph.text) for one in part.table.rows[1].cells] for part in parted[1:4]] == [
        [(3, "Quay"), (1, "1")],
        [(3, "Quay"), (1, "4")],
        [(1, "Quay"), (1, "7")],
    ]


def test_a_heading_stays_with_the_first_of_rows_that_are_parted():
    """Be there room for no more than these two."""
    heading = [cell("North", columns=2)]
    quay = [[cell("Quay", rows=3), "1"], ["2"], ["3"]]
    assert [len(part) - 1 for part in split(table([HEAD, heading, *quay]), 3)] == [2, 2]
    assert split(table([HEAD, heading, *quay]), 2) == []


def test_a_part_is_asked_for_by_its_number():
    """The first has less room, below a text."""
    parts = parts_of(table([HEAD, *rows(7)]), lambda part, number: len(part.rows) <= (3 if number == 0 else 5))
    assert [len(part.rows) - 1 for part in parts] == [2, 3, 2]


def text_rows(one: Table) -> list[list[str]]:
    """Return all that a table says."""
    return [[one.paragraph.text for one in row.cells] for row in one.rows]


@pytest.mark.slow
@given(tables(most_rows=12), st.integers(1, 8))
def test_parts_are_tables_and_together_what_they_were(one, most):
    """The same rows in the same order, none without one of the body but a footer alone; whole groups, if these fit."""
    parts = parts_of(one, lambda part, _: len(part.rows) <= most)
    assume(parts)
    for part in parts:
        assert len(part.rows) > part.header_rows + (part.footer_rows if part is not parts[-1] else 0)
        assert all(place.row + place.cell.rows <= len(part.rows) for place in part.places())
        assert all(place.column + place.cell.columns <= len(part.columns) for place in part.places())
    together = joined(parts)
    assert len(together.rows) == len(one.rows)
    sizes = [len(group.rows) for group in body_groups(one)]
    if max(sizes) + one.header_rows <= most:
        reached = accumulate(len(part.rows) - part.header_rows - part.footer_rows for part in parts)
        assert {*reached} <= {*accumulate(sizes)}
        assert together == one


longer = st.tuples(st.integers(0, 19), st.sampled_from(["noise", "a far longer word", "refrigeration " * 6]))


@pytest.mark.slow
@given(st.lists(st.integers(0, 40), min_size=6, max_size=20), longer)
def test_a_change_in_a_row_moves_nothing_before_its_part(lengths, change):
    """As laid out, with widths by content: adding words to a row leaves all parts before the one with that row."""
    room = Rect(48, 180, 400, 150)

    def parts(texts: list[str]) -> list[list[list[str]]]:
        one = table([HEAD, *([f"Berth {index}", text] for index, text in enumerate(texts))])
        return [text_rows(part) for part in parts_of(one, lambda part, _: setter(part).set(room, 15).fits)]

    texts = ["word " * length for length in lengths]
    index, more = change
    index %= len(texts)
    changed = [*texts[:index], texts[index] + more, *texts[index + 1 :]]
    before, after = parts(texts), parts(changed)
    changed_part = next(number for number, part in enumerate(before) if [f"Berth {index}", texts[index]] in part)
    assert after[:changed_part] == before[:changed_part]


def test_parts_fit_where_they_are_said_to():
    """Laid out for good, at the size at which they were tried."""
    one = table([HEAD, *rows(40)], caption="A note.")
    room = Rect(48, 180, 864, 200)
    parts = parts_of(one, lambda part, _: setter(part).set(room, 18).fits)
    assert len(parts) == 8
    for part in parts:
        laid = fit_table(setter(replace(part)), room)
        assert laid.fits and laid.size >= 18
