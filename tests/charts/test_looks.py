"""How charts look: what a graphics desk would mend by hand, as rules."""

from __future__ import annotations

import pytest

from deckmaker.layout import Page
from deckmaker.layout.chart_item import ChartItem, Plot
from deckmaker.model import TextBlock
from deckmaker.model.block import Columns, Flow
from deckmaker.model.chart import ChartType, SeriesLabels, Stacking
from tests.charts.awkward import chart, words
from tests.charts.laid_out import beside, in_grid, pages_of
from tests.projects import place

NAMES = ("North", "East", "South", "West")
TWO = ((12.0, 8.0, 99.0, 419.0), (132.0, 95.0, 14.0, 86.0))


def plots(page: Page) -> list[list[Plot]]:
    """Return the plots of each chart of a page."""
    return [list(one.item.plots) for one in page.leaves if isinstance(one.item, ChartItem)]


def edges(page: Page) -> list[tuple[float, float]]:
    """Return where the plots of each chart of a page begin and end."""
    return [(min(p.rect.y for p in own), max(p.rect.bottom for p in own)) for own in plots(page)]


BESIDE = {
    "a legend": chart(ChartType.COLUMN, NAMES, *TWO, series_labels=SeriesLabels.LEGEND),
    "none": chart(ChartType.COLUMN, NAMES, *TWO, stacking=Stacking.STACKED),
    "a subtitle": chart(ChartType.LINE, NAMES, *TWO, subtitle=words("Calls at night, by ship and by berth")),
    "a note": chart(ChartType.LINE, NAMES, *TWO, note=words("Berth 5 is left out.")),
    "rows": chart(ChartType.BAR, NAMES, *TWO),
    "ends": chart(ChartType.DUMBBELL, NAMES, *TWO),
    "a slope": chart(ChartType.SLOPE, ("2024", "2026"), (12.0, 8.0), (9.0, 14.0)),
}


@pytest.mark.parametrize("one", BESIDE)
@pytest.mark.parametrize("other", BESIDE)
def test_plots_side_by_side_are_level(one: str, other: str) -> None:
    """In columns and in a grid, whatever stands above and below each."""
    for made in (beside, in_grid):
        ((page,), _) = pages_of(made(BESIDE[one], BESIDE[other]))
        first, second = edges(page)
        assert first == pytest.approx(second, abs=1.0)


def test_a_plot_that_would_lose_a_third_stays_as_it_is() -> None:
    """A chart below a long text does not make that of its neighbour low."""
    text = words("Each complaint of 2025 names one cause, and most name two. " * 6)
    low = Flow((TextBlock((text,), place()), BESIDE["rows"]), place())
    ((page, *_), _) = pages_of(Columns((low, Flow((BESIDE["none"],), place())), 2, place()))
    first, second = edges(page)
    assert second[1] - second[0] > 1.3 * (first[1] - first[0])
