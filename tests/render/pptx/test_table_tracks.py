"""Rows and columns that programs cannot bear: none begins there, and they go with the one before."""

from __future__ import annotations

from io import BytesIO

import pytest
from pptx import Presentation

from deckmaker.layout import CellItem, TableItem
from deckmaker.render.pptx.tables import without_empty_tracks
from tests.projects import briefing
from tests.render.hand_tables import HandTable, Written
from tests.render.pptx.decks import rendered
from tests.render.table_documents import table_document


def item(*rows: list[str | Written], columns: int = 2, **what: int) -> TableItem:
    """Return the item of a table of columns that are alike."""
    placed = HandTable(rows, (100.0,) * columns, **what).placed(briefing())
    assert isinstance(placed.item, TableItem)
    return placed.item


def grid(item: TableItem) -> list[tuple[int, int, int, int, str]]:
    """Return where each cell begins, how far it reaches and what it says."""

    def told(cell: CellItem) -> tuple[int, int, int, int, str]:
        return cell.row, cell.column, cell.rows, cell.columns, cell.text.text

    return [told(cell) for cell in item.cells]


def test_a_table_whose_rows_all_begin_something_stays_as_it_is() -> None:
    """Spans alone do not change it."""
    plain = item(["A", "B"], [Written("both", rows=2), "1"], ["2"])
    assert without_empty_tracks(plain) is plain


def test_a_row_that_is_only_reached_over_joins_the_one_before() -> None:
    """Its height is kept, what spans it spans a row less, and header and footer keep their rows."""
    idle = item(["A", "B"], [Written("x", rows=3), Written("y", rows=2)], [], ["z"], ["All", "3"], footer_rows=1)
    kept = without_empty_tracks(idle)
    assert grid(kept) == [
        (0, 0, 1, 1, "A"),
        (0, 1, 1, 1, "B"),
        (1, 0, 2, 1, "x"),
        (1, 1, 1, 1, "y"),
        (2, 1, 1, 1, "z"),
        (3, 0, 1, 1, "All"),
        (3, 1, 1, 1, "3"),
    ]
    heights = idle.rows
    assert kept.rows == (heights[0], heights[1] + heights[2], *heights[3:])
    assert (kept.header_rows, kept.footer_rows) == (1, 1)
    assert [cell.rect for cell in kept.cells] == [cell.rect for cell in idle.cells]


def test_a_column_that_is_only_reached_over_joins_the_one_before() -> None:
    """As rows do; the stub keeps its columns."""
    idle = item([Written("A", columns=2), "B"], [Written("a", columns=2), "b"], columns=3, stub_columns=2)
    kept = without_empty_tracks(idle)
    assert grid(kept) == [(0, 0, 1, 1, "A"), (0, 1, 1, 1, "B"), (1, 0, 1, 1, "a"), (1, 1, 1, 1, "b")]
    assert kept.columns == (200.0, 100.0)
    assert kept.stub_columns == 1


def test_a_header_of_idle_rows_is_one_of_fewer() -> None:
    """Two rows of which the second begins nothing are one."""
    idle = item([Written("A", rows=2), Written("B", rows=2)], [], ["1", "2"], header_rows=2)
    assert without_empty_tracks(idle).header_rows == 1


@pytest.mark.parametrize("footer", [0, 1])
def test_the_file_has_the_rows_that_are_left(footer: int) -> None:
    """Each with a cell of its own."""
    table = HandTable([["A"], [Written("x", rows=2)], [], ["z"]], (100.0,), footer_rows=footer)
    slide = Presentation(BytesIO(rendered(table_document(table)))).slides[0]
    (read,) = (shape.table for shape in slide.shapes if shape.has_table)
    assert [row.cells[0].text for row in read.rows] == ["A", "x", "z"]
