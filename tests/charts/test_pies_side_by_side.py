"""Pies side by side: equally large, and labelled alike."""

from __future__ import annotations

import pytest

from deckmaker.layout import TextItem
from deckmaker.layout.chart_item import ChartItem, LabelPosition, Plot
from deckmaker.model import Block
from deckmaker.model.chart import Chart, ChartAxis, NumberStyle
from tests.charts.awkward import chart
from tests.charts.awkward_shapes import DOUGHNUT, PIE
from tests.charts.laid_out import beside, document, in_grid, page
from tests.projects import briefing

PARTS, SHARES = ("Berth 4", "Berth 3", "Road", "Other"), (64, 17, 11, 8)


def pie(kind=PIE, names=PARTS, shares=SHARES) -> Chart:
    """Return a pie of a harbour's noise."""
    return chart(kind, names, shares)


def plots(block: Block, size: str = "16:9", name: str = "briefing") -> list[Plot]:
    """Return the plots on the slide of a block."""
    laid_out, _ = document([("The deck", ()), ("A title", (block,))], briefing(size, name))
    items = (one.item for one in laid_out.pages[1].leaves)
    return [plot for one in items if isinstance(one, ChartItem) for plot in one.plots]


def radii(found: list[Plot]) -> set[float]:
    """Return the radii of pies."""
    return {round(one.rect.width / 2, 3) for one in found}


def have_some_inside(found: list[Plot]) -> set[bool]:
    """Return whether pies have labels in their wedges."""
    return {any(label.position is LabelPosition.CENTER for label in one.labels) for one in found}


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("size", ["16:9", "4:3", "A4"])
@pytest.mark.parametrize("name", ["briefing", "plain", "statement"])
def test_a_pie_and_a_doughnut_side_by_side_are_alike(name, size):
    found = plots(beside(pie(), pie(DOUGHNUT)), size, name)
    assert len(found) == 2
    assert len(radii(found)) == 1
    assert len(have_some_inside(found)) == 1


def test_one_with_longer_names_makes_the_other_as_small():
    long = pie(names=("Reefer ships at berth 4", "Trucks on the quay", "Road along the harbour", "Other"))
    found = plots(beside(pie(), long))
    assert len(radii(found)) == 1


def test_rows_are_alike_each_for_itself():
    long = pie(names=("Reefer ships at berth 4", "Trucks on the quay", "Road along the harbour", "Other"))
    first, second, third, fourth = plots(in_grid(pie(), pie(DOUGHNUT), pie(), long))
    assert len(radii([first, second])) == len(radii([third, fourth])) == 1


def test_one_that_is_tiny_leaves_the_other_as_it_is():
    many = pie(names=[f"A part with a very long name, number {n}" for n in range(12)], shares=[8] * 12)
    found = plots(beside(pie(), many))
    assert radii(found) > radii(plots(beside(pie(), pie())))
    assert min(radii(found)) < max(radii(found)) / 2


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("size", ["16:9", "4:3", "A4"])
@pytest.mark.parametrize("name", ["briefing", "plain", "statement"])
def test_labels_are_smaller_before_pies_are_small(name, size):
    """Two pies in a column have three fifths of the width that each could have, at least, and labels of one size."""
    titles = ("Quay Street", "Hill Road")
    two = chart(PIE, ("Ships", "Road", "Other"), (72, 16, 12), (38, 47, 15), titles=titles, across=2)
    found = plots(beside(two, two), size, name)
    assert len(found) == 4 and len(radii(found)) == 1
    for one in found:
        assert one.rect.width >= 0.6 * min(one.frame.width, one.frame.height)
    sizes = {label.placed.item.setting.size for one in found for label in one.labels}
    assert len(sizes) == 1


@pytest.mark.parametrize(
    ("values", "style", "shown"),
    [
        ((0.125, 0.375, 0.5), NumberStyle(percent=True), ["12.5%", "37.5%", "50.0%"]),
        ((12.5, 37.5, 50), NumberStyle(unit="%"), ["12.5%", "37.5%", "50.0%"]),
        ((0.125, 0.375, 0.5), NumberStyle(percent=True, most_decimals=0), ["13%", "38%", "50%"]),
        ((45.4, 54.5), NumberStyle(unit="%"), ["45%", "55%"]),
        ((1, 2, 5), NumberStyle(decimals=1), ["12.5%", "25.0%", "62.5%"]),
        ((1, 2, 5), NumberStyle(), ["13%", "25%", "63%"]),
        ((996, 2), NumberStyle(decimals=0), ["99.8%", "0.2%"]),
    ],
)
def test_shares_have_the_decimals_of_percents_or_those_that_are_wished(values, style, shown):
    """12.5 % was shown as 13 %. Where the sum is not 100, shares with decimals would be other than the typed ones."""
    drawn = chart(PIE, PARTS[: len(values)], values, y_axis=ChartAxis(style=style))
    texts = [one.item.text for one in page(drawn)[0].leaves if isinstance(one.item, TextItem)]
    (found,) = plots(drawn)
    texts += [label.placed.item.text for label in found.labels]
    assert sorted(one for one in texts if "%" in one) == sorted(shown)


@pytest.mark.parametrize("kind", [PIE, DOUGHNUT])
def test_the_numbers_in_the_file_have_a_format_of_their_own(kind):
    """A pie says shares, and its workbook has what was typed: 64 of 100 in a format of shares would be 6,400 %."""
    (found,) = plots(pie(kind))
    (series,) = found.groups[0].series
    assert series.values == SHARES
    assert "%" not in series.numbers
