"""What a table's cells have in common, read from the backgrounds and rules that layout drew."""

from __future__ import annotations

from dataclasses import replace

from deckmaker.layout import TableItem
from deckmaker.render.pptx.table_cells import Background, CellFormat, Rule, cell_format
from deckmaker.render.pptx.table_styles import table_format
from tests.render.hand_tables import BACKGROUNDS, RULE
from tests.render.sample_tables import table_on

THIN, STRONG = Rule(RULE, "muted"), Rule(2 * RULE, "accent")
BAND = Background(BACKGROUNDS["band"], 0.6)


def test_a_cell_has_the_rules_along_its_edges_and_the_ground_behind_it() -> None:
    """In the body of a table with rules there is none at the sides, and no background."""
    item = table_on(1)
    (cell,) = (one for one in item.cells if (one.row, one.column) == (1, 1))
    assert cell_format(cell, item) == CellFormat("ink", False, None, None, None, STRONG, THIN)


def test_a_rule_along_a_part_of_an_edge_is_not_the_cells() -> None:
    """It belongs to the cells on the other side."""
    item = table_on(2)
    (cell,) = (one for one in item.cells if one.columns == 2 and one.row == 3)
    half = [replace(one, rect=replace(one.rect, width=440.0)) for one in item.rules]
    shorter = replace(item, rules=tuple(half))
    assert cell_format(cell, item).bottom is None
    foot = [one for one in item.cells if one.row == 6]
    assert [cell_format(one, shorter).top for one in foot] == [STRONG, STRONG, STRONG, None, None]


def test_rules() -> None:
    """Header and footer have strong ones, rows thin ones between them, and the stub is bold."""
    look = table_format(table_on(1))
    assert (look.inner, look.odd, look.even) == (THIN, None, None)
    assert look.header == CellFormat("ink", True, None, None, None, None, STRONG)
    assert look.footer == CellFormat("ink", True, None, None, None, STRONG, None)
    assert look.stub == CellFormat("ink", True)
    assert look.whole == CellFormat("ink", False)


def test_grounds() -> None:
    """Every other row has one, the header its own."""
    look = table_format(table_on(3))
    assert (look.odd, look.even, look.inner) == (BAND, None, None)
    assert look.header and look.header.background == Background(BACKGROUNDS["header"], 1.0)
    assert look.footer is None and look.stub is None


def test_what_a_style_gives_is_what_most_cells_have() -> None:
    """So that they need not say it themselves."""
    for number in (1, 2, 3):
        item = table_on(number)
        look = table_format(item)
        same = [look.given(cell, item) == cell_format(cell, item) for cell in item.cells]
        assert sum(same) >= len(same) * (0.4 if number == 1 else 0.3)


def test_corners_are_left_to_no_program() -> None:
    """Where the stub meets header and footer LibreOffice takes the stub's look, others the row's."""
    item = table_on(1)
    look = table_format(item)
    unknown = [(cell.row, cell.column) for cell in item.cells if look.given(cell, item) is None]
    assert unknown == [(0, 0), (4, 0)]


def test_formats_of_tables_with_more_parts_and_with_fewer_are_one() -> None:
    """As long as nothing that both have differs."""
    item = table_on(1)
    whole = table_format(item)
    bare = replace(whole, footer=None, stub=None)
    assert bare.joined(whole) == whole.joined(bare) == whole
    assert replace(whole, inner=STRONG).joined(whole) is None
    assert isinstance(item, TableItem)
