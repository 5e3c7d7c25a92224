"""Cells in their columns: sides, decimal signs, spans, and what is strong; as numbers."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from deckmaker.dataclasses import replace
from deckmaker.layout import CellItem, CellRole
from deckmaker.layout.tables.fitting import fit_table
from deckmaker.layout.tables.setting import SetTable
from deckmaker.model import Align, Lines, Table, TableColumn, TableRow
from deckmaker.text.breaking import SAFE_MARGIN
from deckmaker.theme.baselines import in_steps
from tests.layout.tables.tables import ROOM, cell, columns, number, setter, table
from tests.projects import briefing

LEFT, CENTER, RIGHT, DECIMAL = Align.LEFT, Align.CENTER, Align.RIGHT, Align.DECIMAL
GUTTER = 1.6 * 18
LINE = 0.93 * 1.2 * 18


def laid_out(one: Table) -> SetTable:
    """Return a table at 18 points."""
    return setter(one).set(ROOM, 18)


def items(one: Table) -> list[CellItem]:
    """Return a table's cells at 18 points."""
    return list(laid_out(one).item.cells)


def ink(one: CellItem, characters: int | None = None) -> tuple[float, float]:
    """Return where on the page the first line of a cell begins and ends, or its first characters do."""
    (paragraph,) = one.text.setting.paragraphs
    line = paragraph.lines[0]
    start = one.frame.x + line.x
    if characters is None:
        return start, start + line.line.width
    advances = [advance for run in line.line.runs for advance in run.advances]
    return start, start + sum(advances[:characters])


def test_columns_are_closer_where_that_saves_every_cell_a_second_line():
    """A little narrower a place, and all columns are as close as they may be only where that helps."""
    one = setter(table([["Action", "Owner"], ["Rehearse migrations on a copy of production", "Data platform"]]))
    natural = one.set(ROOM, 18).rect.width
    for missing, lines in ((0, 1), (8, 1), (60, 2)):
        found = one.set(replace(ROOM, width=natural - missing), 18)
        (_, _, first, second) = found.item.cells
        between = ink(second)[0] - first.rect.right
        assert found.most_lines == lines and found.fits
        assert (between < GUTTER / 2 - 1) == (missing == 8)


def test_text_begins_at_the_tables_edge_and_a_gutter_lies_between_columns():
    """Rules are as long as what they lead: the first text begins with them, the last number ends with them."""
    first, second = items(table([["Berth", "Nights"]], columns(LEFT, RIGHT), header=0))
    assert ink(first)[0] == first.rect.x == ROOM.x
    assert ink(second)[1] == pytest.approx(second.rect.right)
    assert first.rect.width == pytest.approx(ink(first)[1] - ROOM.x + SAFE_MARGIN + GUTTER / 2, abs=0.5)
    assert first.rect.right == second.rect.x


def test_text_stands_in_from_the_edge_of_grounds():
    """By half a gutter."""
    first, second = items(table([["Berth", "Nights"]], columns(LEFT, RIGHT), header=0, lines=Lines.ZEBRA))
    assert ink(first)[0] - first.rect.x == pytest.approx(GUTTER / 2, abs=0.25)
    assert second.rect.right - ink(second)[1] == pytest.approx(GUTTER / 2, abs=0.25)


def test_a_cell_stands_at_the_side_of_its_column_or_its_own():
    """Left, amid, right."""
    rows = [["A column of some width"] * 3, ["a", "a", "a"], ["a", cell("a", align=RIGHT), "a"]]
    found = items(table(rows, columns(LEFT, CENTER, RIGHT)))
    left, center, right, _, own, _ = found[3:]
    for one in (left, center, right, own):
        box = one.rect
        start, end = ink(one)
        margins = (GUTTER / 2 if one.column else 0.0), (GUTTER / 2 if one.column < 2 else 0.0)
        before, after = start - box.x - margins[0], box.right - end - margins[1]
        if one is center:
            assert before == pytest.approx(after, abs=0.5) and before > 10
        else:
            assert (before if one is left else after) == pytest.approx(0, abs=0.25)


@pytest.mark.parametrize("strong", [False, True])
def test_integers_end_below_one_another(strong):
    """Whatever stands behind them; the longest number ends at the column's edge."""
    written = ["3", "11.5", "104.25 dB", "1 204", "−0.75", "n/a"]
    numbers = [number(one) for one in written[:-1]] + [cell("n/a")]
    rows = [["Level"], *([one] for one in numbers)]
    if strong:
        rows[2] = TableRow((number("11.5"),), strong=True)
    found = items(table(rows, columns(DECIMAL)))[1:]
    ends = [ink(one, len(text.split(".")[0]))[1] for one, text in zip(found, written, strict=True)]
    assert max(ends) - min(ends) < 0.2  # kerning across the sign
    assert max(ink(one)[1] for one in found) == pytest.approx(found[0].rect.right, abs=0.01)


def test_a_head_ends_where_its_numbers_do_and_one_of_several_columns_stands_amid_them():
    """A year over its column, a word over two."""
    rows = [[cell("Loud nights", columns=2)], ["2025", "2026"], [number("104"), number("12.5")]]
    both, year, other, _, longest = items(table(rows, columns(DECIMAL, DECIMAL), header=2))
    assert ink(other)[1] == pytest.approx(ink(longest)[1])
    assert year.text.style.align == "right"
    assert sum(ink(both)) / 2 == pytest.approx(both.rect.x + both.rect.width / 2, abs=GUTTER / 4)


def test_heads_stand_at_the_bottom_of_their_row_and_cells_at_the_top():
    """So that a head of one line stands on the rule, and first lines are level."""
    long = "A text of so many words that it takes two lines in its column, or three"
    rows = [[long * 2, "Head"], [long * 2, "cell"]]
    tall_head, head, tall, short = items(table(rows))
    assert head.frame.bottom == pytest.approx(tall_head.frame.bottom) and head.frame.y > tall_head.frame.y
    assert short.frame.y == tall.frame.y and short.frame.bottom < tall.frame.bottom


def test_every_cell_knows_what_it_is():
    """Header, stub, body, footer; and what is strong is bold, as headers and footers are."""
    rows: Sequence = [["a", "b"], ["c", "d"], TableRow((cell("e"), cell("f")), strong=True), ["g", "h"]]
    found = items(table(rows, [TableColumn(), TableColumn()], header=1, footer=1, stub=1))
    head, stub, body, foot = CellRole.HEADER, CellRole.STUB, CellRole.BODY, CellRole.FOOTER
    assert [one.role for one in found] == [head, head, stub, body, stub, body, foot, foot]
    assert [one.strong for one in found] == [False] * 4 + [True] * 2 + [False] * 2
    assert [one.text.style.bold for one in found] == [True, True, False, False, True, True, True, True]


def test_strong_columns_and_cells_are_bold():
    """And no others."""
    strong = [TableColumn(), TableColumn(strong=True)]
    found = items(table([["a", "b"], [cell("c", strong=True), "d"], ["e", "f"]], strong, header=0))
    assert [one.strong for one in found] == [False, True, True, True, False, True]


def test_a_quotation_mark_does_not_hang_out_of_a_cell():
    """No program lets it."""
    (one,) = items(table([["“So it is.”"]], header=0))
    assert one.text.setting.outdent == 0 and ink(one)[0] == one.rect.x


def test_a_row_is_as_high_as_its_lines_and_the_space_around_them():
    """93 percent of 1.2 sizes a line, 3 above, 6 below: whole steps of the theme's grid."""
    theme = briefing()
    found = laid_out(table([["a", "b"], ["a", "b " * 150], ["", ""]], header=0))
    lines = len(found.item.cells[3].text.setting.lines)
    assert lines > 1 and theme.table.above == 0.15
    assert found.item.rows == (30.0, in_steps(9.0 + LINE * lines, 1.5), 30.0)


def test_a_cell_over_rows_makes_the_last_of_them_higher():
    """When it needs more than they have."""
    found = laid_out(table([["A", "B"], [cell("word " * 250, rows=2), "b " * 60], ["c"]]))
    spanning = found.item.cells[2]
    lines = [len(one.text.setting.lines) for one in found.item.cells]
    assert found.item.rows[1] == in_steps(9 + LINE * lines[3], 1.5)
    assert sum(found.item.rows[1:]) == in_steps(9 + LINE * lines[2], 1.5) == pytest.approx(spanning.rect.height)


def test_columns_stand_closer_before_a_table_is_too_wide():
    """At its least size, and no closer than must be: 28 numbers below names have room side by side."""
    one = table([[f"Y{number}" for number in range(28)], ["1"] * 28])
    wide = setter(one).set(ROOM, 13)
    assert wide.excess_width > 0
    least = setter(one).set(ROOM, 12)
    assert least.fits and not setter(table([["w" * 110, "a"]])).set(ROOM, 12).fits
    first, second = least.item.cells[:2]
    assert second.frame.x - first.frame.right >= 0.6 * 12 - 1


def test_words_that_a_cell_holds_together_are_held_in_its_text():
    """Renderers write the cell's paragraph, and not its lines."""
    words = "well-known well-known Überseehafen harbour"
    found = setter(table([[words], [words]], header=0)).set(replace(ROOM, width=170), 18)
    for one in found.item.cells:
        assert one.text.text.replace("\N{NO-BREAK SPACE}", " ") == words
        assert one.text.setting.lines[-1].text == "Überseehafen\N{NO-BREAK SPACE}harbour"
        assert one.text.text.endswith(one.text.setting.lines[-1].text)


def test_a_cell_of_three_lines_is_better_than_small_numbers():
    """Where most cells have one line, and there is room below; a table of many such cells is set smaller."""
    one = ["Heat pump and new windows", "€ 41,200", "€ 980", "3.6 MWh", "43 dB(A)", "1,250 kg"]
    rows = [["Heating", "To buy", "To run", "Energy", "Noise", "Weight"], *[["Gas", *one[1:]]] * 4]
    aligned = columns(LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT)
    narrow, theme = replace(ROOM, width=600.0), briefing("4:3", "statement")
    found = fit_table(setter(table([*rows, one], aligned), theme), narrow)
    assert (found.size, found.most_lines) == (18, 3)
    many = fit_table(setter(table([rows[0], *[one] * 5], aligned), theme), narrow)
    assert (many.size, many.most_lines) == (15, 2)
    # One line each is better than large numbers, however.
    wider = fit_table(setter(table([*rows, one], aligned), theme), replace(ROOM, width=680.0))
    assert (wider.size, wider.most_lines) == (18, 1)
