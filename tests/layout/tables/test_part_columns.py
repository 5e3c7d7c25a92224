"""Widths of the columns of a part: those of the part before, where that costs the part little, else its own."""

from __future__ import annotations

from deckmaker.layout.tables.setting import TableSetter
from deckmaker.layout.tables.splitting import LOSS, ColumnWidths, part_columns
from deckmaker.model.geometry import Rect
from tests.layout.tables.tables import setter, table

PLACE = Rect(48.0, 180.0, 600.0, 300.0)
HEAD = ["Berth", "What was heard"]
LONG = "Ventilators of a reefer ship ran from ten in the evening until six, and a crane for an hour."


def of_rows(*texts: str) -> TableSetter:
    """Return what sets a table with these texts in its second column."""
    return setter(table([HEAD, *(["Berth 4", text] for text in texts)]))


def chosen(part: TableSetter, before: ColumnWidths) -> ColumnWidths | None:
    """Return the widths of a part that has room in any."""
    return part_columns(part, PLACE, before, (), lambda _: True)


def test_a_part_has_its_own_widths_where_those_before_make_it_far_taller():
    """A column that was narrow for a word would break long texts into many lines."""
    narrow, part = (300.0, 100.0), of_rows(LONG, LONG)
    own = part.grid(PLACE.width, part.style.size).columns
    assert chosen(part, narrow) == own and own[1] > narrow[1]
    taller = part.with_widths(narrow).set(PLACE, part.style.size).rect.height
    assert taller > part.with_widths(own).set(PLACE, part.style.size).rect.height + LOSS * PLACE.height


def test_a_part_keeps_the_widths_before_where_it_loses_little():
    """So columns stand where they stood, from slide to slide."""
    part = of_rows(LONG)
    own = part.grid(PLACE.width, part.style.size).columns
    before = (own[0] + 20.0, own[1] - 20.0)
    assert chosen(part, before) == before


def test_a_part_does_not_keep_widths_in_which_a_word_has_no_room():
    """However little taller it were."""
    part = of_rows(LONG)
    assert chosen(part, (560.0, 40.0)) == part.grid(PLACE.width, part.style.size).columns
