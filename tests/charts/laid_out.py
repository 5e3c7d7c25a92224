"""Charts laid out on slides, for tests: what is placed of them, and what is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document, Page, Placed, layout_deck
from deckmaker.layout.chart_item import ChartItem
from deckmaker.model import Block, CreditSettings, Deck, Slide
from deckmaker.model.block import Columns, Flow, Grid
from deckmaker.model.chart import Chart
from deckmaker.theme import Theme
from tests.charts.awkward import words
from tests.projects import briefing, place


def deck(slides: Sequence[tuple[str, Sequence[Block]]]) -> Deck:
    """Return a deck of slides with titles and blocks."""
    made = [
        Slide(words(title), None, None, place(), tuple(blocks), (), place(), (), place()) for title, blocks in slides
    ]
    shown = CreditSettings()
    return Deck("T", None, None, None, "en", (), None, None, shown, None, None, {}, tuple(made), {}, place())


def document(slides: Sequence[tuple[str, Sequence[Block]]], theme: Theme | None = None) -> tuple[Document, Diagnostics]:
    """Return a deck laid out, and what is said of it."""
    diagnostics = Diagnostics()
    return layout_deck(deck(slides), theme or briefing(), diagnostics), diagnostics


def page(chart: Chart, *others: Block) -> tuple[Page, Diagnostics]:
    """Return the page of a chart, below other blocks."""
    laid_out, diagnostics = document([("The deck", ()), ("A title", (*others, chart))])
    return laid_out.pages[1], diagnostics


def placed_chart(page: Page) -> Placed:
    """Return the chart of a page."""
    return next(one for one in page.leaves if isinstance(one.item, ChartItem))


def item(page: Page) -> ChartItem:
    """Return the drawing of a page's chart."""
    found = placed_chart(page).item
    assert isinstance(found, ChartItem)
    return found


def beside(*charts: Chart) -> Columns:
    """Return charts in columns side by side."""
    return Columns(tuple(Flow((one,), place()) for one in charts), len(charts), place())


def in_grid(*charts: Chart, across: int = 2) -> Grid:
    """Return charts in the cells of a grid."""
    return Grid(tuple(Flow((one,), place()) for one in charts), across, place())


def pages_of(*blocks: Block) -> tuple[tuple[Page, ...], Diagnostics]:
    """Return the pages of a slide with these blocks."""
    laid_out, diagnostics = document([("The deck", ()), ("A title", blocks)])
    return laid_out.pages[1:], diagnostics


class Pages(dict[str, tuple[Page, Diagnostics]]):
    """Pages of charts by their names, each laid out when it is first asked for."""

    def __init__(self, charts: Mapping[str, Chart]) -> None:
        super().__init__()
        self._charts = charts

    def __missing__(self, name: str) -> tuple[Page, Diagnostics]:
        return self.setdefault(name, page(self._charts[name]))
