"""Rows stand farther apart where a table leaves room on its page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.layout.tables.cells import MeasureCache
from deckmaker.layout.tables.fitting import SMALL_SHARE, fit_loosely, fit_table
from deckmaker.layout.tables.setting import AIR_OF_WORDS, TableSetter
from deckmaker.model import Align, TableColumn, TableRow
from deckmaker.model.geometry import Rect
from tests.layout.tables.any_table import tables
from tests.layout.tables.tables import cell, page, placed, table
from tests.projects import briefing

THEME = briefing()


def pitch(count: int) -> tuple[int, float]:
    """Return the size of a table's texts and how high its rows are."""
    _, item = placed(page(table([["Berth", "Nights"]] * count)))
    (height,) = set(item.rows)
    return item.cells[0].text.setting.size, height


def test_rows_of_a_small_table_are_farther_apart():
    """Those of one that fills its page are not."""
    (small, loose), (large, tight) = pitch(3), pitch(10)
    assert loose / small > 2 and tight / large < 1.7


@pytest.mark.slow
@given(tables(most_rows=8), st.floats(60, 400))
def test_rows_are_never_closer_and_never_fill_the_place(one, height):
    """Whatever stands in them; their texts stay as they are set."""
    place = Rect(48.0, 153.0, 864.0, height)
    style = THEME.styles["table"]
    setter = TableSetter(one, style, THEME, cache=MeasureCache())
    tight, loose = fit_table(setter, place), fit_loosely(setter, place)
    assert loose.size == tight.size and loose.rows.settings == tight.rows.settings
    spread = loose.rect.height - tight.rect.height
    assert spread >= 0 and (spread == 0 or loose.rect.height <= SMALL_SHARE * height + 0.01)
    air = THEME.table.air * (AIR_OF_WORDS if setter.is_of_words else 1)
    assert spread <= len(one.rows) * air * tight.size + 0.01
    assert all(found >= least for found, least in zip(loose.rows.heights, tight.rows.heights, strict=True))


HOUSES = [
    ["Heating", "To buy", "To run", "Energy", "CO₂", "Noise outdoors"],
    ["Gas boiler", "€ 9,800", "€ 2,140", "18.2 MWh", "3.7 t", "–"],
    TableRow(tuple(map(cell, ["Heat pump", "€ 28,500", "€ 1,390", "5.1 MWh", "0.6 t", "45 dB(A)"])), strong=True),
    ["Heat pump and new windows", "€ 41,200", "€ 980", "3.6 MWh", "0.4 t", "43 dB(A)"],
    ["District heat", "€ 12,400", "€ 1,720", "17.5 MWh", "1.9 t", "–"],
]


def test_a_table_breaks_a_name_before_it_leaves_half_of_its_place_empty():
    """In smaller type, each row would have one line. Columns come closer, so that the name has two lines, not three."""
    theme = briefing("4:3", "plain")
    aligned = [TableColumn(), *[TableColumn(align=Align.RIGHT)] * 5]
    setter = TableSetter(table(HOUSES, aligned), theme.styles["table"], theme, cache=MeasureCache())
    high = fit_table(setter, Rect(48.0, 118.0, 624.0, 330.0))
    assert high.size == theme.styles["table"].size and high.most_lines == 2
    low = fit_table(setter, Rect(48.0, 118.0, 624.0, 145.0))
    assert low.size < high.size and low.is_single_line
