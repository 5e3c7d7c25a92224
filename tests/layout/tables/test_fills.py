"""Rules and backgrounds of tables: where they lie, and in which colours."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckmaker.layout import Fill, TableItem
from deckmaker.model import Lines, Table
from deckmaker.theme import TableStyle, Theme
from tests.layout.tables.tables import ROOM, cell, setter, table
from tests.projects import briefing

ROWS = [["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"], ["i", "j"]]
ROW = 30.0


def item(one: Table, theme: Theme | None = None) -> TableItem:
    """Return a table at 18 points."""
    return setter(one, theme).set(ROOM, 18).item


def edges(one: TableItem) -> list[tuple[int, str, float]]:
    """Return each rule's row, colour and thickness."""
    top = one.cells[0].rect.y
    return [
        (round((rule.rect.y + rule.rect.height / 2 - top) / ROW), rule.color, rule.rect.height) for rule in one.rules
    ]


def test_thin_rules_between_rows_and_strong_ones_at_header_footer_and_end():
    """Amid the edges, as wide as the table."""
    found = item(table(ROWS, footer=1))
    assert edges(found) == [
        (1, "ink", 1.5),
        (2, "tint", 0.75),
        (3, "tint", 0.75),
        (4, "ink", 1.5),
        (5, "ink", 1.5),
    ]
    assert {(rule.rect.x, rule.rect.width) for rule in found.rules} == {(ROOM.x, sum(found.columns))}
    assert found.backgrounds == ()


def test_a_table_without_header_begins_with_a_strong_rule():
    """And ends with one."""
    assert edges(item(table(ROWS[:2], header=0))) == [(0, "ink", 1.5), (1, "tint", 0.75), (2, "ink", 1.5)]


def test_zebra_takes_grounds_in_place_of_thin_rules():
    """Every other row of the body, from edge to edge, the first one plain."""
    found = item(table(ROWS, footer=1, lines=Lines.ZEBRA))
    assert edges(found) == [(1, "ink", 1.5), (4, "ink", 1.5), (5, "ink", 1.5)]
    (background,) = found.backgrounds
    assert background == Fill(replace(background.rect), "tint", 0.25)
    assert background.rect.y == found.cells[4].rect.y and background.rect.height == pytest.approx(ROW)
    assert (background.rect.x, background.rect.width) == (ROOM.x, sum(found.columns))


def test_rows_that_a_cell_spans_are_on_one_ground():
    """They count as one; no rule goes through the cell, but beside it."""
    rows = [["a", "b"], ["c", "d"], [cell("e", rows=2), "f"], ["g"], ["h", "i"]]
    (background,) = item(table(rows, lines=Lines.ZEBRA)).backgrounds
    assert background.rect.height == pytest.approx(2 * ROW)
    ruled = item(table(rows))
    beside = [rule for rule in ruled.rules if rule.rect.width < sum(ruled.columns)]
    assert [(rule.rect.x, rule.rect.right) for rule in beside] == [
        (ruled.cells[5].rect.x, pytest.approx(ROOM.x + sum(ruled.columns)))
    ]


def test_a_head_of_several_columns_is_ruled_off_from_theirs():
    """Only there."""
    rows = [[cell("a", rows=2), cell("b", columns=2)], ["c", "d"], ["e", "f", "g"]]
    found = item(table(rows, header=2))
    first = found.rules[0]
    assert first.color == "tint" and first.rect.x == found.cells[1].rect.x
    assert first.rect.right == pytest.approx(found.cells[1].rect.right)


def test_colours_that_a_theme_leaves_out_are_the_texts_own():
    """On a dark page they can be seen, too."""
    theme = replace(briefing(), table=TableStyle())
    found = item(table(ROWS, lines=Lines.ZEBRA), theme)
    assert {rule.color for rule in found.rules} == {"ink"}
    assert {(background.color, background.opacity) for background in found.backgrounds} == {("ink", 0.06)}


def test_a_headers_ground_lies_behind_it_alone():
    """In the theme's colours; the text is in from its edge."""
    theme = replace(briefing(), table=TableStyle(header="light", header_ground="deep"))
    found = item(table(ROWS), theme)
    (background,) = found.backgrounds
    assert (background.color, background.opacity, background.rect.height) == ("deep", 1.0, pytest.approx(ROW))
    assert [one.text.style.color for one in found.cells[:3]] == ["light", "light", "ink"]
    assert found.cells[0].frame.x > found.cells[0].rect.x
