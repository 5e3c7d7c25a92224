"""Names beside bars: broken into lines or set smaller before one is cut, and before any is left out."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import TextItem
from deckmaker.layout.chart_item import ChartLabel
from deckmaker.model.block import Block
from deckmaker.model.chart import Highlight
from tests.charts.awkward import BAR, chart, words
from tests.charts.laid_out import document, item
from tests.projects import briefing

GROUPS = (
    "American Indian or Alaska Native",
    "Black",
    "White",
    "Hispanic",
    "Native Hawaiian or other Pacific Islander",
    "Asian",
)


def names_of(theme: tuple[str, str], *blocks: Block) -> tuple[tuple[ChartLabel, ...], Diagnostics]:
    """Return the names beside the bars of a chart below other blocks, and what is said."""
    laid_out, diagnostics = document([("The deck", ()), ("A title", blocks)], briefing(*theme))
    return item(laid_out.pages[1]).plots[0].categories, diagnostics


def countries(count: int) -> Block:
    """Return a bar chart of so many countries."""
    return chart(BAR, [f"Country {chr(65 + n)}" for n in range(count)], [90 - 2 * n for n in range(count)])


@pytest.mark.parametrize("size", ["16:9", "4:3", "A4"])
@pytest.mark.parametrize("name", ["briefing", "plain", "statement"])
def test_a_long_name_is_not_cut(name, size):
    """Where its bars are too close for two lines, it is set smaller."""
    bars = chart(BAR, GROUPS, (42.5, 35.8, 33.1, 17.6, 13.7, 4.6), note=words("One line.\nAnother one.\nA third one."))
    found, _ = names_of((size, name), bars)
    assert [" ".join(one.placed.item.text.split()) for one in found] == list(GROUPS)


@pytest.mark.sampled(every=6)
@pytest.mark.parametrize("size", ["16:9", "4:3", "A4"])
@pytest.mark.parametrize("name", ["briefing", "plain"])
def test_all_of_25_bars_have_names(name, size):
    found, diagnostics = names_of((size, name), countries(25))
    assert len(found) == 25
    assert {one.placed.item.setting.size for one in found} <= {10, 11, 12}
    assert [one.code for one in diagnostics] == []


def test_names_that_have_room_are_as_large_as_other_labels():
    found, _ = names_of(("16:9", "briefing"), countries(9))
    assert {one.placed.item.setting.size for one in found} == {15}


def test_names_of_which_some_are_left_out_are_not_smaller_for_nothing():
    """As many have room at their usual size."""
    found, diagnostics = names_of(("16:9", "briefing"), countries(32))
    assert [one.code for one in diagnostics] == ["names-left-out"]
    assert len(found) == 16
    assert {one.placed.item.setting.size for one in found} == {15}


@pytest.mark.parametrize("count", range(24, 36))
def test_names_are_whole_where_some_are_left_out(count):
    """Those that stay are larger than all would be, and have the width for that."""
    names = [f"Municipality {chr(65 + number)}" for number in range(count)]
    found, _ = names_of(("16:9", "briefing"), chart(BAR, names, [90 - 2 * number for number in range(count)]))
    assert {one.placed.item.text for one in found} <= set(names)


def test_a_bar_that_stands_out_has_its_name_where_others_have_none():
    """Its neighbours give way. Programs leave out names at regular steps only, so these are texts beside the chart."""
    bars = replace(countries(40), highlight=Highlight(points=frozenset({26})))
    laid_out, diagnostics = document([("The deck", ()), ("A title", (bars,))], briefing("16:9", "briefing"))
    assert [one.code for one in diagnostics] == ["names-left-out"]
    assert item(laid_out.pages[1]).plots[0].categories == ()
    texts = [one for one in laid_out.pages[1].leaves if isinstance(one.item, TextItem)]
    names = [one for one in texts if one.item.text.startswith("Country ")]
    assert "Country " + chr(65 + 26) in [one.item.text for one in names]
    rows = sorted(names, key=lambda one: one.rect.y)
    assert len(rows) > 10
    assert all(one.rect.bottom <= other.rect.y + 0.1 for one, other in pairwise(rows))
