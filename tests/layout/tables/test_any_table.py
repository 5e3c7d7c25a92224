"""What holds for the geometry of any table, in any theme, at any size."""

from __future__ import annotations

from itertools import accumulate, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.layout.tables.setting import SetTable
from deckmaker.model import Table
from deckmaker.model.geometry import Rect
from deckmaker.theme import built_in_themes
from tests.layout.tables.any_table import tables
from tests.layout.tables.tables import setter
from tests.projects import briefing

pytestmark = pytest.mark.slow

NEAR = 1e-6  # points; rounding of sums
themes = st.sampled_from(list(built_in_themes()))
places = st.builds(
    Rect, st.just(48.0), st.sampled_from([174.6, 180.0]), st.sampled_from([200.0, 624.0, 864.0]), st.just(300.0)
)


def laid_out(table: Table, place: Rect, size: int, theme: str) -> SetTable:
    """Return a table as set in a place."""
    return setter(table, briefing(name=theme)).set(place, size)


def holds(outer: Rect, inner: Rect) -> bool:
    """Tell whether a box lies in another."""
    sides = (inner.x - outer.x, inner.y - outer.y, outer.right - inner.right, outer.bottom - inner.bottom)
    return min(sides) >= -NEAR


@given(tables(), places, st.sampled_from([12, 15, 18]), themes)
def test_cells_tile_their_table(table, place, size, theme):
    """Without a gap and without an overlap, each from the edges of its columns and rows to theirs."""
    laid = laid_out(table, place, size, theme)
    item = laid.item
    lefts = list(accumulate(item.columns, initial=laid.rect.x))
    tops = list(accumulate(item.rows, initial=laid.rect.y))
    for cell in item.cells:
        assert cell.rect.x == pytest.approx(lefts[cell.column]) and cell.rect.y == pytest.approx(tops[cell.row])
        assert cell.rect.right == pytest.approx(lefts[cell.column + cell.columns])
        assert cell.rect.bottom == pytest.approx(tops[cell.row + cell.rows])
    area = sum(cell.rect.width * cell.rect.height for cell in item.cells)
    assert area == pytest.approx(laid.rect.width * laid.rect.height)
    inset = [Rect(one.rect.x, one.rect.y, one.rect.width - NEAR, one.rect.height - NEAR) for one in item.cells]
    assert not any(one.overlaps(other) for one, other in combinations(inset, 2))


@given(tables(), places, st.sampled_from([12, 15, 18]), themes)
def test_texts_lie_in_their_cells(table, place, size, theme):
    """With what every program needs below and above them: no row has to grow for its lines and margins."""
    laid = laid_out(table, place, size, theme)
    for cell in laid.item.cells:
        text = cell.text.setting
        assert holds(cell.rect, cell.frame)
        assert cell.text.offset == 0.0 and text.height <= cell.frame.height + NEAR
        assert text.width <= cell.frame.width + NEAR
        assert max((line.width for line in text.lines), default=0.0) <= text.width + NEAR
        assert text.excess_width <= NEAR and text.outdent == 0.0


@given(tables(), places, st.sampled_from([12, 15, 18]), themes)
def test_rows_stand_on_the_baseline_grid(table, place, size, theme):
    """Heights are whole steps from the page's top, and so is the baseline of each text at the edge where it stands."""
    laid, step = laid_out(table, place, size, theme), briefing().baseline
    assert all(row > 0 and row / step == pytest.approx(round(row / step)) for row in laid.item.rows)
    for cell in laid.item.cells:
        lines = [line for paragraph in cell.text.setting.paragraphs for line in paragraph.lines]
        for line in lines[-1:] if cell.text.style.anchor == "bottom" else lines[:1]:
            steps = (cell.frame.y + line.baseline) / step
            assert steps == pytest.approx(round(steps), abs=1e-6)


@given(tables(), places, themes)
def test_a_table_is_no_wider_than_its_place_unless_words_are(table, place, theme):
    """Then it says by how much; shares make it as wide as the place."""
    laid = laid_out(table, place, 12, theme)
    assert laid.rect.width == pytest.approx(sum(laid.item.columns))
    assert laid.excess_width == pytest.approx(max(0.0, laid.rect.width - place.width))
    if any(column.share for column in table.columns) and not laid.excess_width:
        assert place.width - laid.rect.width < 0.25


@given(tables(), places, themes)
def test_rules_go_through_no_cell(table, place, theme):
    """They lie on the edges of rows, within the table's width."""
    laid = laid_out(table, place, 12, theme)
    for rule in laid.item.rules:
        middle = rule.rect.y + rule.rect.height / 2
        assert laid.rect.x - NEAR <= rule.rect.x < rule.rect.right <= laid.rect.right + NEAR
        for cell in laid.item.cells:
            beside = rule.rect.right <= cell.rect.x + NEAR or cell.rect.right <= rule.rect.x + NEAR
            assert beside or middle <= cell.rect.y + NEAR or middle >= cell.rect.bottom - NEAR


@given(tables(), places, themes)
def test_a_ground_ends_where_cells_do(table, place, theme):
    """No cell lies half on one."""
    laid = laid_out(table, place, 12, theme)
    for background in laid.item.backgrounds:
        for cell in laid.item.cells:
            overlap = cell.rect.within(background.rect)
            assert holds(background.rect, cell.rect) or overlap.height <= NEAR


@given(tables())
def test_cells_are_in_reading_order_and_hold_every_word(table):
    """Row by row, each text once."""
    laid = laid_out(table, Rect(48, 180, 864, 300), 12, "briefing")
    assert [(cell.row, cell.column) for cell in laid.item.cells] == sorted(
        (one.row, one.column) for one in laid.item.cells
    )
    written = [cell.paragraph.text for row in table.rows for cell in row.cells]
    assert [cell.text.text.split() for cell in laid.item.cells] == [text.split() for text in written]
    for cell, text in zip(laid.item.cells, written, strict=True):
        assert " ".join(line.text for line in cell.text.setting.lines).split() == text.split() or "-" in text
