"""What the notes of a slide say of its charts: their data as lines of a table, and what does not follow an edit."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.layout import Page, Role
from deckmaker.layout.chart_item import ChartItem
from deckmaker.layout.charts.data_table import data_table
from deckmaker.localization.chart_notes import AXIS, DATA
from deckmaker.localization.lookup import looked_up
from deckmaker.model.chart import Chart


def chart_notes(page: Page, language: str) -> Iterator[str]:
    """Yield lines about the charts of a page; a spreadsheet takes those of a table, whose cells stand between tabs."""
    charts = [placed.item.chart for placed in page.leaves if isinstance(placed.item, ChartItem)]
    for chart in charts:
        yield looked_up(DATA, language)
        yield from data_lines(chart)
    if charts and any(placed.role is Role.AXIS for placed in page.leaves):
        yield looked_up(AXIS, language)


def data_lines(chart: Chart) -> Iterator[str]:
    """Yield the numbers of a chart as its author gave them, in lines of a table."""
    table = data_table(chart)
    return ("\t".join(cell.replace("\n", " ") for cell in row) for row in (table.header, *table.rows))
