"""Charts laid out on slides, for tests: what is placed of them, and what is said."""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document, Page, Placed, layout_deck
from deckmaker.layout.chart_item import ChartItem
from deckmaker.model import Block, CreditSettings, Deck, Slide
from deckmaker.model.chart import Chart
from deckmaker.theme import Theme
from tests.charts.awkward import words
from tests.projects import place
from tests.render.hand_charts import chart_theme


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
    return layout_deck(deck(slides), theme or chart_theme(), diagnostics), diagnostics


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
