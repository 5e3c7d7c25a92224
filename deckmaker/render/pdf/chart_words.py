"""A chart in words, for those who do not see it: what it shows, then its data, row by row."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.layout.chart_item import ChartItem
from deckmaker.layout.charts.data_table import data_table

MOST = 200
"""Rows of data that are told: nobody listens to more, and of what is left out the text alternative is the summary."""


def chart_words(item: ChartItem) -> str:
    """Return what a chart shows and its data, such as `Exports by year. 2023: 4.1; 2024: 4.4`, on one line."""
    rows = list(_rows(item))
    data = "; ".join(rows[:MOST]) + ("; …" if len(rows) > MOST else "")
    return " ".join(f"{item.alt} {data}".split())


def _rows(item: ChartItem) -> Iterator[str]:
    """Yield each row of the data: its names, then its values, each with its column's name where there are several."""
    table = data_table(item.chart)
    columns = table.header[table.names :]
    for row in table.rows:
        names, values = row[: table.names], row[table.names :]
        told = [
            f"{column} {value}" if len(columns) > 1 and column else value
            for column, value in zip(columns, values, strict=True)
            if value
        ]
        name = ", ".join(filter(None, names))
        yield f"{name}: {', '.join(told)}" if name else ", ".join(told)
