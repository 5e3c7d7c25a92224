"""Slides with a table: what stands above it and below it, and how large it is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Page, TextItem, layout_deck
from deckmaker.layout.place import Part, SetBlock
from deckmaker.layout.tables.block import TableBlock
from deckmaker.model import Align, Credit
from deckmaker.theme import PAGE_SIZES, built_in_themes
from tests.layout.lines import line_of
from tests.layout.tables.any_table import tables
from tests.layout.tables.tables import columns, deck, document, page, placed, table
from tests.layout.test_strip import outside, overlaps
from tests.projects import briefing

HEAD = ["Berth", "Nights"]
TEXT = "Two thirds of loud nights have a reefer ship at berth 4."
THEMES = [(name, size) for name in built_in_themes() for size in PAGE_SIZES]
every_theme = pytest.mark.parametrize(("name", "size"), THEMES)


def rows(count: int) -> list[list[str]]:
    """Return a header and so many rows."""
    return [HEAD, *([f"Berth {index}", str(index)] for index in range(count))]


def bottom(of: Page, slot: str) -> float:
    """Return where a text's last line ends."""
    found = of.slot(slot)
    assert found and isinstance(found.item, TextItem)
    return found.rect.y + found.item.offset + found.item.setting.height


@pytest.mark.sampled(every=4)
@every_theme
def test_a_text_a_table_and_a_caption_stand_one_below_the_other(name, size):
    """As far apart as the theme says, whatever they say; the table begins at the margin."""
    theme = briefing(size, name)
    shown = page(table(rows(3), caption="A note."), theme, TEXT)
    slots, (where, _) = theme.layouts["table"].slots, placed(shown)
    body, caption = shown.slot("body"), shown.slot("caption")
    step = theme.baseline
    assert 0 <= line_of(theme) - body.rect.y + step < 2 * step and where.rect.x == slots["body"].wide.x
    gap, below = theme.flow.gap, theme.flow.caption_gap
    assert gap - step <= where.rect.y - bottom(shown, "body") <= gap + step
    assert below - step <= caption.rect.y - where.rect.bottom <= below + step
    assert caption.rect.bottom <= slots["body"].rect.bottom


@every_theme
def test_a_table_alone_begins_where_its_text_would(name, size):
    """Less than a step from there, on the grid; a short one is as high as its rows and no higher."""
    theme = briefing(size, name)
    where, item = placed(page(table(rows(3)), theme))
    assert abs(where.rect.y - line_of(theme)) < 2 * theme.baseline
    assert where.rect.height == pytest.approx(sum(item.rows)) and len(set(item.rows)) == 1


@pytest.mark.parametrize(("count", "size"), [(2, 24), (3, 24), (5, 24), (6, 24), (9, 21), (10, 18), (11, 18), (14, 12)])
def test_a_table_is_as_large_as_it_can_be(count, size):
    """Small ones larger than usual, long ones smaller, in steps of three points; all cells alike."""
    _, item = placed(page(table(rows(count))))
    assert {cell.text.setting.size for cell in item.cells} == {size}


def test_a_small_table_with_a_second_line_is_not_enlarged():
    """It would take more lines."""
    _, item = placed(page(table([HEAD, ["word " * 60, "1"]])))
    assert item.cells[0].text.setting.size == 21


def test_a_text_takes_the_room_that_a_short_table_leaves():
    """And is not set smaller for the sake of what texts have at least."""
    long = f"{TEXT} " * 6
    shown = page(table(rows(2)), text=long)
    assert shown.slot("body").item.setting.size == 24
    assert shown.slot("body").item.setting.height > briefing().flow.least_text
    assert bottom(shown, "body") < placed(shown)[0].rect.y


def test_a_long_caption_has_its_lines_and_the_table_the_rest():
    """It is not set smaller."""
    shown = page(table(rows(10), caption="Night-time levels, as measured at the houses. " * 8))
    caption = shown.slot("caption")
    assert len(caption.item.setting.lines) > 2 and caption.item.setting.size == 15
    assert placed(shown)[0].rect.bottom < caption.rect.y


@pytest.mark.slow
@given(tables(most_rows=4), st.sampled_from(THEMES), st.sampled_from(["", TEXT]))
def test_nothing_lies_on_anything_and_all_is_on_the_page(one, theme, text):
    """Of any table that has room; one that has not is said to."""
    faults: list = []
    found = document(one, theme=briefing(theme[1], theme[0]), text=text, faults=faults)
    if any(code == "text-too-long" for code, *_ in faults):
        return
    shown = found.pages[0]
    assert overlaps(shown) == [] and outside(found) == []
    order = [one.slot for one in shown.leaves if one.slot in ("title", "body", "table", "caption")]
    assert order == [name for name in ("title", "body", "table", "caption") if shown.slot(name)]
    tops = [shown.slot(name).rect.y for name in order]
    assert all(first < second for first, second in pairwise(tops))


def test_a_layout_with_a_place_for_a_table_shows_it_there():
    """Numbers to the right, in a table as wide as its content."""
    where, item = placed(page(table(rows(2), columns(Align.LEFT, Align.RIGHT))))
    assert where.rect.width == sum(item.columns) < 300
    assert item.cells[1].frame.right == pytest.approx(where.rect.right)


@pytest.mark.sampled(every=4)
@every_theme
@pytest.mark.parametrize("count", [1, 8, 16, 24])
def test_a_table_and_its_caption_make_room_for_many_credits(name, size, count):
    """They end above the strip, on another slide if need be; what it has no room for itself is listed at the end."""
    credits = tuple(Credit("data", f"A harbour pilot with a long name, number {number}") for number in range(count))
    made = deck(table(rows(5), caption="A note."), text=TEXT, credits=credits)
    diagnostics = Diagnostics()
    found = layout_deck(made, briefing(size, name), diagnostics)
    assert {one.code for one in diagnostics} <= {"shortened-credits", "unsafe-breaks", "split-slide"}
    *_, shown = (one for one in found.pages if one.slot("table"))
    assert [overlaps(one) for one in found.pages] == [[]] * len(found.pages) and outside(found) == []
    assert placed(shown)[0].rect.bottom < shown.slot("caption").rect.y
    assert bottom(shown, "caption") <= shown.slot("credits").rect.y


@pytest.mark.parametrize("below", range(16))
def test_a_captioned_table_has_room_in_the_height_that_it_asks_for(below, monkeypatch):
    """Wherever its place begins: lines of the caption stand on the grid, which may take up to a step."""
    found: list[TableBlock] = []
    own = TableBlock.set

    def kept(block: TableBlock) -> SetBlock:
        found.append(block)
        return own(block)

    monkeypatch.setattr(TableBlock, "set", kept)
    page(table(rows(3), caption="A note."))
    wide = found[0].place.wide
    lower = replace(wide, y=wide.y + below / 10)
    place = replace(found[0].place, rect=lower, wide=lower, part=Part(1, 1))
    rect = replace(lower, height=TableBlock.of(found[0].table, place).natural)
    assert own(TableBlock.of(found[0].table, replace(place, rect=rect, wide=rect))).overfull == ()
