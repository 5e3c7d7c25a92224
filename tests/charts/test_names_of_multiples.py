"""Names and numbers of small multiples side by side: no row of years reads on from plot to plot."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from deckmaker.layout.document import TextItem
from deckmaker.layout.roles import Role
from deckmaker.model.chart import DateUnit
from deckmaker.model.geometry import Rect
from tests.charts.awkward import BAR, FRUIT, LINE, chart, dated, walk
from tests.charts.awkward_shapes import SCATTER, cloud, dots
from tests.charts.laid_out import document, item
from tests.projects import briefing

WORD_SPACE = 8.0
"""Points between two labels, at least."""

FOUR = [walk(6, n) for n in range(4)]
MULTIPLES = {
    "few years": dated(LINE, [date(2020 + n, 1, 1) for n in range(6)], DateUnit.YEAR, *FOUR, across=4),
    "many years": dated(
        LINE, [date(1999 + n, 1, 1) for n in range(22)], DateUnit.YEAR, *(walk(22, n) for n in range(4)), across=4
    ),
    "names": chart(LINE, FRUIT, *FOUR, across=4),
    "bars": chart(BAR, FRUIT, *(tuple(30_000 * one for one in own) for own in FOUR), across=4),
    "dots": replace(dots(SCATTER, *(cloud(20, n, f"Town {n}") for n in range(4))), across=4),
}


@pytest.mark.alike(every=2)
@pytest.mark.sampled(every=16)
@pytest.mark.parametrize("size", ["16:9", "4:3", "A4"])
@pytest.mark.parametrize("theme", ["briefing", "plain", "statement"])
@pytest.mark.parametrize("name", MULTIPLES)
def test_labels_of_neighbouring_plots_are_a_word_space_apart(name, theme, size):
    laid_out, _ = document([("The deck", ()), ("A title", (MULTIPLES[name],))], briefing(size, theme))
    page = laid_out.pages[1]
    numbers = [one.rect for one in page.leaves if isinstance(one.item, TextItem) and one.role is Role.AXIS]
    below = [label.placed.rect for plot in item(page).plots for label in plot.categories]
    rows: dict[int, list[Rect]] = {}
    for one in numbers if name in ("bars", "dots") else below:
        rows.setdefault(round(one.y), []).append(one)
    apart = [
        other.x - one.right for row in rows.values() for one, other in pairwise(sorted(row, key=lambda own: own.x))
    ]
    assert apart and min(apart) >= WORD_SPACE
