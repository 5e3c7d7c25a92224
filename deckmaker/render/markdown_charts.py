"""A chart as its words and its numbers: what it shows in a sentence, and a pipe table of its data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckmaker.layout.chart_item import ChartItem
from deckmaker.layout.charts.data_table import data_table
from deckmaker.render.markdown_text import block, escaped


def chart_blocks(item: ChartItem) -> Iterator[str]:
    """Yield what a chart shows, and its data, as blocks of Markdown."""
    yield block(_in_one_line(item.alt))
    table = data_table(item.chart)
    yield "\n".join((_row(table.header), _row(["---"] * len(table.header), written=True), *map(_row, table.rows)))


def told_texts(item: ChartItem) -> frozenset[str]:
    """Return the texts that the table has, each on a line, and its numbers with a plus sign: waterfalls have that."""
    table = data_table(item.chart)
    cells = {" ".join(one.split()) for row in (table.header, *table.rows) for one in row}
    return frozenset(cells | {f"+{one}" for one in cells})


def _row(cells: Iterable[str], written: bool = False) -> str:
    return f"| {' | '.join(one if written else _in_one_line(one) for one in cells)} |"


def _in_one_line(text: str) -> str:
    return escaped(" ".join(text.split()))
